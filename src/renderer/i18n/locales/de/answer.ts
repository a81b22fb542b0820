import type { answer as pattern } from '../en/answer';

export const answer: typeof pattern = {
  title: 'Antwort',
  empty: 'Hier erscheint die Antwort auf diese Anfrage.',
  time: 'Zeit',
  size: 'Größe',
  copyId: 'dispatch_id kopieren',
  parts: 'Teile der Antwort',
  tabs: {
    answer: 'Antwort',
    headers: 'Header',
    sent: 'Wie gesendet',
    timeline: 'Ablauf',
  },
  noHeaders: 'Keine Header.',
  noTimeline: 'Es wurden keine Zeiten aufgezeichnet.',
  step: 'Schritt',
  took: 'Dauer',
  at: 'Nach',
  share: 'Anteil an der Zeit',
  value: 'Wert',
  steps: {
    checked: 'Sperre passiert',
    waited: 'Gewartet',
    recorded: 'Im Verlauf vermerkt',
    sent: 'Gesendet',
    headers: 'Header empfangen',
    answered: 'Antwort empfangen',
    ended: 'Beendet',
  },
  progress: {
    waiting: 'Wartet, bis es an der Reihe ist',
    sent: 'Gesendet, wartet auf die Antwort',
    answering: 'Antwort wird empfangen, bisher {size}',
    cancelling: 'Wird abgebrochen',
  },
  blockedTitle: 'Blockiert. Nichts hat diesen Rechner verlassen.',
  notSent: 'Es wurde nichts gesendet.',
  serverSays: 'Der Server sagt:',
  moreErrors: 'und {count} weiterer Fehler | und {count} weitere Fehler',
  neverLeft: 'Es wurde nie gesendet, daher gibt es keine Antwort.',
  noAnswer: 'Es kam keine Antwort.',
  emptyBody: 'Die Antwort hat keinen Body.',
  large: 'Die Antwort hat {size}. Sie zu zeigen kann einen Moment dauern.',
  reveal: 'Zeigen',
  saveToFile: 'In Datei speichern',
  savedTo: 'Gespeichert in {file}',
  http: {
    '400': {
      cause: 'Der Server hat den Body abgelehnt.',
      next: 'Die Meldung lesen, den Body berichtigen und erneut senden. Niemand wurde erreicht.',
    },
    '401': {
      cause: 'Der Schlüssel wurde nicht anerkannt.',
      next: 'Er ist falsch, gehört zu einem anderen Workspace, oder der Cluster ist nicht der des Workspace. Den Schlüssel in den Einstellungen der Umgebung prüfen.',
    },
    '403': {
      cause: 'Der Schlüssel darf das nicht.',
      next: 'Dem Schlüssel im Braze-Dashboard die Berechtigung für diesen Endpunkt geben, oder Vertrag und erlaubte IP-Adressen prüfen.',
    },
    '404': {
      cause: 'Unter dieser Adresse gibt es nichts.',
      next: 'Endpunkt und REST-Host der Umgebung prüfen; eine Dashboard-Adresse antwortet hier nicht.',
    },
    '413': {
      cause: 'Der Body ist zu groß.',
      next: 'Unter 4 MB bleiben: weniger Empfänger je Aufruf oder kleinere Eigenschaften.',
    },
    '415': {
      cause: 'Der Server nahm den Inhaltstyp nicht an.',
      next: 'Vielleicht hat ein Proxy die Header geändert. Unter „Wie gesendet“ vergleichen.',
    },
    '429': {
      cause: 'Das Kontingent des Workspace ist vorerst verbraucht.',
      next: 'Nichts wurde gesendet. Warten, bis die Kontingentanzeige ein neues Zeitfenster meldet, dann erneut senden.',
    },
    '502': {
      cause: 'Ein Gateway erreichte den Server nicht.',
      next: 'Der Aufruf scheiterte, bevor er bearbeitet wurde. In einem Moment erneut senden.',
    },
    '503': {
      cause: 'Der Server hatte keine Kapazität.',
      next: 'Ob der Aufruf bearbeitet wurde, ist offen. Vor erneutem Senden in Braze nach dem Versand suchen.',
    },
    '504': {
      cause: 'Der Server antwortete seinem Gateway nicht rechtzeitig.',
      next: 'Der Aufruf wurde vielleicht bearbeitet. Vor erneutem Senden in Braze nach dem Versand suchen.',
    },
    '4xx': {
      cause: 'Der Server hat den Aufruf abgelehnt.',
      next: 'Die Meldung lesen. Dasselbe erneut zu senden wird wieder abgelehnt.',
    },
    '5xx': {
      cause: 'Der Server ist ausgefallen.',
      next: 'Ob der Aufruf bearbeitet wurde, ist offen. Vor erneutem Senden in Braze nach dem Versand suchen.',
    },
  },
  failure: {
    cancelled_before: {
      cause: 'Vor dem Senden abgebrochen.',
      next: 'Nichts hat diesen Rechner verlassen. Erneutes Senden ist unbedenklich.',
    },
    quota: {
      cause: 'Das Kontingent dieses Zeitfensters ist nach eigener Zählung verbraucht.',
      next: 'Nichts wurde gesendet. Auf das nächste Zeitfenster warten, dann erneut senden.',
    },
    refused_connection: {
      cause: 'Der Host hat die Verbindung abgelehnt.',
      next: 'Nichts wurde gesendet. Die Adresse in den Einstellungen der Umgebung prüfen oder die Sandbox neu starten.',
    },
    name_not_resolved: {
      cause: 'Der Name des Hosts ist unbekannt.',
      next: 'Nichts wurde gesendet. Adresse und Netzverbindung prüfen.',
    },
    tls: {
      cause: 'Es kam keine sichere Verbindung zustande.',
      next: 'Nichts wurde gesendet. Meist liegt es an einem Proxy mit eigenem Zertifikat oder an einer falschen Uhr.',
    },
    unreachable: {
      cause: 'Das Netz erreicht den Host nicht.',
      next: 'Nichts wurde gesendet. Netz, VPN und Firewall prüfen.',
    },
    proxy: {
      cause: 'Der Proxy ließ den Aufruf nicht durch.',
      next: 'Nichts wurde gesendet. Die Proxy-Einstellungen des Systems prüfen.',
    },
    cancelled: {
      cause: 'Nach dem Senden abgebrochen.',
      next: 'Vielleicht wurde es angenommen. Vor erneutem Senden in Braze nach dem Versand suchen.',
    },
    timeout: {
      cause: 'Keine Antwort in der erlaubten Zeit.',
      next: 'Vielleicht wurde es angenommen. Vor erneutem Senden in Braze nach dem Versand suchen; die Umgebung kann mehr Zeit erlauben.',
    },
    dropped: {
      cause: 'Die Verbindung endete, bevor die ganze Antwort da war.',
      next: 'Vielleicht wurde es angenommen. Vor erneutem Senden in Braze nach dem Versand suchen.',
    },
    redirect: {
      cause: 'Der Host antwortete mit einer Umleitung, der nicht gefolgt wird.',
      next: 'Die Adresse ist kein REST-Host. In den Einstellungen der Umgebung berichtigen.',
    },
    crash: {
      cause: 'Die App endete zwischen Senden und Antwort.',
      next: 'Vielleicht wurde es angenommen. Vor erneutem Senden in Braze nach dem Versand suchen.',
    },
    other: {
      cause: 'Der Aufruf scheiterte auf unerwartete Weise.',
      next: 'Vielleicht wurde gesendet. Vor erneutem Senden in Braze nach dem Versand suchen.',
    },
  },
  problem: {
    empty: 'Angenommen, aber die Antwort ist leer.',
    not_json: 'Angenommen, aber die Antwort ist kein JSON.',
    not_object: 'Angenommen, aber die Antwort ist kein JSON-Objekt.',
    too_large: 'Angenommen, aber die Antwort ist größer, als aufbewahrt wird.',
    bad_text: 'Angenommen, aber die Antwort enthält beschädigten Text.',
    cut: 'Angenommen, aber die Antwort brach ab.',
    next: 'So antwortet Braze nicht. Prüfen, ob die Adresse der Umgebung der REST-Host selbst ist.',
  },
  minor: {
    notice: {
      cause: 'Angenommen, aber die Kampagne oder das Canvas läuft nicht: Niemand wird erreicht.',
      next: 'Im Braze-Dashboard fortsetzen oder aus dem Archiv holen, dann erneut senden.',
    },
    errors: {
      cause: 'Angenommen, mit Fehlern für einen Teil davon.',
      next: 'Was ein Fehler nennt, geht nicht hinaus, alles andere schon. Diese Teile berichtigen und allein senden.',
    },
    odd: {
      cause: 'Angenommen, mit etwas Ungewöhnlichem in der Antwort.',
      next: 'Die Antwort lesen, bevor man sich darauf verlässt.',
    },
  },
  queued: {
    cause: 'Entgegengenommen, wird später bearbeitet.',
    next: 'Braze wurde gewartet. Danach wird es bearbeitet; nicht erneut senden.',
  },
};
