import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { useTempFolders } from '../../files/testing/temp-folder';
import { buildWorker } from '../../ledger/testing/build-worker';

const tempFolder = useTempFolders();
let program = '';
beforeAll(async () => {
  program = fileURLToPath(await buildWorker('src/engine/runs/rows/testing/survey-program.ts'));
});

/** Surveys what `lines` make, with an old space of 32 MB; every user is new. */
async function survey(
  header: string,
  lineOf: (index: number) => string,
  count: number,
): Promise<Record<string, number>> {
  const path = join(await tempFolder(), 'rows');
  const file = createWriteStream(path);
  file.write(header);
  for (let index = 0; index < count; index += 1) {
    if (!file.write(lineOf(index))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=32',
    program,
    path,
  ]);
  return JSON.parse(stdout) as Record<string, number>;
}

const note = 'x'.repeat(4_000);

test('a CSV file larger than the memory it may use', { timeout: 120_000 }, async () => {
  const count = 15_000;
  const result = await survey('external_user_id,note\n', (i) => `user-${i},${note}\n`, count);
  expect(result).toMatchObject({ rows: count, ready: count, repeated: 0, bad: 0, calls: 300 });
});

test('a JSON list larger than the memory it may use', { timeout: 120_000 }, async () => {
  const count = 20_000;
  const result = await survey(
    '[',
    (i) =>
      `${i === 0 ? '' : ','}\n{"external_user_id":"user-${i}","note":"${note}"}${i === count - 1 ? ']' : ''}`,
    count,
  );
  expect(result).toMatchObject({ rows: count, ready: count, repeated: 0, bad: 0, calls: 400 });
});

test('lines larger than the memory it may use', { timeout: 120_000 }, async () => {
  const count = 20_000;
  const result = await survey(
    '',
    (i) => `{"external_user_id":"user-${i}","note":"${note}"}\n`,
    count,
  );
  expect(result).toMatchObject({ rows: count, ready: count, repeated: 0, bad: 0, calls: 400 });
});
