import type { ContentTexts } from '../message-texts';

/** German: attachments, audiences, Canvases, messages and schedules. */
export const contentTexts: ContentTexts = {
  'R22.not_array':
    'attachments ist {type}, muss aber eine Liste von Objekten sein. In [ ] einschließen.',
  'R22.entry_not_object': 'Ein Anhang ist {type}, muss aber ein Objekt sein.',
  'R22.part_missing': 'Im Anhang fehlt {part}. file_name und url sind beide als Text erforderlich.',
  'R22.credential':
    'basic_auth_credential ist {type}, muss aber der Name hinterlegter Zugangsdaten sein.',
  'R23.type':
    'Dateien vom Typ .{extension} können nicht angehängt werden. Einen der erlaubten Typen verwenden.',
  'R24.not_absolute':
    'url muss eine vollständige Adresse sein, die mit https:// oder http:// beginnt.',
  'R24.no_extension':
    'Die Adresse hat keine Dateiendung, aus der sich der Typ ergibt. Eine Adresse mit Endung verwenden.',
  'R24.name_with_extension':
    'file_name enthält .{extension}; die Endung kommt aus der url. Weglassen.',
  'R24.google_drive':
    'Google Drive verweigert dem abrufenden Server oft die Datei. Einen anderen Host verwenden.',
  'R24.personal_data':
    'Die Adresse scheint personenbezogene Daten zu enthalten ({parameter}). Adressen landen in Protokollen; weglassen.',
  'R24.secret':
    'Die Adresse scheint ein Geheimnis zu enthalten ({parameter}). basic_auth_credential oder eine öffentliche Datei verwenden.',

  'R26.not_object': 'Dieser Teil der Zielgruppe ist {type}, muss aber ein Objekt sein.',
  'R26.operator': '„{found}“ ist kein Operator. Es gibt nur AND und OR.',
  'R26.operator_case': 'Der Operator „{found}“ muss groß geschrieben sein: {expected}.',
  'R26.not_list': '{operator} nimmt eine Liste von Filtern; gefunden: {type}. In [ ] einschließen.',
  'R26.several_keys':
    'Dieser Teil der Zielgruppe hat {count} Schlüssel; gemeint ist einer. Die Filter mit AND oder OR verbinden.',
  'R26.empty_node': 'Dieser Teil der Zielgruppe ist leer. Einen Filter ergänzen oder entfernen.',
  'R26.filter_not_object': 'Der Filter {filter} ist {type}, muss aber ein Objekt sein.',
  'R26.empty_list':
    '{operator} hat eine leere Liste. Einen Filter ergänzen oder den Operator entfernen.',
  'R27.comparison_missing': 'Dem Filter {filter} fehlt comparison. Ergänzen.',
  'R27.comparison':
    '„{comparison}“ ist kein Vergleich von {filter}. Einen wählen, den der Filter anbietet.',
  'R27.old_name': 'does_not_equal ist ein alter Name für boolesche Werte. not_equal schreiben.',
  'R28.value_missing': '{comparison} braucht einen Wert (value). Ergänzen.',
  'R28.value_type': '{comparison} nimmt: {expected}. Gefunden: {type}.',
  'R28.date': '„{value}“ ist kein Zeitpunkt nach ISO 8601 wie 2026-01-31T09:00:00Z.',
  'R28.date_only': '„{value}“ hat keine Uhrzeit. Vollständig schreiben, etwa 2026-01-31T09:00:00Z.',
  'R28.subscription_value':
    '„{value}“ ist kein Abo-Status. opted_in, subscribed oder unsubscribed verwenden.',
  'R28.value_unused': '{comparison} nimmt keinen Wert. Entfernen.',
  'R28.days': '{comparison} zählt Tage; {value} ist keine ganze Zahl ab 0.',
  'R28.regex':
    'Der reguläre Ausdruck lässt sich nicht übersetzen. Klammern und Escape-Zeichen prüfen.',
  'R28.list_unconfirmed':
    '{comparison} ist mit einem Wert dokumentiert. Für eine Liste is_none_of verwenden.',
  'R28.empty_list': '{comparison} hat eine leere Liste. Werte ergänzen.',
  'R29.kind':
    '„{filter}“ ist kein Filter einer verbundenen Zielgruppe. Es gibt vier: custom_attribute, push_subscription_status, email_subscription_status, last_used_app.',
  'R29.name_missing': 'Im Filter fehlt custom_attribute_name als Text. Ergänzen.',
  'R29.name_dot':
    '„{name}“ enthält einen Punkt. Nach verschachtelten Attributen kann hier nicht gefiltert werden; den Namen prüfen.',

  'R30.canvas_missing': 'canvas_id fehlt, ist aber erforderlich. Die ID des Canvas ergänzen.',
  'R30.canvas_empty': 'canvas_id ist leer. Die ID des API-getriggerten Canvas eintragen.',
  'R30.canvas_not_text':
    'canvas_id ist {type}, muss aber ein Text sein. Die ID in Anführungszeichen setzen.',
  'R30.canvas_form':
    'canvas_id sieht nicht wie der API-Bezeichner eines Canvas aus (8-4-4-4-12 Hexziffern). Die ID prüfen.',
  'R30.context_not_object': '{field} ist {type}, muss aber ein Objekt aus Namen und Werten sein.',
  'R30.context_empty_text':
    'Der Kontext ist ein leerer Text, sollte aber ein Objekt sein. { } verwenden.',
  'R30.context_too_large':
    'Der Kontext hat {bytes} Bytes; erlaubt sind 50 KB (höchstens {limit}). Weniger Daten senden.',
  'R30.context_near_limit':
    'Der Kontext hat {bytes} Bytes; die Grenze von 50 KB kann {limit} bedeuten. Weniger Daten senden.',
  'R30.context_merged':
    'Zusammen mit dem Kontext der Anfrage hat dieser Empfänger {bytes} Bytes; die Grenze von 50 KB kann für beide gelten ({limit}).',
  'R30.old_name': 'canvas_entry_properties ist der frühere Name. context schreiben.',
  'R30.both_names':
    'context und canvas_entry_properties sind beide angegeben; welches zählt, ist offen. context behalten.',
  'R30.trigger_properties':
    'trigger_properties hat in einem Canvas keine Wirkung. context verwenden.',
  'R30.attachments': 'Anhänge sind nur für Kampagnen dokumentiert. Entfernen.',
  'R30.subscription_groups':
    'Ein Canvas-Trigger ändert Abo-Gruppen in der Voreinstellung nicht. Mit einem anderen Aufruf ändern.',
  'R30.shared_rules':
    'Für Canvase gelten hier dieselben Regeln wie für Kampagnen. Verletzt: {rules}.',

  'R31.no_target':
    'Es gibt kein Ziel. external_user_ids, user_aliases, segment_id oder audience ergänzen.',
  'R31.no_users':
    'Kein Nutzer ist genannt und broadcast ist nicht true. Nutzer nennen oder broadcast auf true setzen, um das ganze Ziel zu erreichen.',
  'R31.broadcast_with_users':
    'broadcast ist true und es sind Nutzer genannt: Beides schließt sich aus. Eines davon entfernen.',
  'R31.ids_not_texts': 'external_user_ids muss eine Liste von Texten sein; gefunden: {type}.',
  'R31.aliases_not_list': 'user_aliases ist {type}, muss aber eine Liste von Objekten sein.',
  'R31.segment_not_text': 'segment_id ist {type}, muss aber ein Text sein.',
  'R31.too_many':
    '{count} IDs und Aliasse sind genannt; ein Aufruf nimmt zusammen {limit}. Auf mehrere Aufrufe verteilen.',
  'R31.recipients':
    'recipients gehört zu den Trigger-Endpunkten. Hier external_user_ids oder user_aliases verwenden.',
  'R32.messages_missing': 'messages fehlt: Es gibt nichts zu senden. Einen Kanal ergänzen.',
  'R32.messages_not_object': 'messages ist {type}, muss aber ein Objekt mit Kanälen sein.',
  'R32.messages_empty': 'messages ist leer: Es gibt nichts zu senden. Einen Kanal ergänzen.',
  'R32.channel':
    '„{channel}“ ist kein Kanal. Einen wie email, apple_push oder android_push verwenden.',
  'R32.channel_not_object': 'Die Nachricht {channel} ist {type}, muss aber ein Objekt sein.',
  'R32.campaign_not_text': 'campaign_id ist {type}, muss aber ein Text sein.',
  'R32.variation_missing':
    'Mit campaign_id braucht jede Nachricht eine message_variation_id. In {channel} ergänzen.',
  'R32.subscription_state':
    '„{value}“ ist kein Wert von recipient_subscription_state. opted_in, subscribed oder all verwenden.',
  'R32.not_boolean': '{field} ist {type}, muss aber true oder false ohne Anführungszeichen sein.',
  'R32.part_missing':
    'Die Nachricht {channel} ist mit {part} dokumentiert. Prüfen, ob es gebraucht wird.',

  'R33.schedule_missing': 'schedule fehlt. Mit einer Zeit (time) ergänzen.',
  'R33.not_object': 'schedule ist {type}, muss aber ein Objekt mit einer Zeit sein.',
  'R33.time_missing': 'In schedule fehlt time. Ergänzen, etwa 2031-01-31T09:00:00Z.',
  'R33.time_form': '„{value}“ ist kein Zeitpunkt nach ISO 8601 wie 2031-01-31T09:00:00Z.',
  'R33.date_only':
    'Die Zeit nennt nur einen Tag. Vollständig schreiben, etwa 2031-01-31T09:00:00Z.',
  'R33.flag': '{field} ist {type}, muss aber true oder false ohne Anführungszeichen sein.',
  'R33.zone':
    'Mit in_local_time oder at_optimal_time gilt die Ortszeit, eine Zone ist nicht vorgesehen. Z oder die Verschiebung entfernen.',
  'R33.past': 'Der Zeitpunkt ist schon vorbei. Einen späteren wählen.',
  'R34.target_missing': '{field} fehlt; es ist erforderlich, um einen Zeitplan zu ändern.',
  'R34.schedule_id_missing':
    'schedule_id fehlt. Die ID ergänzen, die schedule/create geantwortet hat.',
  'R34.schedule_id_form': 'schedule_id muss ein nicht leerer Text sein.',
  'R34.schedule_missing': 'schedule fehlt. Der neue Zeitplan ersetzt den alten; ergänzen.',
  'R35.campaign_missing':
    'campaign_id fehlt. Eine Versand-ID wird für eine Kampagne angelegt; deren ID ergänzen.',
  'R35.campaign_form': 'campaign_id muss ein nicht leerer Text sein.',
};
