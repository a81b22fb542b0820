import type { outcomes as pattern } from '../en/outcomes';

export const outcomes: typeof pattern = {
  blocked: 'Bloqué',
  refused: 'Refusé',
  accepted: 'Accepté',
  accepted_with_errors: 'Accepté avec erreurs',
  queued: 'Mis en file',
  rate_limited: 'Débit limité',
  failed: 'Échec',
  unknown: 'Inconnu',
  radius: {
    unreadable: 'Corps illisible',
    none: 'Personne n’est désigné',
    recipients: '{count} destinataire désigné | {count} destinataires désignés',
    audience: 'Audience : {count} condition | Audience : {count} conditions',
    segment: 'Tout le segment de la campagne',
  },
};
