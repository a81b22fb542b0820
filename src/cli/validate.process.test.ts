import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCases } from '#shared/braze/testing/cases';
import { useDesk } from './testing/desk-process';

interface Line {
  name: string | null;
  endpoint: string | null;
  level: string;
  diagnostics: {
    rule: string;
    severity: string;
    path: string;
    message: string;
    line?: number;
    column?: number;
  }[];
}

const cases = readCases();
const desk = useDesk();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-validate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const endpoint = '/campaigns/trigger/send';
const good = {
  campaign_id: '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11',
  recipients: [{ external_user_id: 'qa-1' }],
};
const bad = { campaign_id: 7, recipients: [{}] };

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}
const linesOf = (stdout: string): Line[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
const ndjson = (...lines: unknown[]): string =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');

describe('desk validate --ndjson', () => {
  it('answers every known case with its level and its rule, in order', async () => {
    const { code, stdout, stderr } = await desk.run(['validate', '--ndjson'], {
      input: ndjson(
        ...cases.map(({ name, endpoint: path, body }) => ({ name, endpoint: path, body })),
      ),
    });
    const lines = linesOf(stdout);
    expect(
      lines.map(({ name, endpoint: path, level }) => ({ name, endpoint: path, level })),
    ).toEqual(cases.map(({ name, endpoint: path, level }) => ({ name, endpoint: path, level })));
    for (const [index, { level, rule }] of cases.entries()) {
      if (level === 'valid') continue;
      expect(lines[index]?.diagnostics.map((one) => one.rule)).toContain(rule.slice(0, 3));
    }
    for (const { diagnostics } of lines) {
      for (const one of diagnostics) {
        expect(Object.keys(one).sort()).toEqual(['message', 'path', 'rule', 'severity']);
        expect(one.path).toMatch(/^(\/.*)?$/s);
        expect(one.message).not.toBe('');
      }
    }
    expect(code).toBe(1);
    expect(stderr).toBe('');
  });

  it('answers each line as soon as it is there', async () => {
    const running = desk.start(['validate', '--ndjson'], { input: null });
    running.child.stdin?.write(`${JSON.stringify({ name: 'first', endpoint, body: good })}\n`);
    expect(JSON.parse(await running.firstLine())).toEqual({
      name: 'first',
      endpoint,
      level: 'valid',
      diagnostics: [],
    });
    running.child.stdin?.end();
    expect((await running.ended).code).toBe(0);
  });

  it('answers what cannot be used at error level, names its line, and goes on', async () => {
    const unusable: (string | Uint8Array)[] = [
      '{"name":"a","endpoint":"/campaigns/trigger/send","body":{"x"',
      'hello',
      `{"endpoint":"${endpoint}","body":{}} // a comment is no JSON`,
      '[1]',
      'null',
      '"',
      JSON.stringify({ name: 'no endpoint', body: good }),
      JSON.stringify({ name: 'endpoint of another type', endpoint: 5, body: good }),
      JSON.stringify({ name: 'unknown endpoint', endpoint: `${endpoint}/`, body: good }),
      JSON.stringify({ name: 'no body', endpoint }),
      JSON.stringify({ name: { of: 'another type' }, endpoint, body: good }),
      '['.repeat(200_000),
      Buffer.from([0x7b, 0xff, 0x7d]),
    ];
    const fine = `\n\n${JSON.stringify({ name: 'fine', endpoint, body: good })}\r\n`;
    const input = Buffer.concat(
      unusable.flatMap((line) => [Buffer.from(line as string), Buffer.from(fine)]),
    );
    const { code, stdout, stderr } = await desk.run(['validate', '--ndjson'], { input });
    expect(linesOf(stdout).map(({ level }) => level)).toEqual(
      unusable.flatMap(() => ['error', 'valid']),
    );
    const numbers = stderr
      .trimEnd()
      .split('\n')
      .map((line) => /^standard input:(\d+): .{5,}$/.exec(line)?.[1]);
    // Each takes its own line, a blank one, and the one behind.
    expect(numbers).toEqual(unusable.map((_, index) => String(index * 3 + 1)));
    expect(code).toBe(2);
  });

  it('takes the endpoint from --endpoint where a line has none', async () => {
    const { code, stdout } = await desk.run(['validate', '--ndjson', '--endpoint', endpoint], {
      input: ndjson({ name: 'a', body: good }, { body: bad }),
    });
    expect(linesOf(stdout).map(({ name, endpoint: path, level }) => [name, path, level])).toEqual([
      ['a', endpoint, 'valid'],
      [null, endpoint, 'error'],
    ]);
    expect(code).toBe(1);
  });

  it('sees a field that is given twice', async () => {
    const line = `{"name":"a","endpoint":"${endpoint}","body":{"campaign_id":"${good.campaign_id}","broadcast":false,"broadcast":true}}`;
    const { stdout } = await desk.run(['validate', '--ndjson'], { input: line });
    expect(linesOf(stdout)[0]?.level).toBe('error');
  });

  it.each(['en', 'de', 'fr', 'ko'])('speaks %s', async (lang) => {
    const { stdout } = await desk.run(['validate', '--ndjson', '--lang', lang], {
      input: ndjson({ name: 'a', endpoint, body: { recipients: good.recipients } }),
    });
    const message = linesOf(stdout)[0]?.diagnostics[0]?.message ?? '';
    expect(message).toMatch(
      { en: /is missing/, de: /fehlt/, fr: /manque/, ko: /[가-힣]/ }[lang] ?? /never/,
    );
  });

  it('stays small and quick over twenty thousand lines, and stops when nobody reads', async () => {
    const line = `${JSON.stringify({ name: 'n', endpoint, body: good })}\n`;
    const { code, stdout } = await desk.run(['validate', '--ndjson'], {
      input: line.repeat(20_000),
    });
    expect(stdout.split('\n')).toHaveLength(20_001);
    expect(code).toBe(0);

    const running = desk.start(['validate', '--ndjson'], { input: line.repeat(20_000) });
    await running.firstLine();
    running.child.stdout?.destroy();
    const { code: closed, stderr } = await running.ended;
    expect(stderr).toBe('');
    expect(closed).toBe(1);
  });

  it('ends with 130 when it is interrupted', async () => {
    const running = desk.start(['validate', '--ndjson'], { input: null });
    running.child.stdin?.write(`${JSON.stringify({ name: 'a', endpoint, body: good })}\n`);
    await running.firstLine();
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
  });
});

describe('desk validate FILE', () => {
  it('names file, line and column of what it finds', async () => {
    const path = await file(
      'bad.jsonc',
      `// a request\r\n{\r\n  "endpoint": "${endpoint}",\r\n  "body": {\r\n    "campaign_id": "{{campaign}}",\r\n    "recipients": [{ "email": "a@example.com" }] // no prioritization\r\n  }\r\n}\r\n`,
    );
    const { code, stdout } = await desk.run(['validate', path]);
    expect(stdout).toContain(`${path}:6:20: error R16`);
    expect(stdout).toContain(`${path}: error`);
    expect(code).toBe(1);
    const json = await desk.run(['validate', path, '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject([
      {
        name: path,
        endpoint,
        level: 'error',
        diagnostics: [{ rule: 'R16', path: '/recipients/0', line: 6, column: 20 }],
      },
    ]);
  });

  it('checks bare bodies, several files and standard input', async () => {
    const bare = await file('bare.json', JSON.stringify(good));
    const whole = await file('한글.jsonc', `\uFEFF${JSON.stringify({ endpoint, body: good })}`);
    const { code, stdout } = await desk.run(
      ['validate', '--endpoint', endpoint, bare, whole, '-'],
      { input: JSON.stringify(bad) },
    );
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([`${bare}: valid`, `${whole}: valid`, '-: error']),
    );
    expect(code).toBe(1);
    const warned = await file(
      'warned.json',
      JSON.stringify({ endpoint, body: { ...good, extra: 1 } }),
    );
    expect((await desk.run(['validate', warned])).code).toBe(0);
  });

  it('allows variables and reports broken JSON in the body with its place', async () => {
    const open = await file(
      'open.json',
      `{"endpoint":"${endpoint}","body":{"campaign_id":"{{id}}","recipients":"{{users}}"}}`,
    );
    expect((await desk.run(['validate', open])).stdout).toBe(`${open}: valid\n`);
    const broken = await file(
      'missing-comma.json',
      `{\n"endpoint": "${endpoint}",\n"body": {\n"campaign_id": "x"\n"recipients": []\n}}`,
    );
    const { stdout, code } = await desk.run(['validate', broken]);
    expect(stdout).toContain(`${broken}:5:1: error JSON`);
    expect(code).toBe(1);
  });

  const cut = `{"endpoint":"${endpoint}","body":`;
  it.each([
    ['cut.json', cut, /cut\.json:1:\d+: not JSON/],
    ['empty.json', '', /empty\.json:1:1: /],
    ['list.json', '[]', /list\.json:1:1: not a JSON object/],
    [
      'endpoint.json',
      '{\n"endpoint": 7, "body": {}}',
      /endpoint\.json:2:\d+: "endpoint" is of the wrong type/,
    ],
    ['unknown.json', '{"endpoint": "/x", "body": {}}', /unknown\.json: "\/x" is no known endpoint/],
    [
      'bare-body.json',
      '{"campaign_id": "x"}',
      /bare-body\.json: the file names no endpoint.*--endpoint/,
    ],
    ['latin.json', Buffer.from([0x7b, 0xe4, 0x7d]), /latin\.json: not UTF-8/],
    ['huge.json', Buffer.alloc(4 * 1024 * 1024 + 1, 0x20), /huge\.json: 4194305 bytes/],
  ])('says in one line why %s cannot be used', async (name, content, expected) => {
    const path = await file(name, content);
    const { code, stdout, stderr } = await desk.run(['validate', path]);
    expect(stderr).toMatch(expected);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('goes on behind a file that cannot be used, and ends with 2', async () => {
    const fine = await file('fine.json', JSON.stringify({ endpoint, body: good }));
    await mkdir(join(folder, 'folder.json'), { recursive: true });
    const missing = join(folder, 'missing.json');
    const { code, stdout, stderr } = await desk.run([
      'validate',
      missing,
      join(folder, 'folder.json'),
      fine,
    ]);
    expect(stderr.trimEnd().split('\n')).toEqual([
      `${missing}: no such file; check the name`,
      `${join(folder, 'folder.json')}: not a file; name a request file`,
    ]);
    expect(stdout).toBe(`${fine}: valid\n`);
    expect(code).toBe(2);
  });

  it('refuses an endpoint that contradicts the file', async () => {
    const path = await file('contradicted.json', JSON.stringify({ endpoint, body: good }));
    const { code, stderr } = await desk.run([
      'validate',
      path,
      '--endpoint',
      '/canvas/trigger/send',
    ]);
    expect(stderr).toContain('leave --endpoint');
    expect(code).toBe(2);
  });
});

describe('desk --help', () => {
  it('is built as one program that says its version', async () => {
    const { code, stdout, stderr } = await desk.run(['--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});
