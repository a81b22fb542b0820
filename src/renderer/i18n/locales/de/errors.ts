import type { errors as pattern } from '../en/errors';

export const errors: typeof pattern = {
  invalid_input:
    'Die App konnte ihre eigene Anweisung nicht lesen. Starte sie neu; wenn das bleibt, melde es.',
  unknown_route: 'Dieses Fenster und die App passen nicht zusammen. Starte die App neu.',
  foreign_sender: 'Eine fremde Seite wollte die App benutzen und wurde abgewiesen.',
  internal: 'In der App ist etwas fehlgeschlagen. Das Protokoll sagt mehr.',
  not_found: 'Nicht mehr vorhanden: verschoben, umbenannt oder gelöscht.',
  already_exists: 'Unter diesem Namen gibt es schon etwas. Wähle einen anderen Namen.',
  name_invalid: 'Dieser Name taugt nicht für eine Datei. Wähle einen anderen Namen.',
  outside_folder: 'Dieser Pfad führt aus dem Ordner der Sammlung hinaus und wurde nicht geöffnet.',
  read_only: 'Die Datei oder der Ordner ist schreibgeschützt.',
  no_access: 'Das System verweigert den Zugriff. Prüfe die Rechte der Datei oder des Ordners.',
  disk_full:
    'Der Datenträger ist voll. Nichts wurde überschrieben; schaffe Platz und speichere erneut.',
  too_large: 'Die Datei ist größer als 4 MB, mehr darf ein Body nicht haben.',
  not_text: 'Die Datei ist kein UTF-8-Text und wurde nicht geöffnet.',
  file_changed: 'Die Datei wurde auf dem Datenträger geändert, seit sie hier geöffnet wurde.',
  folder_missing: 'Der Ordner fehlt. Schließe das Laufwerk an oder entferne die Sammlung.',
  file_newer: 'Eine neuere Version der App hat diese Datei geschrieben. Aktualisiere die App.',
  file_broken: 'Die Datei ist nicht lesbar und blieb unverändert.',
  secret_missing: 'Diese Umgebung hat noch keinen API-Schlüssel. Ergänze ihn in den Einstellungen.',
  secret_invalid:
    'Das sieht nicht nach einem API-Schlüssel aus. Er ist eine Zeile aus einfachen Zeichen.',
  keychain_locked: 'Der Schlüsselbund ist gesperrt. Entsperre ihn und versuche es erneut.',
  keychain_unavailable:
    'Dieses System hat keinen Schlüsselbund. Der Schlüssel lässt sich bis zum Beenden merken.',
  keychain_refused:
    'Der Schlüsselbund hat abgelehnt. Erlaube Dispatch Desk den Zugriff und versuche es erneut.',
  port_taken: 'Die Sandbox fand keinen freien Port. Starte sie über die Statusleiste neu.',
  sandbox_stopped: 'Die Sandbox läuft nicht. Starte sie über die Statusleiste neu.',
  ledger_locked: 'Ein anderes Programm hält den Verlauf. Schließe es und starte die App neu.',
  ledger_newer: 'Eine neuere Version der App hat den Verlauf geschrieben. Aktualisiere die App.',
  ledger_corrupt:
    'Die Verlaufsdatei ist beschädigt. Sie blieb unverändert; bis sie ersetzt ist, wird nichts gesendet.',
  ledger_closed: 'Der Verlauf ist geschlossen, weil die App beendet wird.',
  attempt_repeated: 'Das wurde schon einmal gesendet. Es wurde nichts erneut gesendet.',
  attempt_unknown: 'Dieser Versand ist nicht mehr unterwegs.',
  environment_unknown: 'Diese Umgebung gibt es nicht mehr. Wähle eine andere.',
  host_invalid:
    'Das ist keine Adresse eines REST-Hosts. Berichtige sie in den Einstellungen der Umgebung.',
  link_unknown: 'Diese Seite steht nicht auf der Liste der Seiten, die geöffnet werden dürfen.',
};
