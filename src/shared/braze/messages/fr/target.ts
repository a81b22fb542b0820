import type { TargetTexts } from '../message-texts';

/** French: what is known of the target and its properties. */
export const targetTexts: TargetTexts = {
  'Q01.missing': '{field} manque. Cette consultation en a besoin.',
  'Q01.type':
    '{field} est {type}, mais il va dans l’adresse : il faut un texte, un nombre ou un booléen.',
  'Q01.value': '« {value} » n’est pas une valeur de {field}. Voir sa référence.',

  'T01.is_canvas':
    'C’est l’identifiant du Canvas « {name} », pas d’une campagne. Choisissez une campagne ou le point de terminaison des Canvas.',
  'T01.is_campaign':
    'C’est l’identifiant de la campagne « {name} », pas d’un Canvas. Choisissez un Canvas ou le point de terminaison des campagnes.',
  'T01.campaign_not_listed':
    'Aucune campagne de cet environnement n’avait cet identifiant à la lecture de la liste. Choisissez-en une ou relisez la liste.',
  'T01.canvas_not_listed':
    'Aucun Canvas de cet environnement n’avait cet identifiant à la lecture de la liste. Choisissez-en un ou relisez la liste.',
  'T01.archived': '« {name} » est archivé. L’appel est accepté avec une remarque, et rien ne part.',
  'T01.draft': '« {name} » est un brouillon jamais lancé. L’appel est refusé, ou rien ne part.',
  'T01.disabled':
    '« {name} » est en pause. L’appel est accepté avec une remarque, et rien ne part.',
  'T01.api_campaign':
    '« {name} » est une campagne API, celle à laquelle /messages/send se réfère. Choisissez une campagne déclenchée par API.',
  'T01.not_api_campaign': '« {name} » n’est pas une campagne API. /messages/send en demande une.',
  'T01.not_triggered':
    '« {name} » démarre seul (schedule_type {scheduleType}). Choisissez une livraison déclenchée par API.',
  'T01.no_email':
    '« {name} » n’a pas d’e-mail ({channels}). Les pièces jointes ne partent qu’avec un e-mail.',
  'T02.missing': '« {property} » manque. Il est lu dans {place}, où la place resterait vide.',
  'T02.missing_for_recipient':
    'Le destinataire {recipient} n’a pas « {property} », la requête non plus. Il est lu dans {place}.',
  'T02.merge_unclear':
    '« {property} » n’est que dans les propriétés de la requête, que celles-ci remplacent. Il est lu dans {place}.',
  'T02.misspelt': 'Aucun texte ne lit « {field} ». Il s’agit sans doute de « {suggestion} ».',
  'T02.unused': 'Aucun texte ne lit « {field} ».',
};
