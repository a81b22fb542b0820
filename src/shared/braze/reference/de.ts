import type { ReferenceTexts } from './reference-texts';

/** German reference of the fields. */
export const de: ReferenceTexts = {
  campaign_id:
    'API-Bezeichner der API-getriggerten Kampagne, wie ihn ihre Seite im Dashboard zeigt.',
  canvas_id: 'API-Bezeichner des API-getriggerten Canvas, wie ihn seine Seite im Dashboard zeigt.',
  send_id:
    'ID, unter der dieser Versand ausgewertet wird. ASCII, höchstens 64 Zeichen; zuvor mit /sends/id/create angelegt.',
  trigger_properties:
    'Werte für Liquid in der Kampagne, für alle Empfänger des Aufrufs: {{api_trigger_properties.${name}}}. Höchstens 50 KB.',
  context:
    'Werte für Liquid im Canvas, für alle Empfänger des Aufrufs: {{context.${name}}}. Höchstens 50 KB.',
  canvas_entry_properties: 'Früherer Name von context, wird noch angenommen.',
  broadcast:
    'true sendet an alle, auf die Kampagne, Canvas oder Segment zielt. Voreinstellung false; nicht zusammen mit genannten Nutzern.',
  audience:
    'Verbundene Zielgruppe: Filter, die einschränken, wer erreicht wird. Mit recipients nur, wer beides erfüllt.',
  'campaign.recipients':
    'Die zu erreichenden Nutzer, höchstens 50 pro Aufruf. Jeder hat genau einen Bezeichner.',
  'canvas.recipients':
    'Die Nutzer, die in das Canvas eintreten, höchstens 50 pro Aufruf. Jeder hat genau einen Bezeichner.',
  attachments:
    'Dateien für die E-Mail, bis 2 MB, von ihren Adressen abgerufen. Nicht mit broadcast: true.',
  schedule: 'Wann gesendet wird.',
  schedule_id: 'ID des Zeitplans aus der Antwort von schedule/create.',

  'recipient.external_user_id': 'Eigene ID des Nutzers. Text, höchstens 987 Bytes.',
  'recipient.user_alias': 'Ein Alias des Nutzers: Name und Label. Der Nutzer muss bestehen.',
  'recipient.email':
    'Adresse des Nutzers. Braucht prioritization, weil mehrere Profile dieselbe Adresse haben können.',
  'recipient.braze_id': 'Die ID, die Braze dem Profil gegeben hat.',
  'recipient.prioritization':
    'Welches Profil zählt, wenn mehrere die Adresse haben. Ohne Sieger wird nichts gesendet; deshalb mit einem Wert zur Aktualität enden.',
  'recipient.trigger_properties':
    'Werte nur für diesen Empfänger. Sie gehen gleichen Namen der Anfrage vor.',
  'recipient.context': 'Werte nur für diesen Empfänger. Sie gehen gleichen Namen der Anfrage vor.',
  'recipient.canvas_entry_properties': 'Früherer Name von context, wird noch angenommen.',
  'recipient.send_to_existing_only':
    'true (Voreinstellung) erreicht nur bestehende Nutzer. false legt sie auch an und braucht attributes; nicht mit Alias.',
  'recipient.attributes':
    'Profilfelder und angepasste Attribute, geschrieben vor dem Senden. Bestehende Werte werden ersetzt.',

  'alias.alias_name': 'Name des Alias, Groß- und Kleinschreibung zählt. 1 bis 236 Bytes.',
  'alias.alias_label': 'Art des Alias. 1 bis 236 Bytes.',

  'attachment.file_name': 'Name der Datei ohne Endung.',
  'attachment.url':
    'Adresse der Datei. Ihre Endung bestimmt den Typ; die Datei kann etwa einen Tag wiederverwendet werden.',
  'attachment.basic_auth_credential':
    'Name hinterlegter Connected-Content-Zugangsdaten für die Adresse.',

  'schedule.time':
    'Datum und Uhrzeit nach ISO 8601. UTC, oder ohne Zone bei Ortszeit oder optimaler Zeit.',
  'schedule.in_local_time':
    'true sendet zu dieser Zeit in der Zone jedes Nutzers. Voreinstellung false.',
  'schedule.at_optimal_time':
    'true sendet zur optimalen Zeit jedes Nutzers an diesem Tag. Voreinstellung false.',

  external_user_ids: 'Eigene IDs der Nutzer. Zusammen mit Aliassen höchstens 50.',
  user_aliases: 'Aliasse der Nutzer. Zusammen mit IDs höchstens 50.',
  segment_id: 'API-Bezeichner des Segments. Mit Nutzern werden nur die darin erreicht.',
  'messages.campaign_id':
    'API-Bezeichner einer API-Kampagne, für Statistik im Dashboard. Dann braucht jede Nachricht eine Varianten-ID.',
  override_frequency_capping:
    'true übergeht die Frequenzbegrenzung von Kampagnen. Voreinstellung false.',
  override_messaging_limits:
    'true übergeht die Frequenzbegrenzung von Kampagnen. Voreinstellung false.',
  recipient_subscription_state:
    'Welcher Abo-Status erreicht wird: opted_in, subscribed (Voreinstellung, mit opted_in) oder all.',
  messages: 'Die Nachrichten nach Kanal.',

  'audience.AND': 'Alle müssen zutreffen.',
  'audience.OR': 'Mindestens eines muss zutreffen.',
  'audience.custom_attribute':
    'Filter nach einem angepassten Attribut. Verschachtelte Attribute gehen nicht.',
  'audience.push_subscription_status': 'Filter nach dem Push-Abo.',
  'audience.email_subscription_status': 'Filter nach dem E-Mail-Abo.',
  'audience.last_used_app': 'Filter nach der letzten Nutzung der App.',
  'filter.custom_attribute_name': 'Name des angepassten Attributs wie im Profil.',
  'filter.custom.comparison':
    'Wie verglichen wird. Muss zum Typ des Attributs passen, den nur der Workspace kennt.',
  'filter.custom.value':
    'Womit verglichen wird. Der Typ hängt vom Vergleich ab; keiner bei exists und does_not_exist.',
  'filter.subscription.comparison': 'is oder is_not.',
  'filter.subscription.value': 'opted_in, subscribed oder unsubscribed.',
  'filter.last_used.comparison': 'after oder before.',
  'filter.last_used.value': 'Datum und Uhrzeit nach ISO 8601.',

  'attributes.first_name': 'Vorname.',
  'attributes.last_name': 'Nachname.',
  'attributes.email':
    'E-Mail-Adresse. Angeben, wenn ein neuer Nutzer eine E-Mail bekommen soll, sonst kann der Versand Stunden warten.',
  'attributes.phone': 'Telefonnummer, am besten nach E.164 wie +15550100199.',
  'attributes.country':
    'Land nach ISO 3166-1 alpha-2. Andere Formen werden zugeordnet oder auf null gesetzt.',
  'attributes.language': 'Sprache nach ISO 639-1.',
  'attributes.home_city': 'Wohnort.',
  'attributes.time_zone': 'Zeitzone mit ihrem IANA-Namen. Eine unbekannte entfällt.',
  'attributes.gender':
    'M, F, O (anderes), N (nicht zutreffend), P (keine Angabe) oder null (unbekannt).',
  'attributes.dob': 'Geburtsdatum, JJJJ-MM-TT.',
  'attributes.current_location': 'Letzter bekannter Ort: Länge und Breite.',
  'attributes.email_subscribe': 'E-Mail-Abo: opted_in, subscribed oder unsubscribed.',
  'attributes.push_subscribe': 'Push-Abo: opted_in, subscribed oder unsubscribed.',
  'attributes.subscription_groups':
    'Status von Abo-Gruppen. Ein Canvas-Trigger ändert sie in der Voreinstellung nicht.',
  'attributes.push_tokens': 'Zu importierende Push-Token. Web-Push-Token gehen nicht.',
  'attributes.email_open_tracking_disabled':
    'true schaltet die Messung von Öffnungen für diesen Nutzer ab.',
  'attributes.email_click_tracking_disabled':
    'true schaltet die Messung von Klicks für diesen Nutzer ab.',
  'attributes.date_of_first_session': 'Erste Nutzung der App, ISO 8601.',
  'attributes.date_of_last_session': 'Letzte Nutzung der App, ISO 8601.',
  'attributes.marked_email_as_spam_at':
    'Wann der Nutzer eine E-Mail als Spam markiert hat, ISO 8601.',
  'attributes.facebook': 'Facebook-Konto: id, likes und num_friends.',
  'attributes.twitter': 'Twitter-Konto: ID, Anzeigename und Zahlen.',
  'attributes._merge_objects':
    'true fügt verschachtelte Objekte in bestehende ein. Voreinstellung false: Sie werden ersetzt.',
  'attributes._update_existing_only':
    'Ein Schalter von /users/track; seine Bedeutung hier ist nicht dokumentiert.',
  'attributes.push_token_import':
    'Ein Schalter von /users/track; seine Bedeutung hier ist nicht dokumentiert.',

  'location.longitude': 'Grad östlicher Länge, −180 bis 180.',
  'location.latitude': 'Grad nördlicher Breite, −90 bis 90.',
  'group.subscription_group_id': 'ID der Abo-Gruppe.',
  'group.subscription_state': 'subscribed oder unsubscribed.',
  'group.use_double_opt_in_logic':
    'true startet das doppelte Opt-in einer SMS-Gruppe. Nur mit subscribed.',
  'token.app_id': 'API-Bezeichner der App.',
  'token.token': 'Das Push-Token.',
  'token.device_id': 'ID des Geräts, 8 bis 255 Bytes. Ohne sie wird eine zufällige vergeben.',
  'facebook.id': 'ID des Kontos.',
  'facebook.likes': 'Namen von Seiten, die gefallen.',
  'facebook.num_friends': 'Zahl der Freunde.',
  'twitter.id': 'ID des Kontos.',
  'twitter.screen_name': 'Anzeigename.',
  'twitter.followers_count': 'Zahl der Follower.',
  'twitter.friends_count': 'Zahl der Konten, denen gefolgt wird.',
  'twitter.statuses_count': 'Zahl der Beiträge.',

  'messages.android_push': 'Push-Nachricht für Android.',
  'messages.apple_push': 'Push-Nachricht für Apple-Geräte.',
  'messages.content_card': 'Content-Card.',
  'messages.email': 'E-Mail.',
  'messages.kindle_push': 'Push-Nachricht für Kindle.',
  'messages.web_push': 'Push-Nachricht für Browser.',
  'messages.webhook': 'Webhook.',
  'messages.whats_app': 'WhatsApp-Nachricht.',
  'messages.sms': 'SMS oder MMS.',

  'message.message_variation_id':
    'ID der Nachrichtenvariante in der API-Kampagne. Mit campaign_id erforderlich.',
  'message.app_id': 'API-Bezeichner der App.',
  'message.subscription_group_id': 'ID der Abo-Gruppe, an die gesendet wird.',
  'email.from': 'Absender, etwa QA <qa@example.org>.',
  'email.subject': 'Betreff.',
  'email.body': 'HTML der E-Mail. Ohne email_template_id erforderlich.',
  'email.email_template_id': 'ID einer E-Mail-Vorlage anstelle von body.',
  'push.alert': 'Text der Push-Nachricht.',
  'push.title': 'Titel der Push-Nachricht.',
  'push.extra':
    'Eigene Schlüssel und Werte für die App. Auf Apple-Geräten werden ab und aps abgelehnt.',
  'apple_push.content-available':
    'true sendet eine stille Push-Nachricht, für die alert nicht nötig ist.',
  'apple_push.interruption_level': 'passive, active, time-sensitive oder critical.',
  'apple_push.apns_priority': 'Priorität, 1 bis 10.',
  'android_push.priority': 'Priorität in der Liste der Benachrichtigungen, −2 bis 2.',
  'android_push.android_priority': 'Priorität des Push-Dienstes: normal oder high.',
  'android_push.time_to_live': 'Sekunden, bis die Nachricht verfällt, höchstens 2.419.200.',
  'sms.body': 'Text der SMS.',
  'webhook.url': 'Adresse, die aufgerufen wird.',
  'webhook.request_method': 'POST, PUT, DELETE oder GET.',
  'content_card.type': 'CLASSIC, CAPTIONED_IMAGE oder BANNER.',
  'content_card.title': 'Titel der Karte.',
  'content_card.description': 'Text der Karte.',
  'content_card.time_to_live': 'Sekunden, bis die Karte verfällt, höchstens 30 Tage.',
  'content_card.expire_at': 'Wann die Karte verfällt, ISO 8601, höchstens 30 Tage voraus.',
  'whats_app.message_type': 'Art der Nachricht, etwa template_message.',
  'whats_app.message': 'Die Nachricht; ihre Teile hängen von message_type ab.',

  'lookup.page': 'Seite, ab 0, mit je 100 Einträgen.',
  'lookup.include_archived': 'true listet auch archivierte. Voreinstellung false.',
  'lookup.sort_direction': 'asc zeigt die ältesten zuerst (Voreinstellung), desc die neuesten.',
  'lookup.last_edit': 'Nur, was nach dieser Zeit bearbeitet wurde, yyyy-MM-DDTHH:mm:ss.',
  'lookup.campaign_id': 'API-Bezeichner der Kampagne.',
  'lookup.canvas_id': 'API-Bezeichner des Canvas.',
  'lookup.post_launch_draft_version':
    'true zeigt den Entwurf einer gestarteten Kampagne. Voreinstellung false.',
  'lookup.include_has_translatable_content':
    'true sagt auch, ob Nachrichten übersetzbare Inhalte haben. Voreinstellung false.',
  'lookup.send_id': 'Die Versand-ID, deren Zahlen gewünscht sind. Sie bleiben 14 Tage erhalten.',
  'lookup.length': 'Zahl der Tage bis ending_at, 1 bis 100.',
  'lookup.ending_at': 'Ende der Reihe, ISO 8601. Voreinstellung: jetzt.',
  'lookup.end_time': 'Bis wann geplante Broadcasts gelistet werden, ISO 8601.',
};
