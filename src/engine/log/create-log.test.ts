import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeskError } from '#shared/errors';
import { createScrubber } from '#shared/lib/redaction';
import { useTempFolders } from '../files/testing/temp-folder';
import { createLog } from './create-log';
import type { LogFields } from './log';
import { createRotatingFile } from './rotating-file';

const tempFolder = useTempFolders();
const key = '3c9e1f70-52ab-4d8e-9a01-7be4';

function collecting(scrub: (text: string) => string = (text) => text): {
  log: ReturnType<typeof createLog>;
  lines: string[];
} {
  const lines: string[] = [];
  const sink = { write: (line: string) => void lines.push(line), close: () => undefined };
  return {
    lines,
    log: createLog({ sinks: [sink], scrub, now: () => Date.UTC(2026, 0, 2), level: 'debug' }),
  };
}

describe('createLog', () => {
  it('writes a line of JSON with the event and the facts', () => {
    const { log, lines } = collecting();
    log.warn('call answered', { status: 429, host: 'rest.iad-03.braze.com' });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'warn',
      time: '2026-01-02T00:00:00.000Z',
      pid: process.pid,
      event: 'call answered',
      status: 429,
      host: 'rest.iad-03.braze.com',
    });
  });

  it('drops every name that is not on the list, and values of another kind', () => {
    const { log, lines } = collecting();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        lines.length = 0;
        const fields = {
          body: value,
          recipients: value,
          headers: value,
          key: value,
          area: { deep: 'secret-word' },
          status: '200',
        };
        log.info('something happened', fields as unknown as LogFields);
        expect(Object.keys(JSON.parse(lines[0] ?? '') as object).sort()).toEqual([
          'event',
          'level',
          'pid',
          'time',
        ]);
      }),
    );
  });

  it('says where an error was thrown and not what it quotes', () => {
    const { log, lines } = collecting();
    log.error('call failed', { error: new TypeError('recipient anna@example.com is wrong') });
    log.error('file not read', { error: new DeskError('not_found', { path: 'x' }) });
    expect(lines.join('')).not.toContain('anna');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      errorName: 'TypeError',
      frames: expect.arrayContaining([expect.stringContaining('create-log.test')]) as string[],
    });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      errorName: 'DeskError',
      errorCode: 'not_found',
    });
  });

  it('never lets a key through, whichever fact it stands in', () => {
    const { log, lines } = collecting(createScrubber([key]));
    log.info(`event ${key}`, {
      host: key,
      file: encodeURIComponent(`/${key}/`),
      code: Buffer.from(`Bearer ${key}`).toString('base64'),
    });
    log.error('failed', { error: Object.assign(new Error('x'), { code: key, name: key }) });
    const text = lines.join('');
    expect(text).not.toContain(key);
    expect(text).not.toContain(Buffer.from(key).toString('base64').slice(4, -4));
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });
});

describe('createRotatingFile', () => {
  it('keeps so many files of so many bytes, the newest lines in the first', async () => {
    const folder = join(await tempFolder(), 'logs');
    const path = join(folder, 'desk.ndjson');
    const file = createRotatingFile({ path, maxBytes: 100, keep: 2 });
    for (let n = 0; n < 50; n += 1) file.write(`${String(n).padStart(9, '0')}\n`);
    file.close();
    expect((await readdir(folder)).sort()).toEqual([
      'desk.1.ndjson',
      'desk.2.ndjson',
      'desk.ndjson',
    ]);
    const numbers = (text: string): number[] => text.trim().split('\n').map(Number);
    const all = [];
    for (const name of ['desk.2.ndjson', 'desk.1.ndjson', 'desk.ndjson']) {
      const text = await readFile(join(folder, name), 'utf8');
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(100);
      all.push(...numbers(text));
    }
    expect(all).toEqual(Array.from({ length: 30 }, (_, n) => n + 20));
  });

  it('adds to what is there', async () => {
    const path = join(await tempFolder(), 'desk.ndjson');
    await writeFile(path, 'before\n');
    const file = createRotatingFile({ path, maxBytes: 100, keep: 1 });
    file.write('after\n');
    file.close();
    expect(await readFile(path, 'utf8')).toBe('before\nafter\n');
  });

  it('drops lines where nothing can be written, and goes on when it can', async () => {
    const folder = await tempFolder();
    const path = join(folder, 'logs', 'desk.ndjson');
    await writeFile(join(folder, 'logs'), 'in the way');
    const file = createRotatingFile({ path, maxBytes: 100, keep: 1 });
    file.write('lost\n');
    await rm(join(folder, 'logs'));
    await mkdir(join(folder, 'logs'));
    file.write('kept\n');
    file.close();
    expect(await readFile(path, 'utf8')).toBe('kept\n');
  });
});
