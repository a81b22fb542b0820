import type { sendConfirmation as english } from '../en/send-confirmation';

export const sendConfirmation: typeof english = {
  title: {
    segment: 'An alle im Segment senden?',
    audience: 'An eine Zielgruppe senden?',
    recipients: 'An {environment} senden?',
    none: 'Diese Anfrage senden?',
  },
  production: 'PRODUKTION',
  facts: {
    campaign: 'Kampagne',
    canvas: 'Canvas',
    noTarget: 'Keine ID im Body',
    request: 'Anfrage',
    environment: 'Umgebung',
    host: 'Host',
    reach: 'Wer erreicht wird',
  },
  warning: {
    segment: 'Wie viele das sind, weiß nur Braze. Gesendetes lässt sich nicht zurückholen.',
    audience: 'Wie viele das sind, weiß nur Braze. Gesendetes lässt sich nicht zurückholen.',
    production:
      'Hinter dieser Umgebung stehen echte Menschen. Gesendetes lässt sich nicht zurückholen.',
  },
  type: {
    blast_radius: '{phrase} eintippen, um zu bestätigen, wer erreicht wird',
    production: '{phrase} eintippen, um die Umgebung zu bestätigen',
    or: 'oder',
    copy: '{phrase} kopieren',
    copied: 'Kopiert',
    match: 'Stimmt überein',
    mismatch: 'Stimmt noch nicht überein',
  },
  progress: '{done} von {total} Bestätigungen stimmen.',
  ready: 'Alle Bestätigungen stimmen. „Senden“ ist verfügbar.',
  send: 'Senden',
  sendTo: 'An {environment} senden',
  cancel: 'Abbrechen',
  keys: 'Esc bricht ab. Die Eingabetaste sendet nicht: nur die Schaltfläche, per Maus oder Leertaste.',
  repeat: {
    title: 'Noch einmal senden?',
    send: 'Noch einmal senden',
    dispatch: 'Dasselbe wurde {ago} gesendet.',
    waiting: 'Dasselbe ging {ago} hinaus und ist noch ohne Antwort.',
    several: 'Bei {count} davon wurde dasselbe schon gesendet, zuletzt {ago}.',
    run: 'Diese Anfrage lief schon über dieselben Daten; der letzte Aufruf ging {ago} hinaus.',
    runNow: 'Ein Lauf dieser Anfrage über dieselben Daten ist gerade an der Arbeit.',
    setBack:
      'Dasselbe wurde gesendet. Wann, ist ungewiss: Die Uhr des Rechners wurde seither zurückgestellt.',
    reached: 'Wer damals erreicht wurde, wird ein zweites Mal erreicht.',
    maybe:
      'Ob es angenommen wurde, ist ungewiss. Wenn ja, werden dieselben Menschen ein zweites Mal erreicht.',
    outcome: 'Ergebnis',
    noAnswer: 'Noch keine Antwort',
    data: 'Datendatei',
    rows: 'Gesendete Zeilen',
    at: 'Gesendet',
    showDispatch: 'Im Verlauf zeigen',
    showRun: 'Lauf zeigen',
  },
  blocks: {
    broken_json: 'Der Body ist kein gültiges JSON: Zeile {line}, Spalte {column}.',
    broken_jsonHelp:
      'Kurz davor fehlt vermutlich ein Komma, eine Klammer oder ein Anführungszeichen.',
    illegal_body:
      'Der Body verletzt eine Regel des Endpunkts: {rules}. | Der Body verletzt {count} Regeln des Endpunkts: {rules}.',
    illegal_bodyHelp: 'Der Editor markiert jede Stelle und sagt, wie sie zu berichtigen ist.',
    unresolved_variables: 'Kein Wert für {names}.',
    unresolved_variablesHelp:
      'In den Variablen der Anfrage oder der Umgebung einen Wert eintragen oder die Schreibweise berichtigen.',
    variable_not_json: 'Der Wert von {names} ist kein JSON, obwohl die Art JSON ist.',
    variable_not_jsonHelp: 'Den Wert berichtigen oder die Art der Variable auf Text stellen.',
    too_large: 'Der Body hat {size}; erlaubt sind höchstens {limit}.',
    too_largeHelp: 'Die Empfänger auf mehrere Anfragen verteilen oder die Eigenschaften kürzen.',
    not_test_users:
      '1 Empfänger gehört nicht zu den Testnutzern dieser Umgebung: {identifiers}. | {count} Empfänger gehören nicht zu den Testnutzern dieser Umgebung: {identifiers}.',
    not_test_usersHelp:
      'Diese Empfänger entfernen, in die Testnutzer der Umgebung aufnehmen oder eine andere Umgebung wählen.',
    wider_than_test_users:
      'Das würde mehr als genannte Empfänger erreichen, die Umgebung erlaubt aber nur ihre Testnutzer.',
    wider_than_test_usersHelp:
      'Statt Broadcast oder Zielgruppe die Empfänger nennen oder eine andere Umgebung wählen.',
    host_invalid: 'An {host} darf nicht gesendet werden.',
    host_invalidHelp:
      'In der Umgebung den Cluster des Workspace wählen oder die Adresse berichtigen.',
    secret_missing: 'Diese Umgebung hat keinen API-Schlüssel.',
    secret_missingHelp: 'Den Schlüssel in der Umgebung hinterlegen.',
    secret_locked: 'Der Schlüsselbund ist gesperrt, der Schlüssel deshalb nicht lesbar.',
    secret_lockedHelp: 'Den Schlüsselbund im System entsperren und erneut senden.',
    secret_unavailable: 'Es gibt keinen Schlüsselbund und damit keinen Schlüssel.',
    secret_unavailableHelp:
      'Den Schlüsselbunddienst des Systems starten oder in der Umgebung einen Schlüssel für diese Sitzung behalten.',
    confirmation_blast_radius: 'Wer erreicht wird, wurde nicht bestätigt.',
    confirmation_production: 'Die Produktionsumgebung wurde nicht bestätigt.',
    confirmation_duplicate:
      'Dasselbe wurde vor Kurzem gesendet, und das erneute Senden wurde nicht bestätigt.',
    confirmationHelp: 'Erneut senden und eintippen, wonach der Dialog fragt.',
    confirmation_duplicateHelp:
      'Erneut senden und die Frage beantworten oder zuerst im Verlauf nachsehen.',
    key_in_body: 'Im Body steht ein API-Schlüssel.',
    key_in_bodyHelp:
      'Herausnehmen: Der Schlüssel kommt beim Absenden dazu und darf in keiner gespeicherten Datei stehen.',
    more: 'und 1 weiterer | und {count} weitere',
    openEnvironment: 'Umgebung öffnen',
    showInEditor: 'Im Editor zeigen',
  },
};
