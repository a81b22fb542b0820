import type { TargetTexts } from '../message-texts';

/** German: what is known of the target and its properties. */
export const targetTexts: TargetTexts = {
  'Q01.missing': '{field} fehlt. Diese Abfrage braucht es.',
  'Q01.type':
    '{field} ist {type}, steht aber in der Adresse: Es muss ein Text, eine Zahl oder ein Wahrheitswert sein.',
  'Q01.value': '„{value}“ ist kein Wert von {field}. Siehe seine Referenz.',

  'T01.is_canvas':
    'Das ist die ID des Canvas „{name}“, nicht einer Kampagne. Eine Kampagne wählen oder den Endpunkt für Canvas verwenden.',
  'T01.is_campaign':
    'Das ist die ID der Kampagne „{name}“, nicht eines Canvas. Einen Canvas wählen oder den Endpunkt für Kampagnen verwenden.',
  'T01.campaign_not_listed':
    'Keine Kampagne dieser Umgebung hatte diese ID, als die Liste gelesen wurde. Eine wählen oder die Liste neu lesen.',
  'T01.canvas_not_listed':
    'Kein Canvas dieser Umgebung hatte diese ID, als die Liste gelesen wurde. Einen wählen oder die Liste neu lesen.',
  'T01.archived':
    '„{name}“ ist archiviert. Der Aufruf wird mit einem Hinweis angenommen, und nichts geht hinaus.',
  'T01.draft':
    '„{name}“ ist ein Entwurf, der nie gestartet wurde. Der Aufruf wird abgelehnt, oder nichts geht hinaus.',
  'T01.disabled':
    '„{name}“ ist angehalten. Der Aufruf wird mit einem Hinweis angenommen, und nichts geht hinaus.',
  'T01.api_campaign':
    '„{name}“ ist eine API-Kampagne, auf die sich /messages/send bezieht. Eine API-ausgelöste Kampagne wählen.',
  'T01.not_api_campaign':
    '„{name}“ ist keine API-Kampagne. /messages/send braucht eine dieser Art.',
  'T01.not_triggered':
    '„{name}“ startet von selbst (schedule_type {scheduleType}). Eine mit API-ausgelöster Zustellung wählen.',
  'T01.no_email': '„{name}“ hat keine E-Mail ({channels}). Anhänge gehen nur mit E-Mail.',
  'T02.missing': '„{property}“ fehlt. Gelesen wird es in {place}, dort bliebe die Stelle leer.',
  'T02.missing_for_recipient':
    'Empfänger {recipient} hat kein „{property}“, und die Anfrage auch nicht. Gelesen wird es in {place}.',
  'T02.merge_unclear':
    '„{property}“ steht nur in den Eigenschaften der Anfrage, und diese hier ersetzen sie. Gelesen wird es in {place}.',
  'T02.misspelt': 'Kein Text liest „{field}“. Gemeint ist wohl „{suggestion}“.',
  'T02.unused': 'Kein Text liest „{field}“.',
};
