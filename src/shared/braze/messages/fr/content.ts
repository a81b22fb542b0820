import type { ContentTexts } from '../message-texts';

/** French: attachments, audiences, Canvases, messages and schedules. */
export const contentTexts: ContentTexts = {
  'R22.not_array': 'attachments est {type}, mais doit être une liste d’objets. L’entourer de [ ].',
  'R22.entry_not_object': 'Une pièce jointe est {type}, mais doit être un objet.',
  'R22.part_missing':
    'Il manque {part} à la pièce jointe. file_name et url sont tous deux requis sous forme de texte.',
  'R22.credential':
    'basic_auth_credential est {type}, mais doit être le nom d’identifiants enregistrés.',
  'R23.type':
    'Les fichiers de type .{extension} ne peuvent pas être joints. Utiliser un des types permis.',
  'R24.not_absolute': 'url doit être une adresse complète qui commence par https:// ou http://.',
  'R24.no_extension':
    'L’adresse n’a pas d’extension de fichier, dont le type est déduit. Utiliser une adresse qui en a une.',
  'R24.name_with_extension': 'file_name contient .{extension}, qui est tirée de l’url. L’omettre.',
  'R24.google_drive':
    'Google Drive refuse souvent le fichier au serveur qui le demande. Utiliser un autre hôte.',
  'R24.personal_data':
    'L’adresse semble contenir des données personnelles ({parameter}). Les adresses finissent dans des journaux ; les omettre.',
  'R24.secret':
    'L’adresse semble contenir un secret ({parameter}). Utiliser basic_auth_credential ou un fichier public.',

  'R26.not_object': 'Cette partie de l’audience est {type}, mais doit être un objet.',
  'R26.operator': '« {found} » n’est pas un opérateur. Seuls AND et OR existent.',
  'R26.operator_case': 'L’opérateur « {found} » doit être en majuscules : {expected}.',
  'R26.not_list': '{operator} prend une liste de filtres ; trouvé : {type}. L’entourer de [ ].',
  'R26.several_keys':
    'Cette partie de l’audience a {count} clés ; une seule est prévue. Relier les filtres par AND ou OR.',
  'R26.empty_node': 'Cette partie de l’audience est vide. Ajouter un filtre ou la supprimer.',
  'R26.filter_not_object': 'Le filtre {filter} est {type}, mais doit être un objet.',
  'R26.empty_list': '{operator} a une liste vide. Ajouter un filtre ou supprimer l’opérateur.',
  'R27.comparison_missing': 'Il manque comparison au filtre {filter}. L’ajouter.',
  'R27.comparison':
    '« {comparison} » n’est pas une comparaison de {filter}. En choisir une que le filtre propose.',
  'R27.old_name': 'does_not_equal est un ancien nom pour les booléens. Écrire not_equal.',
  'R28.value_missing': '{comparison} demande une valeur (value). L’ajouter.',
  'R28.value_type': '{comparison} prend : {expected}. Trouvé : {type}.',
  'R28.date': '« {value} » n’est pas une date et heure ISO 8601, comme 2026-01-31T09:00:00Z.',
  'R28.date_only': '« {value} » n’a pas d’heure. L’écrire en entier, comme 2026-01-31T09:00:00Z.',
  'R28.subscription_value':
    '« {value} » n’est pas un statut d’abonnement. Utiliser opted_in, subscribed ou unsubscribed.',
  'R28.value_unused': '{comparison} ne prend pas de valeur. La supprimer.',
  'R28.days': '{comparison} compte des jours ; {value} n’est pas un entier à partir de 0.',
  'R28.regex': 'L’expression régulière ne se compile pas. Vérifier parenthèses et échappements.',
  'R28.list_unconfirmed':
    '{comparison} est documenté avec une valeur. Pour une liste, utiliser is_none_of.',
  'R28.empty_list': '{comparison} a une liste vide. Ajouter des valeurs.',
  'R29.kind':
    '« {filter} » n’est pas un filtre d’audience connectée. Il y en a quatre : custom_attribute, push_subscription_status, email_subscription_status, last_used_app.',
  'R29.name_missing': 'Il manque au filtre custom_attribute_name sous forme de texte. L’ajouter.',
  'R29.name_dot':
    '« {name} » contient un point. Les attributs imbriqués ne peuvent pas être filtrés ici ; vérifier le nom.',

  'R30.canvas_missing':
    'canvas_id manque, alors qu’il est requis. Ajouter l’identifiant du Canvas.',
  'R30.canvas_empty': 'canvas_id est vide. Saisir l’identifiant du Canvas déclenché par API.',
  'R30.canvas_not_text':
    'canvas_id est {type}, mais doit être un texte. Mettre l’identifiant entre guillemets.',
  'R30.canvas_form':
    'canvas_id ne ressemble pas à un identifiant d’API de Canvas (8-4-4-4-12 chiffres hexadécimaux). Vérifier l’identifiant.',
  'R30.context_not_object': '{field} est {type}, mais doit être un objet de noms et de valeurs.',
  'R30.context_empty_text':
    'Le contexte est un texte vide, mais devrait être un objet. Utiliser { }.',
  'R30.context_too_large':
    'Le contexte fait {bytes} octets ; 50 Ko (au plus {limit}) sont permis. Envoyer moins de données.',
  'R30.context_near_limit':
    'Le contexte fait {bytes} octets ; la limite de 50 Ko peut signifier {limit}. Envoyer moins de données.',
  'R30.context_merged':
    'Avec le contexte de la requête, ce destinataire atteint {bytes} octets ; la limite de 50 Ko peut valoir pour les deux ({limit}).',
  'R30.old_name': 'canvas_entry_properties est l’ancien nom. Écrire context.',
  'R30.both_names':
    'context et canvas_entry_properties sont tous deux donnés ; lequel compte reste ouvert. Garder context.',
  'R30.trigger_properties': 'trigger_properties n’a pas d’effet dans un Canvas. Utiliser context.',
  'R30.attachments':
    'Les pièces jointes ne sont documentées que pour les campagnes. Les supprimer.',
  'R30.subscription_groups':
    'Par défaut, un déclenchement de Canvas ne met pas à jour les groupes d’abonnement. Le faire par un autre appel.',
  'R30.shared_rules':
    'Les Canvas suivent ici les mêmes règles que les campagnes. Enfreintes : {rules}.',

  'R31.no_target':
    'Il n’y a pas de cible. Ajouter external_user_ids, user_aliases, segment_id ou audience.',
  'R31.no_users':
    'Aucun utilisateur n’est nommé et broadcast n’est pas true. Nommer des utilisateurs, ou mettre broadcast à true pour atteindre toute la cible.',
  'R31.broadcast_with_users':
    'broadcast est true et des utilisateurs sont nommés : les deux s’excluent. Supprimer l’un d’eux.',
  'R31.ids_not_texts': 'external_user_ids doit être une liste de textes ; trouvé : {type}.',
  'R31.aliases_not_list': 'user_aliases est {type}, mais doit être une liste d’objets.',
  'R31.segment_not_text': 'segment_id est {type}, mais doit être un texte.',
  'R31.too_many':
    '{count} identifiants et alias sont nommés ; un appel en prend {limit} au total. Les répartir sur plusieurs appels.',
  'R31.recipients':
    'recipients appartient aux endpoints de déclenchement. Utiliser external_user_ids ou user_aliases ici.',
  'R32.messages_missing': 'messages manque : il n’y a rien à envoyer. Ajouter un canal.',
  'R32.messages_not_object': 'messages est {type}, mais doit être un objet de canaux.',
  'R32.messages_empty': 'messages est vide : il n’y a rien à envoyer. Ajouter un canal.',
  'R32.channel':
    '« {channel} » n’est pas un canal. Utiliser par exemple email, apple_push ou android_push.',
  'R32.channel_not_object': 'Le message {channel} est {type}, mais doit être un objet.',
  'R32.campaign_not_text': 'campaign_id est {type}, mais doit être un texte.',
  'R32.variation_missing':
    'Avec campaign_id, chaque message demande un message_variation_id. L’ajouter dans {channel}.',
  'R32.subscription_state':
    '« {value} » n’est pas une valeur de recipient_subscription_state. Utiliser opted_in, subscribed ou all.',
  'R32.not_boolean': '{field} est {type}, mais doit être true ou false sans guillemets.',
  'R32.part_missing':
    'Le message {channel} est documenté avec {part}. Vérifier s’il est nécessaire.',

  'R33.schedule_missing': 'schedule manque. L’ajouter avec une heure (time).',
  'R33.not_object': 'schedule est {type}, mais doit être un objet avec une heure.',
  'R33.time_missing': 'Il manque time dans schedule. L’ajouter, comme 2031-01-31T09:00:00Z.',
  'R33.time_form': '« {value} » n’est pas une date et heure ISO 8601, comme 2031-01-31T09:00:00Z.',
  'R33.date_only': 'L’heure ne nomme qu’un jour. L’écrire en entier, comme 2031-01-31T09:00:00Z.',
  'R33.flag': '{field} est {type}, mais doit être true ou false sans guillemets.',
  'R33.zone':
    'Avec in_local_time ou at_optimal_time, l’heure est locale ; aucun fuseau n’est attendu. Supprimer Z ou le décalage.',
  'R33.past': 'L’heure est déjà passée. En choisir une plus tardive.',
  'R34.target_missing': '{field} manque ; il est requis pour modifier une planification.',
  'R34.schedule_id_missing':
    'schedule_id manque. Ajouter l’identifiant que schedule/create a répondu.',
  'R34.schedule_id_form': 'schedule_id doit être un texte non vide.',
  'R34.schedule_missing':
    'schedule manque. La nouvelle planification remplace l’ancienne ; l’ajouter.',
  'R35.campaign_missing':
    'campaign_id manque. Un identifiant d’envoi est créé pour une campagne ; ajouter le sien.',
  'R35.campaign_form': 'campaign_id doit être un texte non vide.',
};
