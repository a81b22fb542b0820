import type { attachments as pattern } from '../en/attachments';

export const attachments: typeof pattern = {
  empty: 'Keine Anhänge: Die E-Mail geht ohne Dateien hinaus.',
  add: 'Anhang hinzufügen',
  list: 'Anhänge der E-Mail',
  limits:
    'Nur für E-Mails und nicht zusammen mit broadcast. Bis 2 MB; ob je Datei oder insgesamt, ist nicht dokumentiert. Braze ruft jede Datei von ihrer Adresse ab und behält sie etwa einen Tag; eine neue Fassung braucht daher eine neue Adresse.',
  types: '{count} erlaubte Typen',
  nameless: 'ohne Namen',
  addressless: 'ohne Adresse',
  typeUnknown: 'Typ unbekannt',
  typeWrong: '{type} ist nicht erlaubt',
  fileName: 'Dateiname',
  fileNameHint: 'Ohne Endung: Der Typ kommt aus der Adresse.',
  url: 'Adresse',
  credential: 'Zugangsdaten',
  credentialHint: 'Name hinterlegter Connected-Content-Zugangsdaten; leer für keine.',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  duplicate: 'Duplizieren',
  remove: 'Entfernen',
  showText: 'Im Text zeigen',
  actions: 'Aktionen: {name}',
  removed: 'Entfernt: {name}',
  odd: 'Dieser Eintrag wird nicht verstanden',
  oddReason: 'Er ist kein Objekt, in dem jedes Feld einmal steht.',
  refused: 'Nicht geändert: Der Text ist nicht mehr so, wie er gezeigt wurde.',
  locked:
    'In der Liste fehlt ein Komma oder es ist eines zu viel. Hier wird nichts geändert, bis das im Text behoben ist.',
};
