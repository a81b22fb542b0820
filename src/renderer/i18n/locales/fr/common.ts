import type { common as pattern } from '../en/common';

export const common: typeof pattern = {
  cancel: 'Annuler',
  close: 'Fermer',
  copy: 'Copier',
  copied: 'Copié',
  delete: 'Supprimer',
  loading: 'Chargement',
  more: 'Autres actions',
  name: 'Nom',
  notifications: 'Notifications',
  retry: 'Réessayer',
  save: 'Enregistrer',
  sizeIs: 'Taille : {size}.',
  undo: 'Annuler',
};
