import type { collections as pattern } from '../en/collections';

export const collections: typeof pattern = {
  untitled: 'Unbenannt',
  create: 'Anlegen',
  newFolder: 'Neuer Ordner',
  newRequestHere: 'Neue Anfrage hier',
  rename: 'Umbenennen',
  duplicate: 'Duplizieren',
  reveal: 'Im Dateimanager zeigen',
  addFolder: 'Ordner hinzufügen',
  removeFolder: 'Aus der Liste nehmen',
  deleted: '„{name}“ wurde gelöscht.',
  filter: 'Anfragen filtern',
  clearFilter: 'Filter leeren',
  noMatch: 'Keine Anfrage trägt das im Namen.',
  empty:
    'Eine Sammlung ist ein Ordner mit gespeicherten Anfragen, zum Beispiel in einem Git-Checkout.',
  saveTitle: 'Anfrage speichern',
  folder: 'Ordner',
  noneToSaveIn: 'Es gibt noch keine Sammlung als Speicherort.',
  truncated: 'Enthält mehr Dateien, als hier gezeigt werden',
  state: {
    missing: 'Der Ordner ist nicht da',
    read_only: 'Schreibgeschützt',
    unreadable: 'Der Ordner ist nicht lesbar',
  },
};
