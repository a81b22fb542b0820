import type { Migration } from '../migrate';

/**
 * The hash of each body that left, so that a repeat is found at once. Rows of before have none and are never
 * found: what was sent a short while ago is all that is looked for.
 */
export const bodyHashes: Migration = {
  version: 2,
  sql: `
    ALTER TABLE dispatches ADD COLUMN body_hash BLOB;
    CREATE INDEX dispatches_by_body ON dispatches (body_hash, environment_id, created_at)
      WHERE body_hash IS NOT NULL;
  `,
};
