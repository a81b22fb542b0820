import type { attachments as pattern } from '../en/attachments';

export const attachments: typeof pattern = {
  empty: 'Pas de pièce jointe : l’e-mail part sans fichier.',
  add: 'Ajouter une pièce jointe',
  list: 'Pièces jointes de l’e-mail',
  limits:
    'Pour l’e-mail seulement, et pas avec broadcast. Jusqu’à 2 Mo ; par fichier ou en tout, ce n’est pas documenté. Braze lit chaque fichier à son adresse et peut le garder environ un jour : une nouvelle version demande une nouvelle adresse.',
  types: '{count} types autorisés',
  nameless: 'sans nom',
  addressless: 'sans adresse',
  typeUnknown: 'type inconnu',
  typeWrong: '{type} n’est pas autorisé',
  fileName: 'Nom du fichier',
  fileNameHint: 'Sans extension : le type vient de l’adresse.',
  url: 'Adresse',
  credential: 'Identifiants',
  credentialHint: 'Nom d’identifiants Connected Content enregistrés ; vide s’il n’y en a pas.',
  moveUp: 'Monter',
  moveDown: 'Descendre',
  duplicate: 'Dupliquer',
  remove: 'Supprimer',
  showText: 'Montrer dans le texte',
  actions: 'Actions : {name}',
  removed: 'Supprimé : {name}',
  odd: 'Cette entrée n’est pas comprise',
  oddReason: 'Ce n’est pas un objet dont chaque champ figure une fois.',
  refused: 'Rien n’a changé : le texte n’est plus celui qui était affiché.',
  locked:
    'Une virgule manque ou est de trop dans la liste. Rien ne change ici tant que le texte n’est pas corrigé.',
};
