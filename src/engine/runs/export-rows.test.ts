import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunDataRow, RunRow } from '#shared/domain/run-state';
import { exportRows } from './export-rows';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-rows-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function row(index: number, change: Partial<RunRow> = {}): RunRow {
  const facts = { call: 1, dispatchRow: null, status: 201, dispatchId: 'd1', text: null };
  return { index, outcome: 'accepted', ...facts, ...change };
}

function data(index: number, name: string): RunDataRow {
  const cells = [{ column: 'name', text: name }];
  return { index, line: index + 2, identifier: `qa-${index}`, cells };
}

/** Rows in pages of two, as a filter leaves them: some are missing. */
function source(rows: readonly RunRow[], batches: readonly (readonly RunDataRow[])[]) {
  return {
    page: (from: number) => {
      const left = rows.filter(({ index }) => index >= from);
      const shown = left.slice(0, 2);
      const next = left[2]?.index ?? null;
      return Promise.resolve({ rows: shown, next });
    },
    async *data() {
      for (const batch of batches) yield await Promise.resolve(batch);
    },
  };
}

describe('exported rows', () => {
  it('stand beside their data, across pages and batches', async () => {
    const file = join(folder, 'rows.ndjson');
    const rows = [row(0), row(3, { outcome: 'refused', status: 400 }), row(4)];
    const batches = [
      [data(0, 'a'), data(1, 'b')],
      [data(2, 'c'), data(3, 'd'), data(4, 'e')],
    ];
    await exportRows(file, 'ndjson', source(rows, batches));
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { row: 1, line: 2, identifier: 'qa-0', outcome: 'accepted', data: { name: 'a' } },
      { row: 4, line: 5, identifier: 'qa-3', outcome: 'refused', status: 400, data: { name: 'd' } },
      { row: 5, line: 6, identifier: 'qa-4', outcome: 'accepted', data: { name: 'e' } },
    ]);
  });

  it('are quoted in CSV where they have to be', async () => {
    const file = join(folder, 'rows.csv');
    const said = 'no "such"\r\nuser, sorry';
    await exportRows(file, 'csv', source([row(0, { text: said })], [[data(0, 'a')]]));
    const text = await readFile(file, 'utf8');
    expect(text).toContain('"no ""such""\r\nuser, sorry"');
    expect(text).toContain('"{""name"":""a""}"');
  });

  it('are written without data where the file cannot be read', async () => {
    const file = join(folder, 'rows.ndjson');
    const broken = {
      ...source([row(0), row(1)], []),
      async *data(): AsyncGenerator<readonly RunDataRow[]> {
        yield await Promise.reject(new Error('gone'));
      },
    };
    await exportRows(file, 'ndjson', broken);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ row: 2, line: null, data: {} });
  });

  it('fail with a code of files where the place cannot be written to', async () => {
    const nowhere = join(folder, 'missing', 'rows.csv');
    await expect(exportRows(nowhere, 'csv', source([row(0)], []))).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
