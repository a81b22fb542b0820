import type { lookups as pattern } from '../en/lookups';

export const lookups: typeof pattern = {
  chooseCampaign: 'Choisir une campagne…',
  chooseCanvas: 'Choisir un Canvas…',
  search: 'Chercher par nom, identifiant ou étiquette',
  reading: 'Lecture de la liste…',
  neverRead: 'La liste n’a pas encore été lue.',
  noneThere: 'Il n’y en a pas dans cet environnement.',
  readSoFar: 'Lecture, {names} noms jusqu’ici',
  asOf: 'lu {age}',
  counted: '{shown} sur {all}',
  refresh: 'Relire',
  offline: 'Hors ligne',
  lastSent: 'Dernier envoi {date}',
  idCopied: 'Le corps n’est pas du JSON valide. L’identifiant a été copié à la place.',
  detailsNotRead: 'Les détails n’ont pas été lus. {reason}',
  permission:
    'Il manque une permission à la clé : campaigns.list, campaigns.details, canvas.list et canvas.details sont nécessaires.',
  chip: {
    archived: 'Archivé',
    draft: 'Brouillon',
    paused: 'En pause',
    active: 'Actif',
    api: 'Campagne API',
    triggered: 'Déclenché par API',
    other: 'Non déclenché par API',
  },
};
