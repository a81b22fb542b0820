import type { BodyTexts } from '../message-texts';

/** German: the text, the target and the properties. */
export const bodyTexts: BodyTexts = {
  'JSON.empty': 'Der Body ist leer. Ein JSON-Objekt eingeben.',
  'JSON.not_object':
    'Der Body ist {type}, jeder Endpunkt erwartet aber ein Objekt. In { } einschließen.',
  'JSON.unexpected': 'Zeile {line}, Spalte {column}: „{found}“ gehört in JSON nicht hierher.',
  'JSON.unclosed':
    'Zeile {line}, Spalte {column}: Hier ist noch eine Klammer, ein Text oder ein Kommentar offen. Schließen.',
  'JSON.trailing_comma':
    'Zeile {line}, Spalte {column}: Das Komma nach dem letzten Eintrag wird beim Senden weggelassen.',
  'JSON.missing_comma': 'Zeile {line}, Spalte {column}: Davor fehlt ein Komma.',
  'JSON.bad_escape':
    'Zeile {line}, Spalte {column}: Der Text enthält eine Escape-Folge, die JSON nicht kennt. Einen Backslash als \\\\ schreiben.',
  'JSON.bad_character':
    'Zeile {line}, Spalte {column}: Der Text enthält ein rohes Steuerzeichen. Als Escape-Folge schreiben, etwa \\t.',
  'JSON.bad_number':
    'Zeile {line}, Spalte {column}: Die Zahl ist unvollständig. Fehlende Ziffern ergänzen.',
  'JSON.trailing_text':
    'Zeile {line}, Spalte {column}: Nach dem Ende des Bodys folgt noch etwas. Entfernen.',
  'JSON.duplicate_key':
    'Zeile {line}: „{field}“ steht mehrmals. Nur der letzte Wert zählt; die anderen entfernen.',
  'JSON.duplicate_target':
    'Zeile {line}: „{field}“ steht mehrmals mit verschiedenen Werten. Es bestimmt, wer erreicht wird; nur eines behalten.',
  'JSON.lone_surrogate':
    'Zeile {line}, Spalte {column}: Der Text enthält ein halbes Zeichen (einzelnes Surrogat), das UTF-8 nicht übertragen kann. Ersetzen.',
  'JSON.body_size':
    'Der Body hat {bytes} Bytes; der Server nimmt höchstens 4 MB ({limit}). Den Aufruf teilen.',
  'JSON.body_size_near':
    'Der Body hat {bytes} Bytes; die Grenze von 4 MB kann {limit} bedeuten. Den Aufruf teilen.',

  'R01.missing':
    'campaign_id fehlt, ist aber erforderlich. Die ID der API-getriggerten Kampagne ergänzen.',
  'R01.empty': 'campaign_id ist leer. Die ID der API-getriggerten Kampagne eintragen.',
  'R01.not_text':
    'campaign_id ist {type}, muss aber ein Text sein. Die ID in Anführungszeichen setzen.',
  'R02.dashboard_id':
    'campaign_id hat 24 Hexziffern wie die ID in einer Dashboard-Adresse. Den API-Bezeichner der Kampagne verwenden (8-4-4-4-12 Hexziffern).',
  'R02.white_space': 'campaign_id hat Leerraum am Rand. Entfernen.',
  'R02.form':
    '„{value}“ sieht nicht wie der API-Bezeichner einer Kampagne aus (8-4-4-4-12 Hexziffern). Die ID prüfen.',
  'R03.not_text': 'send_id ist {type}, muss aber ein Text sein. In Anführungszeichen setzen.',
  'R03.empty': 'send_id ist leer. Eine zuvor angelegte ID eintragen oder das Feld entfernen.',
  'R03.not_ascii':
    'send_id enthält „{character}“, erlaubt sind nur ASCII-Zeichen. Das Zeichen ersetzen.',
  'R03.too_long': 'send_id hat {length} Zeichen, erlaubt sind {limit}. Kürzen.',

  'R04.not_object': '{field} ist {type}, muss aber ein Objekt aus Namen und Werten sein.',
  'R04.empty_text':
    'trigger_properties ist ein leerer Text, sollte aber ein Objekt sein. { } verwenden.',
  'R05.too_large':
    'trigger_properties hat {bytes} Bytes; erlaubt sind 50 KB (höchstens {limit}). Weniger Daten senden.',
  'R05.near_limit':
    'trigger_properties hat {bytes} Bytes; die Grenze von 50 KB kann {limit} bedeuten. Weniger Daten senden.',
  'R05.merged':
    'Zusammen mit den trigger_properties der Anfrage hat dieser Empfänger {bytes} Bytes; die Grenze von 50 KB kann für beide gelten ({limit}).',
  'R06.null':
    'Eine Eigenschaft ist null; das ist keiner der dokumentierten Typen. Weglassen oder einen Wert geben.',
  'R06.null_in_context':
    'Ein Wert im Kontext ist null; das ist keiner der dokumentierten Typen. Weglassen oder einen Wert geben.',
  'R06.braces':
    'Ein Liquid-Tag steht in drei oder mehr geschweiften Klammern, Liquid erwartet genau zwei. Die überzähligen entfernen.',

  'R07.not_boolean': 'broadcast ist {type}, muss aber true oder false ohne Anführungszeichen sein.',
  'R08.with_recipients':
    'broadcast ist true und es sind Empfänger genannt: Beides schließt sich aus. Eines davon entfernen.',
  'R08.with_empty_list':
    'broadcast ist true und recipients ist eine leere Liste. recipients entfernen.',
  'R09.no_target':
    'Niemand ist Ziel: keine recipients, keine audience, und broadcast ist nicht true. Empfänger ergänzen.',
  'R10.audience_alone':
    'Eine Zielgruppe ohne recipients und ohne broadcast: true. Die Dokumentation widerspricht sich hier; eines davon ergänzen.',
  'R11.attachments':
    'Anhänge sind mit broadcast: true nicht möglich. Entfernen oder Empfänger nennen.',

  'R25.segment_id':
    'segment_id wird an Trigger-Endpunkten nicht unterstützt. Entfernen; die Kampagne oder das Canvas hat ein eigenes Segment.',
  'R25.api_key':
    'api_key im Body ist veraltet und kann nach außen gelangen. Entfernen; der Schlüssel gehört in den Header Authorization.',
  'R25.context_for_campaign':
    '{field} ist für Canvase; eine Kampagne liest es nicht. trigger_properties verwenden.',
  'R25.schedule_on_send':
    'schedule gehört zu schedule/create; dieser Endpunkt sendet sofort. Entfernen oder den Endpunkt wechseln.',
  'R25.messages_field': '{field} gehört zu /messages/send. Hier recipients verwenden.',
  'R25.misspelled_field': '„{field}“ ist hier kein Feld. Ist {suggestion} gemeint?',
  'R25.unknown_field': '„{field}“ ist hier kein Feld. Entfernen oder Ort und Schreibweise prüfen.',
};
