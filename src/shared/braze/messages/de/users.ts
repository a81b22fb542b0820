import type { UserTexts } from '../message-texts';

/** German: recipients and their attributes. */
export const userTexts: UserTexts = {
  'R12.not_array':
    'recipients ist {type}, muss aber eine Liste von Objekten sein. In [ ] einschließen.',
  'R12.entry_not_object':
    'Ein Empfänger ist {type}, muss aber ein Objekt mit einem Bezeichner sein.',
  'R12.too_many':
    'Es sind {count} Empfänger; ein Aufruf nimmt {limit}. Auf mehrere Aufrufe verteilen.',
  'R13.none':
    'Der Empfänger hat keinen Bezeichner. Genau einen von external_user_id, user_alias, email, braze_id ergänzen.',
  'R13.phone_only':
    'phone bezeichnet hier keinen Empfänger. Genau einen von external_user_id, user_alias, email, braze_id verwenden.',
  'R13.several': 'Der Empfänger hat mehrere Bezeichner ({fields}). Genau einen behalten.',
  'R13.null_beside': '{field} ist null neben einem anderen Bezeichner. Entfernen.',
  'R14.external_empty': 'external_user_id ist leer. Die ID des Nutzers eintragen.',
  'R14.external_not_text': 'external_user_id ist {type}, muss aber ein Text sein.',
  'R14.external_number':
    'external_user_id ist die Zahl {value}; dokumentiert ist Text. In Anführungszeichen setzen.',
  'R14.external_long':
    'external_user_id hat {bytes} Bytes; Profile nehmen höchstens {limit}. Die ID prüfen.',
  'R14.control_character':
    '{field} enthält ein Steuerzeichen, etwa einen Zeilenumbruch. Entfernen.',
  'R14.surrounding_space': 'Der Bezeichner beginnt oder endet mit Leerraum, der mitzählt. Prüfen.',
  'R14.email_form': '„{value}“ ist keine E-Mail-Adresse. Berichtigen.',
  'R14.braze_id_form': 'braze_id muss ein nicht leerer Text sein.',
  'R15.not_object':
    'user_alias ist {type}, muss aber ein Objekt mit alias_name und alias_label sein.',
  'R15.part_missing':
    'In user_alias fehlt {part}. alias_name und alias_label sind beide erforderlich.',
  'R15.part_empty': '{part} ist leer. Beide Teile eines Alias sind erforderlich.',
  'R15.part_not_text': '{part} ist {type}, muss aber ein Text sein.',
  'R15.part_long': '{part} hat {bytes} Bytes; erlaubt sind {limit}. Kürzen.',
  'R16.no_prioritization':
    'email braucht prioritization, weil mehrere Profile die Adresse haben können. Ergänzen, etwa ["identified", "most_recently_updated"].',
  'R16.without_email': 'prioritization hat nur mit email eine Bedeutung. Entfernen.',
  'R17.not_array': 'prioritization ist {type}, muss aber eine Liste sein. In [ ] einschließen.',
  'R17.unknown_value':
    '„{value}“ ist keine Priorisierung. identified, unidentified, most_recently_updated oder least_recently_updated verwenden.',
  'R17.letter_case': '„{value}“ muss {expected} geschrieben werden.',
  'R17.both_identified': 'identified und unidentified schließen sich aus. Nur eines behalten.',
  'R17.tie':
    'Zwei Profile können gleichauf liegen, dann wird nichts gesendet. most_recently_updated oder least_recently_updated ergänzen.',
  'R17.both_recency':
    'most_recently_updated und least_recently_updated widersprechen sich. Nur eines behalten.',
  'R17.repeat': '{value} steht zweimal in der Liste. Eines entfernen.',
  'R18.attributes_missing':
    'send_to_existing_only ist false, daher ist attributes für den neuen Nutzer erforderlich. Ergänzen.',
  'R18.attributes_empty':
    'send_to_existing_only ist false, attributes aber leer: Es wird kein Nutzer angelegt. Attribute ergänzen.',
  'R18.attributes_not_object': 'attributes ist {type}, muss aber ein Objekt sein.',
  'R18.not_boolean':
    'send_to_existing_only ist {type}, muss aber true oder false ohne Anführungszeichen sein.',
  'R19.false_with_alias':
    'send_to_existing_only: false kann keinen Nutzer anlegen, der nur einen Alias hat. Entfernen.',
  'R19.true_with_alias':
    'send_to_existing_only soll sich nicht mit user_alias vertragen. Entfernen; true gilt ohnehin.',

  'R20.inc': 'inc nimmt eine ganze Zahl, etwa 1 oder -2.',
  'R20.list_operator': '{operator} ist {type}, muss aber eine Liste sein. In [ ] einschließen.',
  'R20.object_operator': '{operator} nimmt eine Liste von Objekten; gefunden: {type}.',
  'R20.update_parts': 'In einem Eintrag von {operator} fehlt {parts}. Ergänzen.',
  'R20.time':
    '$time ist {type}, muss aber ein Datum als Text sein. Sonst entfällt das ganze verschachtelte Objekt.',
  'R20.subscription_groups':
    'subscription_groups ist {type}, muss aber eine Liste von Gruppen sein. In [ ] einschließen.',
  'R20.subscription_entry':
    'Eine Abo-Gruppe ist {type}, muss aber ein Objekt mit ID und Status sein.',
  'R20.subscription_id': 'In der Abo-Gruppe fehlt subscription_group_id als Text.',
  'R20.subscription_state':
    'subscription_state ist „{value}“. Erlaubt sind nur subscribed und unsubscribed.',
  'R20.double_opt_in': 'use_double_opt_in_logic wirkt nur zusammen mit subscribed. Entfernen.',
  'R20.subscribe_value': '{field} nimmt opted_in, subscribed oder unsubscribed.',
  'R20.location': 'current_location braucht longitude und latitude als Zahlen. Es fehlt: {parts}.',
  'R20.push_tokens': 'push_tokens muss eine Liste von Objekten sein; gefunden: {type}.',
  'R20.push_token_part': 'Im Push-Token fehlt {part} als Text.',
  'R20.device_id': 'device_id muss {least} bis {limit} Bytes haben; es sind {bytes}.',
  'R20.gender': 'gender nimmt M, F, O, N, P oder null.',
  'R20.dob': 'dob nimmt einen Tag, den es gibt, in der Form JJJJ-MM-TT.',
  'R20.email': 'Das Attribut email ist keine E-Mail-Adresse. Berichtigen oder mit null entfernen.',
  'R20.not_boolean': '{field} ist {type}, muss aber true oder false sein.',
  'R20.identifier_inside':
    '{field} steht in attributes, der Empfänger hat seinen Bezeichner aber schon. Entfernen.',
  'R20.letter_case':
    '„{field}“ wird ein angepasstes Attribut, denn Profilfelder sind klein geschrieben. {expected} schreiben.',
  'R20.long_array': 'Die Liste hat {count} Einträge; ein Profil behält höchstens {limit}. Kürzen.',
  'R20.nested_key':
    '„{field}“: Namen in verschachtelten Objekten sollten kein Leerzeichen, keinen Punkt und kein $ haben, sonst kann die Änderung entfallen.',
  'R21.same_user':
    'Derselbe Nutzer ist schon Empfänger {first}. Nur eine Nachricht geht hinaus, mit den letzten Eigenschaften. Einen entfernen.',
  'R21.same_address':
    'Die Adresse unterscheidet sich von Empfänger {first} nur in Groß- und Kleinschreibung. Es kann derselbe Nutzer sein; einen entfernen.',
};
