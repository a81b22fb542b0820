import { describe, expect, it } from 'vitest';
import { runProgram } from './program';

async function desk(...args: string[]): Promise<{ code: number; results: string; notes: string }> {
  const results: string[] = [];
  const notes: string[] = [];
  const code = await runProgram(args, {
    print: {
      result: (text) => Promise.resolve(void results.push(text)),
      note: (text) => void notes.push(text),
      isClosed: () => false,
      flush: () => Promise.resolve(),
      guard: () => undefined,
    },
    readInput: () => {
      throw new Error('nothing is to be read');
    },
    interruption: { takeOver: () => new Promise(() => undefined), signal: () => null },
    env: {},
    ledgerWorker: new URL('file:///nowhere.js'),
    version: '1.2.3',
    now: () => 0,
  });
  return { code, results: results.join('\n'), notes: notes.join('\n') };
}

describe('usage', () => {
  it.each([
    [[]],
    [['validate']],
    [['validate', '--ndjson', 'x.json']],
    [['validate', '--lang', 'xx', 'x.json']],
    [['validate', '--format', 'xml', 'x.json']],
    [['validate', '--unknown']],
    [['validate', '--endpoint']],
    [['nothing']],
    [['run', 'x.json']],
    [['import', 'x.json']],
    [['export', 'x.json']],
    [['send']],
    [['send', 'x.json']],
    [['send', 'x.json', 'y.json', '--env', 'a']],
    [['send', 'x.json', '--env', 'a', '--url', 'http://localhost']],
    [['send', 'x.json', '--url', 'http://localhost', '--timeout', '0']],
    [['send', 'x.json', '--url', 'http://localhost', '--timeout', '1e3']],
    [['send', 'x.json', '--url', 'http://localhost', '--var', 'novalue']],
    [['send', 'x.json', '--url', 'http://localhost', '--var', '1a=b']],
    [['sandbox', '--port', '70000']],
    [['sandbox', '--port', '-1']],
    [['sandbox', '--latency', '1.5']],
    [['sandbox', '--quota-hour', '99999999999999999999']],
    [['sandbox', '--scenario', 'nonsense']],
    [['sandbox', 'extra']],
    [['doctor', '--env', 'a', '--url', 'http://localhost']],
    [['history']],
    [['history', 'search']],
    [['history', 'verify']],
    [['history', 'show']],
    [['history', 'show', 'not-an-id']],
    [['history', 'search', 'x', '--since', 'yesterday']],
    [['history', 'search', 'x', '--since', '2026-02-30']],
    [['history', 'search', 'x', '--until', '2026-02-01T10:00']],
    [['history', 'search', 'x', '--outcome', 'delivered']],
    [['history', 'search', 'x', '--limit', '0']],
  ])('ends %j with 2 and says why, as a note', async (args) => {
    const { code, results, notes } = await desk(...args);
    expect(notes).not.toBe('');
    expect(notes).not.toMatch(/\n\s+at /);
    expect(results).toBe('');
    expect(code).toBe(2);
  });

  it('says what is wrong with a value', async () => {
    expect((await desk('sandbox', '--port', '70000')).notes).toContain(
      'Give a whole number from 0 to 65535.',
    );
    expect((await desk('send', 'x.json', '--url', 'ftp://a')).code).toBe(2);
  });
});

describe('help', () => {
  it('explains every command there is, and names no other', async () => {
    const { code, results, notes } = await desk('--help');
    expect(code).toBe(0);
    expect(notes).toBe('');
    const commands = [...results.matchAll(/^ {2}([a-z]+)\b/gm)].map((match) => match[1]);
    expect(commands).toEqual(
      expect.arrayContaining(['validate', 'sandbox', 'send', 'run', 'history', 'doctor']),
    );
    for (const absent of ['import', 'export']) expect(commands).not.toContain(absent);
    expect(results).toContain('130');
  });

  it.each([
    ['validate', ['--endpoint', '--ndjson', '--lang', '--format', '--home']],
    [
      'sandbox',
      [
        '--port',
        '--latency',
        '--quota-hour',
        '--quota-broadcast',
        '--quota-audience',
        '--scenario',
        '--journal',
      ],
    ],
    [
      'send',
      ['--env', '--url', '--var', '--dry-run', '--confirm', '--timeout', 'DESK_API_KEY', '--home'],
    ],
    ['doctor', ['--env', '--url', '--home', '--format']],
  ])('of %s names its options and exit codes', async (command, options) => {
    for (const args of [
      [command, '--help'],
      ['help', command],
    ]) {
      const { code, results } = await desk(...args);
      expect(code).toBe(0);
      for (const option of options) expect(results).toContain(option);
      expect(results).toContain('Exit codes:');
    }
  });

  it('gives the version', async () => {
    expect(await desk('--version')).toEqual({ code: 0, results: '1.2.3', notes: '' });
  });
});
