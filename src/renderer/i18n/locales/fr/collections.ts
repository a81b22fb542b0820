import type { collections as pattern } from '../en/collections';

export const collections: typeof pattern = {
  untitled: 'Sans titre',
  create: 'Créer',
  newFolder: 'Nouveau dossier',
  newRequestHere: 'Nouvelle requête ici',
  rename: 'Renommer',
  duplicate: 'Dupliquer',
  reveal: 'Afficher dans le gestionnaire de fichiers',
  addFolder: 'Ajouter un dossier',
  removeFolder: 'Retirer de la liste',
  deleted: '« {name} » a été supprimé.',
  filter: 'Filtrer les requêtes',
  clearFilter: 'Effacer le filtre',
  noMatch: 'Aucune requête ne porte ce nom.',
  empty: 'Une collection est un dossier de requêtes enregistrées, par exemple dans un dépôt Git.',
  saveTitle: 'Enregistrer la requête',
  folder: 'Dossier',
  noneToSaveIn: 'Il n’y a pas encore de collection où enregistrer.',
  truncated: 'Contient plus de fichiers qu’affiché ici',
  state: {
    missing: 'Le dossier est introuvable',
    read_only: 'Lecture seule',
    unreadable: 'Le dossier est illisible',
  },
};
