import type { common as pattern } from '../en/common';

export const common: typeof pattern = {
  cancel: 'Annuler',
  close: 'Fermer',
  copy: 'Copier',
  copied: 'Copié',
  delete: 'Supprimer',
  discard: 'Abandonner',
  loading: 'Chargement',
  more: 'Autres actions',
  name: 'Nom',
  none: 'Aucun',
  notifications: 'Notifications',
  retry: 'Réessayer',
  save: 'Enregistrer',
  undo: 'Annuler',
};
