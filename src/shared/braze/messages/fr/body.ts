import type { BodyTexts } from '../message-texts';

/** French: the text, the target and the properties. */
export const bodyTexts: BodyTexts = {
  'JSON.empty': 'Le corps est vide. Saisir un objet JSON.',
  'JSON.not_object': 'Le corps est {type}, or chaque endpoint attend un objet. L’entourer de { }.',
  'JSON.unexpected': 'Ligne {line}, colonne {column} : « {found} » n’a pas sa place ici en JSON.',
  'JSON.unclosed':
    'Ligne {line}, colonne {column} : une parenthèse, un texte ou un commentaire est encore ouvert ici. Le fermer.',
  'JSON.trailing_comma':
    'Ligne {line}, colonne {column} : la virgule après la dernière entrée est retirée à l’envoi.',
  'JSON.missing_comma': 'Ligne {line}, colonne {column} : il manque une virgule avant.',
  'JSON.bad_escape':
    'Ligne {line}, colonne {column} : le texte contient un échappement inconnu de JSON. Écrire une barre oblique inverse \\\\.',
  'JSON.bad_character':
    'Ligne {line}, colonne {column} : le texte contient un caractère de contrôle brut. L’écrire sous forme d’échappement, comme \\t.',
  'JSON.bad_number':
    'Ligne {line}, colonne {column} : le nombre est incomplet. Ajouter les chiffres manquants.',
  'JSON.trailing_text':
    'Ligne {line}, colonne {column} : quelque chose suit la fin du corps. Le supprimer.',
  'JSON.duplicate_key':
    'Ligne {line} : « {field} » est donné plusieurs fois. Seule la dernière valeur compte ; supprimer les autres.',
  'JSON.duplicate_target':
    'Ligne {line} : « {field} » est donné plusieurs fois avec des valeurs différentes. Il décide de qui est atteint ; n’en garder qu’un.',
  'JSON.lone_surrogate':
    'Ligne {line}, colonne {column} : le texte contient un demi-caractère (substitut isolé) qu’UTF-8 ne peut pas transmettre. Le remplacer.',
  'JSON.body_size':
    'Le corps fait {bytes} octets ; le serveur accepte au plus 4 Mo ({limit}). Diviser l’appel.',
  'JSON.body_size_near':
    'Le corps fait {bytes} octets ; la limite de 4 Mo peut signifier {limit}. Diviser l’appel.',

  'R01.missing':
    'campaign_id manque, alors qu’il est requis. Ajouter l’identifiant de la campagne déclenchée par API.',
  'R01.empty': 'campaign_id est vide. Saisir l’identifiant de la campagne déclenchée par API.',
  'R01.not_text':
    'campaign_id est {type}, mais doit être un texte. Mettre l’identifiant entre guillemets.',
  'R02.dashboard_id':
    'campaign_id a 24 chiffres hexadécimaux, comme l’identifiant d’une adresse du tableau de bord. Utiliser l’identifiant d’API de la campagne (8-4-4-4-12 chiffres hexadécimaux).',
  'R02.white_space': 'campaign_id est entouré d’espaces. Les supprimer.',
  'R02.form':
    '« {value} » ne ressemble pas à un identifiant d’API de campagne (8-4-4-4-12 chiffres hexadécimaux). Vérifier l’identifiant.',
  'R03.not_text': 'send_id est {type}, mais doit être un texte. Le mettre entre guillemets.',
  'R03.empty': 'send_id est vide. Saisir un identifiant créé auparavant, ou supprimer le champ.',
  'R03.not_ascii':
    'send_id contient « {character} », or seuls les caractères ASCII sont permis. Le remplacer.',
  'R03.too_long': 'send_id a {length} caractères ; {limit} sont permis. Le raccourcir.',

  'R04.not_object': '{field} est {type}, mais doit être un objet de noms et de valeurs.',
  'R04.empty_text':
    'trigger_properties est un texte vide, mais devrait être un objet. Utiliser { }.',
  'R05.too_large':
    'trigger_properties fait {bytes} octets ; 50 Ko (au plus {limit}) sont permis. Envoyer moins de données.',
  'R05.near_limit':
    'trigger_properties fait {bytes} octets ; la limite de 50 Ko peut signifier {limit}. Envoyer moins de données.',
  'R05.merged':
    'Avec les trigger_properties de la requête, ce destinataire atteint {bytes} octets ; la limite de 50 Ko peut valoir pour les deux ({limit}).',
  'R06.null':
    'Une propriété est null, ce qui n’est pas un type documenté. L’omettre ou lui donner une valeur.',
  'R06.null_in_context':
    'Une valeur du contexte est null, ce qui n’est pas un type documenté. L’omettre ou lui donner une valeur.',
  'R06.braces':
    'Une balise Liquid est entourée d’au moins trois accolades, or Liquid en attend exactement deux. Supprimer celles en trop.',

  'R07.not_boolean': 'broadcast est {type}, mais doit être true ou false sans guillemets.',
  'R08.with_recipients':
    'broadcast est true et des destinataires sont nommés : les deux s’excluent. Supprimer l’un d’eux.',
  'R08.with_empty_list':
    'broadcast est true et recipients est une liste vide. Supprimer recipients.',
  'R09.no_target':
    'Personne n’est ciblé : ni recipients, ni audience, et broadcast n’est pas true. Ajouter des destinataires.',
  'R10.audience_alone':
    'Une audience sans recipients et sans broadcast: true. La documentation se contredit ici ; ajouter l’un d’eux.',
  'R11.attachments':
    'Les pièces jointes ne vont pas avec broadcast: true. Les supprimer ou nommer des destinataires.',

  'R25.segment_id':
    'segment_id n’est pas pris en charge par les endpoints de déclenchement. Le supprimer ; la campagne ou le Canvas a son propre segment.',
  'R25.api_key':
    'api_key dans le corps est obsolète et peut fuiter. Le supprimer ; la clé va dans l’en-tête Authorization.',
  'R25.context_for_campaign':
    '{field} est destiné aux Canvas ; une campagne ne le lit pas. Utiliser trigger_properties.',
  'R25.schedule_on_send':
    'schedule appartient à schedule/create ; cet endpoint envoie tout de suite. Le supprimer ou changer d’endpoint.',
  'R25.messages_field': '{field} appartient à /messages/send. Utiliser recipients ici.',
  'R25.misspelled_field': '« {field} » n’est pas un champ ici. Serait-ce {suggestion} ?',
  'R25.unknown_field':
    '« {field} » n’est pas un champ ici. Le supprimer, ou vérifier sa place et son orthographe.',
};
