import type { common as pattern } from '../en/common';

export const common: typeof pattern = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  delete: 'Löschen',
  loading: 'Wird geladen',
  more: 'Weitere Aktionen',
  name: 'Name',
  notifications: 'Mitteilungen',
  retry: 'Erneut versuchen',
  save: 'Speichern',
  sizeIs: 'Größe: {size}.',
  undo: 'Rückgängig',
};
