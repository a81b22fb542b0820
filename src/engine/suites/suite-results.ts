import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RequestRef } from '#shared/domain/request';
import type { CaseActual } from '#shared/domain/suite-view';
import { createDataFile } from '../files/data-file';
import { withFileErrors } from '../files/file-error';
import type { Log } from '../log/log';
import { caseActualSchema } from './case-actual';

/** The latest result of each suite, by the keys of its cases. Below home: a collection holds what is wanted, not what came. */
export interface SuiteResults {
  /** Empty where there is none or it cannot be read. */
  read(ref: RequestRef): Promise<Readonly<Record<string, CaseActual>>>;
  /** @throws DeskError of the file family. */
  write(ref: RequestRef, results: Readonly<Record<string, CaseActual>>): Promise<void>;
}

const version = 1;
const resultsSchema = z.record(z.string(), caseActualSchema);

/** Keeps them in a folder, one file a suite. */
export function createSuiteResults(deps: {
  readonly folder: string;
  readonly log: Log;
  now(): number;
}): SuiteResults {
  const fileOf = ({ root, path }: RequestRef) => {
    const name = createHash('sha256').update(`${root}\n${path}`).digest('hex').slice(0, 32);
    return createDataFile({ path: join(deps.folder, `${name}.json`), version, now: deps.now });
  };
  return {
    async read(ref) {
      const { value, problem } = await fileOf(ref).read();
      const parsed = resultsSchema.safeParse(value['cases'] ?? {});
      if (problem !== null || !parsed.success) {
        deps.log.warn('result of a suite not read', { code: problem?.code ?? 'file_broken' });
        return {};
      }
      return parsed.data;
    },
    async write(ref, results) {
      await withFileErrors(deps.folder, () => mkdir(deps.folder, { recursive: true, mode: 0o700 }));
      await fileOf(ref).update(() => ({ version, ...ref, cases: results }));
    },
  };
}
