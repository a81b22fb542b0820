import type { Migration } from '../migrate';
import { firstTables } from './0001-first-tables';
import { bodyHashes } from './0002-body-hashes';

/** Every migration in order. New ones are added at the end; none is ever changed. */
export const allMigrations: readonly Migration[] = [firstTables, bodyHashes];
