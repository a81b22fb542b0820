import type { lookups as pattern } from '../en/lookups';

export const lookups: typeof pattern = {
  chooseCampaign: 'Kampagne wählen…',
  chooseCanvas: 'Canvas wählen…',
  search: 'Nach Name, ID oder Tag suchen',
  reading: 'Liste wird gelesen…',
  neverRead: 'Die Liste wurde noch nicht gelesen.',
  noneThere: 'In dieser Umgebung gibt es keine.',
  readSoFar: 'Wird gelesen, bisher {names} Namen',
  asOf: 'Stand {age}',
  counted: '{shown} von {all}',
  refresh: 'Neu lesen',
  offline: 'Offline',
  lastSent: 'Zuletzt gesendet {date}',
  idCopied: 'Der Body ist kein gültiges JSON. Stattdessen wurde die ID kopiert.',
  detailsNotRead: 'Die Details wurden nicht gelesen. {reason}',
  permission:
    'Dem Schlüssel fehlt eine Berechtigung: nötig sind campaigns.list, campaigns.details, canvas.list und canvas.details.',
  chip: {
    archived: 'Archiviert',
    draft: 'Entwurf',
    paused: 'Angehalten',
    active: 'Aktiv',
    api: 'API-Kampagne',
    triggered: 'API-ausgelöst',
    other: 'Nicht API-ausgelöst',
  },
};
