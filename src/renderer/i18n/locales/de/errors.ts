import type { errors as pattern } from '../en/errors';

export const errors: typeof pattern = {
  invalid_input:
    'Die App konnte ihre eigene Anweisung nicht lesen. App neu starten; wenn das bleibt, den Fehler melden.',
  unknown_route: 'Dieses Fenster und die App passen nicht zusammen. App neu starten.',
  foreign_sender: 'Eine fremde Seite wollte die App benutzen und wurde abgewiesen.',
  internal: 'In der App ist etwas fehlgeschlagen. Das Protokoll sagt mehr.',
  not_found: 'Nicht mehr vorhanden: verschoben, umbenannt oder gelöscht.',
  already_exists: 'Unter diesem Namen gibt es schon etwas. Einen anderen Namen wählen.',
  name_invalid: 'Dieser Name taugt nicht für eine Datei. Einen anderen Namen wählen.',
  outside_folder: 'Dieser Pfad führt aus dem Ordner der Sammlung hinaus und wurde nicht geöffnet.',
  read_only: 'Die Datei oder der Ordner ist schreibgeschützt.',
  no_access: 'Das System verweigert den Zugriff. Die Rechte der Datei oder des Ordners prüfen.',
  disk_full:
    'Der Datenträger ist voll. Nichts wurde überschrieben; Platz schaffen, dann erneut versuchen.',
  too_large: 'Die Datei ist größer als 4 MB, mehr darf ein Body nicht haben.',
  not_text: 'Die Datei ist kein UTF-8-Text und wurde nicht geöffnet.',
  file_changed: 'Die Datei wurde auf dem Datenträger geändert, seit sie hier geöffnet wurde.',
  folder_missing: 'Der Ordner fehlt. Das Laufwerk anschließen oder die Sammlung entfernen.',
  file_newer: 'Eine neuere Version der App hat diese Datei geschrieben. Die App aktualisieren.',
  file_broken: 'Die Datei ist nicht lesbar und blieb unverändert.',
  data_unreadable: 'Das ist keine Datendatei. Eine CSV-, JSON- oder NDJSON-Datei wählen.',
  data_empty: 'Die Datendatei ist leer. Eine mit mindestens einer Zeile wählen.',
  columns_repeated: 'Zwei Spalten der Datendatei heißen gleich. Eine davon umbenennen.',
  mapping_invalid:
    'Eine Spalte hat ein Ziel, das es nicht gibt oder das nicht geht. Die Zuordnung berichtigen.',
  secret_missing:
    'Diese Umgebung hat noch keinen API-Schlüssel. Er wird in ihren Einstellungen ergänzt.',
  secret_invalid:
    'Das sieht nicht nach einem API-Schlüssel aus. Er ist eine Zeile aus einfachen Zeichen.',
  keychain_locked: 'Der Schlüsselbund ist gesperrt. Ihn entsperren und es erneut versuchen.',
  keychain_unavailable:
    'Dieses System hat keinen Schlüsselbund. Der Schlüssel lässt sich bis zum Beenden merken.',
  keychain_refused:
    'Der Schlüsselbund hat abgelehnt. Dispatch Desk den Zugriff erlauben und es erneut versuchen.',
  port_taken:
    'Die Sandbox fand keinen freien Port. Sie lässt sich über die Statusleiste neu starten.',
  sandbox_stopped: 'Die Sandbox läuft nicht. Sie lässt sich über die Statusleiste neu starten.',
  ledger_locked:
    'Ein anderes Programm hält den Verlauf, und ohne Eintrag wird nichts gesendet. Es schließen, dann erneut versuchen.',
  ledger_newer:
    'Eine neuere Version der App hat diesen Verlauf geschrieben. Er blieb unverändert, daneben läuft ein neuer weiter; zum Lesen die App aktualisieren.',
  ledger_corrupt:
    'Die Verlaufsdatei ist beschädigt und blieb unverändert. Daneben läuft ein neuer Verlauf weiter.',
  ledger_closed: 'Der Verlauf ist geschlossen, weil die App beendet wird.',
  attempt_repeated: 'Das wurde schon einmal gesendet. Es wurde nichts erneut gesendet.',
  attempt_unknown: 'Dieser Versand ist nicht mehr unterwegs.',
  environment_unknown: 'Diese Umgebung gibt es nicht mehr. Eine andere wählen.',
  host_invalid:
    'Das ist keine Adresse eines REST-Hosts. Sie in den Einstellungen der Umgebung berichtigen.',
  link_unknown: 'Diese Seite steht nicht auf der Liste der Seiten, die geöffnet werden dürfen.',
  send_undone: 'Zurückgenommen. Es hat den Rechner nicht verlassen.',
  send_held: 'Es ist nicht abgegangen. Es wartet in der Warteschlange und fragt dort nach.',
  send_changed:
    'Die Umgebung wurde seit der Bestätigung geändert. Prüfen Sie den Eintrag in der Warteschlange.',
  queue_unknown: 'Das ist nicht mehr in der Warteschlange.',
  queue_full: 'Die Warteschlange ist voll. Entfernen Sie zuerst etwas.',
  due_past: 'Dieser Zeitpunkt ist vorbei. Wählen Sie einen späteren.',
  call_cancelled: 'Vor dem Ende abgebrochen.',
  call_rate_limited: 'Vom Kontingent ist gerade nichts übrig. Warten, bis es erneuert wird.',
  call_failed: 'Es kam keine Antwort ({reason}). Netz und Adresse prüfen.',
  call_refused: 'Der Server hat mit Status {status} abgelehnt.',
  answer_too_large: 'Die Antwort ist zu groß, um sie zu lesen.',
  answer_unreadable:
    'Die Antwort stammt nicht von dieser API. Adresse in den Einstellungen der Umgebung prüfen.',
  run_unknown: 'Diesen Lauf gibt es nicht mehr.',
  run_locked: 'Ein anderer Prozess arbeitet an diesem Lauf. Danach lässt er sich ändern.',
  run_state: 'In seinem jetzigen Zustand geht das mit diesem Lauf nicht.',
  suite_broken: 'Das ist keine Testmatrix mit Fällen. Die Datei blieb unverändert.',
  suite_running:
    'Fälle dieser Matrix sind unterwegs. Danach oder nach dem Anhalten geht es weiter.',
  run_broken: 'Die Dateien dieses Laufs sind nicht lesbar. Sie blieben unverändert.',
  comparison_unknown: 'Der Vergleich liegt nicht mehr vor. Erneut vergleichen.',
  data_file_unknown: 'Die Datendatei muss neu gewählt werden.',
  data_changed:
    'Die Datendatei ist nicht mehr die, mit der der Lauf begann. Sie wiederherstellen oder einen neuen Lauf beginnen.',
};
