import type { UserTexts } from '../message-texts';

/** French: recipients and their attributes. */
export const userTexts: UserTexts = {
  'R12.not_array': 'recipients est {type}, mais doit être une liste d’objets. L’entourer de [ ].',
  'R12.entry_not_object':
    'Un destinataire est {type}, mais doit être un objet avec un identifiant.',
  'R12.too_many':
    'Il y a {count} destinataires ; un appel en prend {limit}. Les répartir sur plusieurs appels.',
  'R13.none':
    'Le destinataire n’a pas d’identifiant. Ajouter exactement un de external_user_id, user_alias, email, braze_id.',
  'R13.phone_only':
    'phone n’identifie pas de destinataire ici. Utiliser exactement un de external_user_id, user_alias, email, braze_id.',
  'R13.several': 'Le destinataire a plusieurs identifiants ({fields}). En garder exactement un.',
  'R13.null_beside': '{field} est null à côté d’un autre identifiant. Le supprimer.',
  'R14.external_empty': 'external_user_id est vide. Saisir l’identifiant de l’utilisateur.',
  'R14.external_not_text': 'external_user_id est {type}, mais doit être un texte.',
  'R14.external_number':
    'external_user_id est le nombre {value} ; un texte est documenté. Le mettre entre guillemets.',
  'R14.external_long':
    'external_user_id fait {bytes} octets ; les profils en prennent au plus {limit}. Vérifier l’identifiant.',
  'R14.control_character':
    '{field} contient un caractère de contrôle, comme un saut de ligne. Le supprimer.',
  'R14.surrounding_space': 'L’identifiant commence ou finit par une espace, qui compte. Vérifier.',
  'R14.email_form': '« {value} » n’est pas une adresse e-mail. La corriger.',
  'R14.braze_id_form': 'braze_id doit être un texte non vide.',
  'R15.not_object':
    'user_alias est {type}, mais doit être un objet avec alias_name et alias_label.',
  'R15.part_missing':
    'Il manque {part} dans user_alias. alias_name et alias_label sont tous deux requis.',
  'R15.part_empty': '{part} est vide. Les deux parties d’un alias sont requises.',
  'R15.part_not_text': '{part} est {type}, mais doit être un texte.',
  'R15.part_long': '{part} fait {bytes} octets ; {limit} sont permis. Le raccourcir.',
  'R16.no_prioritization':
    'email demande une prioritization, car plusieurs profils peuvent avoir l’adresse. En ajouter une, comme ["identified", "most_recently_updated"].',
  'R16.without_email': 'prioritization n’a de sens qu’avec email. Le supprimer.',
  'R17.not_array': 'prioritization est {type}, mais doit être une liste. L’entourer de [ ].',
  'R17.unknown_value':
    '« {value} » n’est pas une priorisation. Utiliser identified, unidentified, most_recently_updated ou least_recently_updated.',
  'R17.letter_case': '« {value} » doit s’écrire {expected}.',
  'R17.both_identified': 'identified et unidentified s’excluent. N’en garder qu’un.',
  'R17.tie':
    'Deux profils peuvent être à égalité, et rien n’est alors envoyé. Ajouter most_recently_updated ou least_recently_updated.',
  'R17.both_recency':
    'most_recently_updated et least_recently_updated se contredisent. N’en garder qu’un.',
  'R17.repeat': '{value} figure deux fois. En supprimer un.',
  'R18.attributes_missing':
    'send_to_existing_only est false, donc attributes est requis pour le nouvel utilisateur. L’ajouter.',
  'R18.attributes_empty':
    'send_to_existing_only est false, mais attributes est vide : aucun utilisateur n’est créé. Ajouter des attributs.',
  'R18.attributes_not_object': 'attributes est {type}, mais doit être un objet.',
  'R18.not_boolean':
    'send_to_existing_only est {type}, mais doit être true ou false sans guillemets.',
  'R19.false_with_alias':
    'send_to_existing_only: false ne peut pas créer un utilisateur qui n’a qu’un alias. Le supprimer.',
  'R19.true_with_alias':
    'send_to_existing_only n’irait pas avec user_alias. Le supprimer ; true vaut de toute façon.',

  'R20.inc': 'inc prend un nombre entier, comme 1 ou -2.',
  'R20.list_operator': '{operator} est {type}, mais doit être une liste. L’entourer de [ ].',
  'R20.object_operator': '{operator} prend une liste d’objets ; trouvé : {type}.',
  'R20.update_parts': 'Il manque {parts} dans une entrée de {operator}. L’ajouter.',
  'R20.time':
    '$time est {type}, mais doit être une date sous forme de texte. Sinon tout l’objet imbriqué serait ignoré.',
  'R20.subscription_groups':
    'subscription_groups est {type}, mais doit être une liste de groupes. L’entourer de [ ].',
  'R20.subscription_entry':
    'Un groupe d’abonnement est {type}, mais doit être un objet avec identifiant et statut.',
  'R20.subscription_id':
    'Il manque au groupe d’abonnement un subscription_group_id sous forme de texte.',
  'R20.subscription_state':
    'subscription_state est « {value} ». Seuls subscribed et unsubscribed sont permis.',
  'R20.double_opt_in': 'use_double_opt_in_logic n’agit qu’avec subscribed. Le supprimer.',
  'R20.subscribe_value': '{field} prend opted_in, subscribed ou unsubscribed.',
  'R20.location':
    'current_location demande longitude et latitude sous forme de nombres. Il manque : {parts}.',
  'R20.push_tokens': 'push_tokens doit être une liste d’objets ; trouvé : {type}.',
  'R20.push_token_part': 'Il manque {part} au jeton push sous forme de texte.',
  'R20.device_id': 'device_id doit faire {least} à {limit} octets ; il en fait {bytes}.',
  'R20.gender': 'gender prend M, F, O, N, P ou null.',
  'R20.dob': 'dob prend un jour qui existe, écrit AAAA-MM-JJ.',
  'R20.email':
    'L’attribut email n’est pas une adresse e-mail. La corriger, ou la retirer avec null.',
  'R20.not_boolean': '{field} est {type}, mais doit être true ou false.',
  'R20.identifier_inside':
    '{field} se trouve dans attributes, mais le destinataire a déjà son identifiant. Le supprimer.',
  'R20.letter_case':
    '« {field} » devient un attribut personnalisé, car les champs du profil sont en minuscules. Écrire {expected}.',
  'R20.long_array':
    'La liste a {count} entrées ; un profil en garde au plus {limit}. La raccourcir.',
  'R20.nested_key':
    '« {field} » : dans un objet imbriqué, un nom ne devrait avoir ni espace, ni point, ni $, sinon la mise à jour peut être ignorée.',
  'R21.same_user':
    'Le même utilisateur est déjà le destinataire {first}. Un seul message part, avec les dernières propriétés. En supprimer un.',
  'R21.same_address':
    'L’adresse ne diffère du destinataire {first} que par la casse. C’est peut-être le même utilisateur ; en supprimer un.',
};
