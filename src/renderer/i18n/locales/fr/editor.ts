import type { editor as pattern } from '../en/editor';

export const editor: typeof pattern = {
  endpoint: 'Endpoint',
  validate: 'Vérifier',
  send: 'Envoyer',
  sendTo: 'Envoyer à {environment}',
  body: 'Corps',
  file: 'Fichier',
  part: {
    recipients: 'Destinataires',
    audience: 'Audience',
    attachments: 'Pièces jointes',
  },
  obstacle: {
    broken:
      'Le corps n’est pas du JSON valide : ligne {line}, colonne {column}. Rien n’est modifié ici tant qu’il ne peut pas être lu.',
    noList:
      '« {field} » n’est pas une liste : ligne {line}, colonne {column}. Rien n’est modifié ici tant que ce n’en est pas une.',
    noObject:
      '« {field} » n’est pas un objet : ligne {line}, colonne {column}. Rien n’est modifié ici tant que ce n’en est pas un.',
    bodyNoObject:
      'Le corps n’est pas un objet : ligne {line}, colonne {column}. Rien n’est modifié ici tant que ce n’en est pas un.',
  },
  variables: 'Variables',
  notes: 'Notes',
  parts: 'Parties de la requête',
  bodyLabel: 'Corps, JSON avec commentaires',
  fileLabel: 'Fichier entier, JSON avec commentaires',
  notesHint: 'À quoi sert cette requête, que regarder dans la réponse',
  changedOnDisk:
    'Le fichier a changé sur le disque alors qu’il y a ici des modifications non enregistrées.',
  reload: 'Recharger',
  keepMine: 'Garder les miennes',
  removedOnDisk: 'Le fichier n’est plus sur le disque. L’enregistrement l’écrira de nouveau.',
  mended: 'Le fichier est de nouveau lisible.',
  showAsRequest: 'Afficher comme requête',
  showPlace: 'Montrer l’endroit',
  broken: {
    broken_json:
      'Le fichier n’est pas du JSON valide : ligne {line}, colonne {column}. Il est affiché en entier et ne peut pas être envoyé.',
    not_object:
      'Le fichier ne contient pas d’objet JSON : ligne {line}, colonne {column}. Il est affiché en entier et ne peut pas être envoyé.',
    wrong_type:
      '« {field} » n’a pas le bon type : ligne {line}, colonne {column}. Le fichier est affiché en entier et ne peut pas être envoyé.',
  },
  problems: 'Problèmes',
  severity: {
    error: 'Erreur',
    warning: 'Avertissement',
    info: 'Remarque',
  },
  variableUnresolved:
    'La variable « {name} » n’a de valeur ni dans cette requête ni dans l’environnement.',
  variableNotJson:
    'La valeur de la variable « {name} » n’est pas du JSON, alors que son type est JSON.',
  variablesHint:
    'S’emploie dans le corps sous la forme {example}. Une valeur d’ici l’emporte sur celle de l’environnement.',
  variableName: 'Nom',
  variableValue: 'Valeur',
  variableValueOf: 'Valeur de {name}',
  variableKind: 'Type',
  kindText: 'Texte',
  kindJson: 'JSON',
  variableAdd: 'Ajouter une variable',
  variableRemove: 'Retirer {name}',
  variableRepeated: 'Nommées plusieurs fois, la dernière compte : {names}',
  splitTitle: '{title} ({number} sur {count})',
  splitDone: '{count} requêtes ont été tirées de « {title} », qui reste telle quelle.',
  verdict: {
    clear: 'Rien ne s’y oppose',
    needs_confirmation: 'L’envoi demandera une confirmation',
    blocked: 'Cette requête ne serait pas envoyée',
  },
  unsaved: {
    title: 'Enregistrer « {title} » ?',
    text: 'Des modifications ne figurent encore dans aucun fichier.',
    discard: 'Fermer sans enregistrer',
  },
};
