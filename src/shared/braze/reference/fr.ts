import type { ReferenceTexts } from './reference-texts';

/** French reference of the fields. */
export const fr: ReferenceTexts = {
  campaign_id:
    'Identifiant d’API de la campagne déclenchée par API, tel que sa page du tableau de bord l’affiche.',
  canvas_id:
    'Identifiant d’API du Canvas déclenché par API, tel que sa page du tableau de bord l’affiche.',
  send_id:
    'Identifiant sous lequel l’envoi est suivi. ASCII, 64 caractères au plus ; à créer d’abord avec /sends/id/create.',
  trigger_properties:
    'Valeurs pour Liquid dans la campagne, pour tous les destinataires de l’appel : {{api_trigger_properties.${name}}}. 50 Ko au plus.',
  context:
    'Valeurs pour Liquid dans le Canvas, pour tous les destinataires de l’appel : {{context.${name}}}. 50 Ko au plus.',
  canvas_entry_properties: 'Ancien nom de context, encore accepté.',
  broadcast:
    'true envoie à tous ceux que la campagne, le Canvas ou le segment cible. Par défaut false ; ne va pas avec des utilisateurs nommés.',
  audience:
    'Audience connectée : des filtres qui restreignent qui est atteint. Avec recipients, seuls ceux qui remplissent les deux.',
  'campaign.recipients':
    'Les utilisateurs à atteindre, 50 au plus par appel. Chacun a exactement un identifiant.',
  'canvas.recipients':
    'Les utilisateurs qui entrent dans le Canvas, 50 au plus par appel. Chacun a exactement un identifiant.',
  attachments:
    'Fichiers pour l’e-mail, jusqu’à 2 Mo, lus à leurs adresses. Pas avec broadcast: true.',
  schedule: 'Quand envoyer.',
  schedule_id: 'Identifiant de la planification, donné par la réponse de schedule/create.',

  'recipient.external_user_id':
    'Votre propre identifiant de l’utilisateur. Texte, 987 octets au plus.',
  'recipient.user_alias':
    'Un alias de l’utilisateur : nom et étiquette. L’utilisateur doit exister.',
  'recipient.email':
    'Adresse de l’utilisateur. Demande prioritization, car plusieurs profils peuvent avoir la même adresse.',
  'recipient.braze_id': 'L’identifiant que Braze a donné au profil.',
  'recipient.prioritization':
    'Quel profil compte quand plusieurs ont l’adresse. Sans gagnant rien n’est envoyé ; finir donc par une valeur de récence.',
  'recipient.trigger_properties':
    'Valeurs pour ce seul destinataire. Elles l’emportent sur les mêmes noms de la requête.',
  'recipient.context':
    'Valeurs pour ce seul destinataire. Elles l’emportent sur les mêmes noms de la requête.',
  'recipient.canvas_entry_properties': 'Ancien nom de context, encore accepté.',
  'recipient.send_to_existing_only':
    'true (par défaut) n’atteint que les utilisateurs existants. false les crée aussi et demande attributes ; pas avec un alias.',
  'recipient.attributes':
    'Champs du profil et attributs personnalisés, écrits avant l’envoi. Les valeurs existantes sont remplacées.',

  'alias.alias_name': 'Nom de l’alias, sensible à la casse. 1 à 236 octets.',
  'alias.alias_label': 'Sorte d’alias. 1 à 236 octets.',

  'attachment.file_name': 'Nom du fichier sans extension.',
  'attachment.url':
    'Adresse du fichier. Son extension décide du type ; le fichier peut être réutilisé pendant un jour environ.',
  'attachment.basic_auth_credential':
    'Nom d’identifiants Connected Content enregistrés pour l’adresse.',

  'schedule.time':
    'Date et heure ISO 8601. En UTC, ou sans fuseau pour une heure locale ou optimale.',
  'schedule.in_local_time':
    'true envoie à cette heure dans le fuseau de chaque utilisateur. Par défaut false.',
  'schedule.at_optimal_time':
    'true envoie à l’heure optimale de chaque utilisateur ce jour-là. Par défaut false.',

  external_user_ids: 'Vos propres identifiants des utilisateurs. Avec les alias, 50 au plus.',
  user_aliases: 'Alias des utilisateurs. Avec les identifiants, 50 au plus.',
  segment_id:
    'Identifiant d’API du segment. Avec des utilisateurs, seuls ceux qui en font partie sont atteints.',
  'messages.campaign_id':
    'Identifiant d’API d’une campagne API, pour les statistiques du tableau de bord. Chaque message demande alors une variante.',
  override_frequency_capping:
    'true ignore les limites de fréquence des campagnes. Par défaut false.',
  override_messaging_limits:
    'true ignore les limites de fréquence des campagnes. Par défaut false.',
  recipient_subscription_state:
    'Quels statuts d’abonnement sont atteints : opted_in, subscribed (par défaut, avec opted_in) ou all.',
  messages: 'Les messages par canal.',

  'audience.AND': 'Tous doivent être remplis.',
  'audience.OR': 'Au moins un doit être rempli.',
  'audience.custom_attribute':
    'Filtre sur un attribut personnalisé. Les attributs imbriqués ne sont pas proposés.',
  'audience.push_subscription_status': 'Filtre sur l’abonnement aux notifications push.',
  'audience.email_subscription_status': 'Filtre sur l’abonnement aux e-mails.',
  'audience.last_used_app': 'Filtre sur la dernière utilisation de l’application.',
  'filter.custom_attribute_name': 'Nom de l’attribut personnalisé, comme dans le profil.',
  'filter.custom.comparison':
    'Comment comparer. Doit convenir au type de l’attribut, que seul l’espace de travail connaît.',
  'filter.custom.value':
    'À quoi comparer. Son type dépend de la comparaison ; aucune pour exists et does_not_exist.',
  'filter.subscription.comparison': 'is ou is_not.',
  'filter.subscription.value': 'opted_in, subscribed ou unsubscribed.',
  'filter.last_used.comparison': 'after ou before.',
  'filter.last_used.value': 'Date et heure ISO 8601.',

  'attributes.first_name': 'Prénom.',
  'attributes.last_name': 'Nom de famille.',
  'attributes.email':
    'Adresse e-mail. À donner quand un nouvel utilisateur doit recevoir un e-mail, sinon l’envoi peut attendre des heures.',
  'attributes.phone': 'Numéro de téléphone, de préférence en E.164 comme +15550100199.',
  'attributes.country':
    'Pays en ISO 3166-1 alpha-2. Les autres formes sont converties ou mises à null.',
  'attributes.language': 'Langue en ISO 639-1.',
  'attributes.home_city': 'Ville de résidence.',
  'attributes.time_zone': 'Fuseau horaire par son nom IANA. Un nom inconnu est ignoré.',
  'attributes.gender':
    'M, F, O (autre), N (sans objet), P (préfère ne pas dire) ou null (inconnu).',
  'attributes.dob': 'Date de naissance, AAAA-MM-JJ.',
  'attributes.current_location': 'Dernier lieu connu : longitude et latitude.',
  'attributes.email_subscribe': 'Abonnement aux e-mails : opted_in, subscribed ou unsubscribed.',
  'attributes.push_subscribe':
    'Abonnement aux notifications push : opted_in, subscribed ou unsubscribed.',
  'attributes.subscription_groups':
    'Statuts de groupes d’abonnement. Par défaut, un déclenchement de Canvas ne les met pas à jour.',
  'attributes.push_tokens': 'Jetons push à importer. Ceux du push web ne peuvent pas l’être.',
  'attributes.email_open_tracking_disabled':
    'true désactive le suivi des ouvertures pour cet utilisateur.',
  'attributes.email_click_tracking_disabled':
    'true désactive le suivi des clics pour cet utilisateur.',
  'attributes.date_of_first_session': 'Première utilisation de l’application, ISO 8601.',
  'attributes.date_of_last_session': 'Dernière utilisation de l’application, ISO 8601.',
  'attributes.marked_email_as_spam_at':
    'Quand l’utilisateur a marqué un e-mail comme indésirable, ISO 8601.',
  'attributes.facebook': 'Compte Facebook : id, likes et num_friends.',
  'attributes.twitter': 'Compte Twitter : identifiant, nom affiché et nombres.',
  'attributes._merge_objects':
    'true fusionne les objets imbriqués avec les existants. Par défaut false : ils sont remplacés.',
  'attributes._update_existing_only':
    'Un réglage de /users/track ; son sens ici n’est pas documenté.',
  'attributes.push_token_import': 'Un réglage de /users/track ; son sens ici n’est pas documenté.',

  'location.longitude': 'Degrés est, −180 à 180.',
  'location.latitude': 'Degrés nord, −90 à 90.',
  'group.subscription_group_id': 'Identifiant du groupe d’abonnement.',
  'group.subscription_state': 'subscribed ou unsubscribed.',
  'group.use_double_opt_in_logic':
    'true lance le double opt-in d’un groupe SMS. Seulement avec subscribed.',
  'token.app_id': 'Identifiant d’API de l’application.',
  'token.token': 'Le jeton push.',
  'token.device_id':
    'Identifiant de l’appareil, 8 à 255 octets. Sans lui, un identifiant aléatoire est créé.',
  'facebook.id': 'Identifiant du compte.',
  'facebook.likes': 'Noms des pages aimées.',
  'facebook.num_friends': 'Nombre d’amis.',
  'twitter.id': 'Identifiant du compte.',
  'twitter.screen_name': 'Nom affiché.',
  'twitter.followers_count': 'Nombre d’abonnés.',
  'twitter.friends_count': 'Nombre de comptes suivis.',
  'twitter.statuses_count': 'Nombre de publications.',

  'messages.android_push': 'Notification push pour Android.',
  'messages.apple_push': 'Notification push pour les appareils Apple.',
  'messages.content_card': 'Carte de contenu.',
  'messages.email': 'E-mail.',
  'messages.kindle_push': 'Notification push pour Kindle.',
  'messages.web_push': 'Notification push pour navigateurs.',
  'messages.webhook': 'Webhook.',
  'messages.whats_app': 'Message WhatsApp.',
  'messages.sms': 'SMS ou MMS.',

  'message.message_variation_id':
    'Identifiant de la variante dans la campagne API. Requis avec campaign_id.',
  'message.app_id': 'Identifiant d’API de l’application.',
  'message.subscription_group_id': 'Identifiant du groupe d’abonnement visé.',
  'email.from': 'Expéditeur, comme QA <qa@example.org>.',
  'email.subject': 'Objet.',
  'email.body': 'HTML de l’e-mail. Requis sans email_template_id.',
  'email.email_template_id': 'Identifiant d’un modèle d’e-mail à utiliser au lieu de body.',
  'push.alert': 'Texte de la notification.',
  'push.title': 'Titre de la notification.',
  'push.extra':
    'Clés et valeurs propres à l’application. Sur les appareils Apple, ab et aps sont refusés.',
  'apple_push.content-available':
    'true envoie une notification silencieuse, pour laquelle alert n’est pas nécessaire.',
  'apple_push.interruption_level': 'passive, active, time-sensitive ou critical.',
  'apple_push.apns_priority': 'Priorité, 1 à 10.',
  'android_push.priority': 'Priorité dans la liste des notifications, −2 à 2.',
  'android_push.android_priority': 'Priorité du service push : normal ou high.',
  'android_push.time_to_live': 'Secondes avant l’expiration du message, 2 419 200 au plus.',
  'sms.body': 'Texte du SMS.',
  'webhook.url': 'Adresse appelée.',
  'webhook.request_method': 'POST, PUT, DELETE ou GET.',
  'content_card.type': 'CLASSIC, CAPTIONED_IMAGE ou BANNER.',
  'content_card.title': 'Titre de la carte.',
  'content_card.description': 'Texte de la carte.',
  'content_card.time_to_live': 'Secondes avant l’expiration de la carte, 30 jours au plus.',
  'content_card.expire_at': 'Quand la carte expire, ISO 8601, dans 30 jours au plus.',
  'whats_app.message_type': 'Sorte de message, comme template_message.',
  'whats_app.message': 'Le message ; ses parties dépendent de message_type.',

  'lookup.page': 'Page, à partir de 0, de 100 entrées chacune.',
  'lookup.include_archived': 'true liste aussi les éléments archivés. Par défaut false.',
  'lookup.sort_direction':
    'asc donne d’abord les plus anciens (par défaut), desc les plus récents.',
  'lookup.last_edit': 'Seulement ce qui a été modifié après ce moment, yyyy-MM-DDTHH:mm:ss.',
  'lookup.campaign_id': 'Identifiant d’API de la campagne.',
  'lookup.canvas_id': 'Identifiant d’API du Canvas.',
  'lookup.post_launch_draft_version':
    'true montre le brouillon d’une campagne lancée. Par défaut false.',
  'lookup.include_has_translatable_content':
    'true dit aussi si les messages ont du contenu traduisible. Par défaut false.',
  'lookup.send_id': 'L’identifiant d’envoi dont on veut les chiffres. Ils sont gardés 14 jours.',
  'lookup.length': 'Nombre de jours jusqu’à ending_at, 1 à 100.',
  'lookup.ending_at': 'Fin de la série, ISO 8601. Par défaut : maintenant.',
  'lookup.end_time': 'Jusqu’à quand lister les envois planifiés, ISO 8601.',
};
