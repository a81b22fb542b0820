import type { editor as pattern } from '../en/editor';

export const editor: typeof pattern = {
  endpoint: 'Endpunkt',
  validate: 'Prüfen',
  send: 'Senden',
  sendTo: 'An {environment} senden',
  body: 'Body',
  file: 'Datei',
  part: {
    recipients: 'Empfänger',
    audience: 'Zielgruppe',
    attachments: 'Anhänge',
  },
  obstacle: {
    broken:
      'Der Body ist kein gültiges JSON: Zeile {line}, Spalte {column}. Hier ändert sich nichts, bis er gelesen werden kann.',
    noList:
      '„{field}“ ist keine Liste: Zeile {line}, Spalte {column}. Hier ändert sich nichts, bis es eine ist.',
    noObject:
      '„{field}“ ist kein Objekt: Zeile {line}, Spalte {column}. Hier ändert sich nichts, bis es eines ist.',
    bodyNoObject:
      'Der Body ist kein Objekt: Zeile {line}, Spalte {column}. Hier ändert sich nichts, bis er eines ist.',
  },
  variables: 'Variablen',
  notes: 'Notizen',
  parts: 'Teile der Anfrage',
  bodyLabel: 'Body, JSON mit Kommentaren',
  fileLabel: 'Ganze Datei, JSON mit Kommentaren',
  notesHint: 'Wozu diese Anfrage dient, worauf in der Antwort zu achten ist',
  changedOnDisk:
    'Die Datei wurde auf dem Datenträger geändert, und hier gibt es ungespeicherte Änderungen.',
  reload: 'Neu laden',
  keepMine: 'Meine behalten',
  removedOnDisk: 'Die Datei ist nicht mehr auf dem Datenträger. Speichern legt sie neu an.',
  mended: 'Die Datei ist wieder lesbar.',
  showAsRequest: 'Als Anfrage zeigen',
  showPlace: 'Stelle zeigen',
  broken: {
    broken_json:
      'Die Datei ist kein gültiges JSON: Zeile {line}, Spalte {column}. Sie wird ganz gezeigt und kann nicht gesendet werden.',
    not_object:
      'Die Datei enthält kein JSON-Objekt: Zeile {line}, Spalte {column}. Sie wird ganz gezeigt und kann nicht gesendet werden.',
    wrong_type:
      '„{field}“ hat den falschen Typ: Zeile {line}, Spalte {column}. Die Datei wird ganz gezeigt und kann nicht gesendet werden.',
  },
  problems: 'Probleme',
  severity: {
    error: 'Fehler',
    warning: 'Warnung',
    info: 'Hinweis',
  },
  variableUnresolved:
    'Die Variable „{name}“ hat weder in dieser Anfrage noch in der Umgebung einen Wert.',
  variableNotJson: 'Der Wert der Variable „{name}“ ist kein JSON, obwohl ihre Art JSON ist.',
  variablesHint: 'Im Body als {example} verwendet. Ein Wert hier geht dem der Umgebung vor.',
  variableName: 'Name',
  variableValue: 'Wert',
  variableValueOf: 'Wert von {name}',
  variableKind: 'Art',
  kindText: 'Text',
  kindJson: 'JSON',
  variableAdd: 'Variable hinzufügen',
  variableRemove: '{name} entfernen',
  variableRepeated: 'Mehrfach benannt, der letzte Wert gilt: {names}',
  splitTitle: '{title} ({number} von {count})',
  splitDone: 'Aus „{title}“ wurden {count} Anfragen; sie selbst bleibt, wie sie ist.',
  verdict: {
    clear: 'Nichts steht im Weg',
    needs_confirmation: 'Beim Senden wird eine Bestätigung verlangt',
    blocked: 'Das würde nicht gesendet',
  },
  unsaved: {
    title: '„{title}“ speichern?',
    text: 'Es gibt Änderungen, die noch in keiner Datei stehen.',
    discard: 'Ohne Speichern schließen',
  },
};
