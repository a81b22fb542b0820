import type { outcomes as pattern } from '../en/outcomes';

export const outcomes: typeof pattern = {
  blocked: 'Blockiert',
  refused: 'Abgelehnt',
  accepted: 'Angenommen',
  accepted_with_errors: 'Mit Fehlern angenommen',
  queued: 'Eingereiht',
  rate_limited: 'Ratenlimit erreicht',
  failed: 'Fehlgeschlagen',
  unknown: 'Unbekannt',
  radius: {
    unreadable: 'Body ist nicht lesbar',
    none: 'Niemand ist genannt',
    recipients: '{count} genannter Empfänger | {count} genannte Empfänger',
    audience: 'Zielgruppe: {count} Bedingung | Zielgruppe: {count} Bedingungen',
    segment: 'Alle im Segment der Kampagne',
  },
};
