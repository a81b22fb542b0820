import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanBashCommand } from './bash-words';
import { curlDialects } from './curl-dialect';
import { readCurl } from './read-curl';
import { createScan } from './shell-words';
import { sampleKey } from './testing/expect-reading';
import { writeCurl, type CurlCommand } from './write-curl';

const base = {
  url: 'https://rest.fra-01.braze.eu',
  endpoint: '/campaigns/trigger/send',
  bodyJson: '{}',
} as const satisfies CurlCommand;

/** Characters that mean something to one shell or another, and some that do not. */
const nastyPieces = [
  ...['"', "'", '\\', '\\"', '""', "''", '`', '$', '$(', '${a}', '$HOME', '!', '!!', '%', '%%'],
  ...['%PATH%', '^', '^^', '&', '|', '<', '>', ';', '#', '@', '~', '*', '?', '(', ')', '{', '}'],
  ...['[', ']', ' ', '  ', '\n', '\n\n', '\r\n', '\r', '\t', 'a', 'EOF', "'@", '@"', '--%', '-d'],
  ...['\ncurl https://evil.example', '’', '‘', '“', '”', '„', 'é', '안녕', '😀', '\u2028', '\x1b'],
  ...['\x07', '\x7f', '\\n', '\\u0041', '{{name}}', '0', '=', ',', '\u00a0'],
  ...[
    '& {',
    '\n#',
    'PS C:\\> ',
    'C:\\> ',
    '$(cat x)',
    '$OutputEncoding = ',
    "@'\n",
    '<<EOF\n',
    'curl.exe ',
  ],
];
const nasty = fc
  .array(fc.constantFrom(...nastyPieces), { maxLength: 30 })
  .map((pieces) => pieces.join(''));
const anyText = fc
  .oneof(nasty, fc.string({ unit: 'binary' }), fc.string())
  .map((text) => text.replaceAll('\0', ''));
const anyJson = fc
  .tuple(fc.json({ noUnicodeString: false }), nasty, fc.constantFrom(0, 2, '\t'))
  .map(([json, text, indent]) =>
    JSON.stringify({ value: JSON.parse(json) as unknown, text }, null, indent),
  );
const anyHeaders = fc.uniqueArray(
  fc.tuple(
    fc.stringMatching(/^X-[A-Za-z0-9!#$%&'*+.^_`|~-]{0,12}$/),
    anyText.map((text) => text.replace(/[\0-\x1f\x7f]/g, '').trim()),
  ),
  { maxLength: 3, selector: ([name]) => name },
);
const anyKey = fc.stringMatching(/^[0-9a-f][!-~]{3,40}$/).filter((key) => !/^[*._xX-]+$/.test(key));

function read(text: string) {
  const reading = readCurl(text);
  if (!reading.ok) throw new Error(`${reading.code} at ${reading.offset}: ${text}`);
  return reading;
}

describe('a written command', () => {
  it.each(curlDialects)(
    'is read back for %s: body, headers, key and address',
    (dialect) => {
      fc.assert(
        fc.property(
          fc.oneof(anyText, anyJson),
          anyHeaders,
          fc.option(anyKey, { nil: undefined }),
          (bodyJson, headers, apiKey) => {
            const command = {
              ...base,
              bodyJson,
              headers,
              ...(apiKey === undefined ? {} : { apiKey }),
            };
            const reading = read(writeCurl(command, dialect));
            expect(reading).toMatchObject({
              dialect,
              method: 'POST',
              url: 'https://rest.fra-01.braze.eu/campaigns/trigger/send',
              endpoint: '/campaigns/trigger/send',
              clusterId: 'EU-01',
              apiKey: apiKey ?? null,
              headers: [['Content-Type', 'application/json'], ...headers],
              unknownOptions: [],
            });
            const notes = reading.notes.filter((note) => note !== 'key_in_body');
            expect(notes).toEqual(apiKey === undefined ? ['key_placeholder'] : []);
            if (dialect === 'cmd') expectSameForCmd(reading.bodyText, bodyJson);
            else expect(reading.bodyText).toBe(bodyJson);
          },
        ),
        { numRuns: 400 },
      );
    },
    60_000,
  );

  it('is ASCII for cmd when the body is JSON', () => {
    fc.assert(
      fc.property(anyJson, (bodyJson) => {
        expect(writeCurl({ ...base, bodyJson }, 'cmd')).toMatch(/^[\n -~]*$/);
      }),
    );
  });

  it.each(curlDialects)('has queries and no body for %s', (dialect) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const query = [
          ['page', '0'],
          ['q', value],
        ] as const;
        const reading = read(
          writeCurl({ ...base, endpoint: '/campaigns/list', bodyJson: null, query }, dialect),
        );
        expect(reading).toMatchObject({
          method: 'GET',
          bodyText: null,
          bodyFrom: null,
          headers: [],
        });
        const found = new URL(reading.url).searchParams;
        expect([...found]).toEqual([
          ['page', '0'],
          ['q', value.toWellFormed()],
        ]);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['bash', '"Authorization: Bearer $BRAZE_API_KEY"', '"Authorization: Bearer $QA_KEY"'],
    ['cmd', '"Authorization: Bearer %BRAZE_API_KEY%"', '"Authorization: Bearer %QA_KEY%"'],
    [
      'powershell',
      '"Authorization: Bearer $env:BRAZE_API_KEY"',
      '"Authorization: Bearer $env:QA_KEY"',
    ],
  ] as const)('leaves the key to a variable for %s', (dialect, usual, named) => {
    expect(writeCurl(base, dialect)).toContain(usual);
    expect(writeCurl({ ...base, apiKeyPlaceholder: 'QA_KEY' }, dialect)).toContain(named);
  });

  it.each(curlDialects)('never takes a key from the headers for %s', (dialect) => {
    const headers = [['authorization', `Bearer ${sampleKey}`]] as const;
    expect(writeCurl({ ...base, headers }, dialect)).not.toContain(sampleKey);
  });

  it.each<[string, Partial<CurlCommand>]>([
    ['an address that is none', { url: 'not an address' }],
    ['an empty address', { url: '' }],
    ['a line break in the address', { url: 'https://a.example\nb' }],
    ['a line break in a header', { headers: [['X-A', 'a\r\nX-B: b']] }],
    ['a header name with a colon', { headers: [['X:A', 'a']] }],
    ['an empty header name', { headers: [['', 'a']] }],
    ['a line break in the key', { apiKey: 'a\nb' }],
    ['a command for a variable', { apiKeyPlaceholder: 'A$(id)' }],
    ['a variable without a name', { apiKeyPlaceholder: '' }],
    ['a zero character in the body', { bodyJson: '{"a":"\0"}' }],
  ])('is not made of %s', (_name, part) => {
    for (const dialect of curlDialects) {
      expect(() => writeCurl({ ...base, ...part }, dialect)).toThrow(RangeError);
    }
  });
});

/** cmd.exe carries no carriage return, and JSON goes in ASCII. */
function expectSameForCmd(bodyText: string | null, bodyJson: string): void {
  let value: unknown;
  try {
    value = JSON.parse(bodyJson);
  } catch {
    expect(bodyText).toBe(bodyJson.replace(/\r\n?/g, '\n'));
    return;
  }
  expect(JSON.parse(bodyText ?? '')).toEqual(value);
  if (/^[\n -~]*$/.test(bodyJson)) expect(bodyText).toBe(bodyJson);
}

// Windows has no bash of its own, and the one of macOS is of 2007 and lacks some escapes.
describe.runIf(process.platform === 'linux')('the real bash', () => {
  const printer = `curl() { printf '%s\\0' "$#" "$@"; }\n`;

  /** Runs a script in which `curl` prints its arguments, and gives them call by call. */
  function run(script: string): { calls: string[][]; stderr: string } {
    const { stdout, stderr, error } = spawnSync('bash', ['--norc', '-s'], {
      input: printer + script,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', BRAZE_API_KEY: 'k "1" $x' },
    });
    if (error !== undefined) throw error;
    const printed = stdout.split('\0').slice(0, -1);
    const calls: string[][] = [];
    while (printed.length > 0) calls.push(printed.splice(0, 1 + Number(printed[0])).slice(1));
    return { calls, stderr };
  }

  it('hands curl exactly the arguments meant', () => {
    const commands = fc.array(fc.tuple(fc.oneof(anyText, anyJson), anyHeaders), {
      minLength: 15,
      maxLength: 15,
    });
    fc.assert(
      fc.property(commands, (rows) => {
        const script = rows.map(([bodyJson, headers]) =>
          writeCurl({ ...base, bodyJson, headers }, 'bash'),
        );
        const { calls, stderr } = run(`${script.join('\n')}\n`);
        expect(stderr).toBe('');
        expect(calls).toEqual(
          rows.map(([bodyJson, headers]) => [
            '--request',
            'POST',
            'https://rest.fra-01.braze.eu/campaigns/trigger/send',
            '--header',
            'Content-Type: application/json',
            ...headers.flatMap(([name, value]) => [
              '--header',
              value === '' ? `${name};` : `${name}: ${value}`,
            ]),
            '--header',
            'Authorization: Bearer k "1" $x',
            '--data-raw',
            bodyJson,
          ]),
        );
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('takes a command apart as the reader does', () => {
    const piece = fc.constantFrom(
      ...["'", '"', '\\', '\\\\', ' ', '\t', 'a', "$'", '\\n', '\\x41', '\\101', "\\'", '\\"', '$'],
      ...['\\\n', '\n', '#', '=', '!', '{', '}', 'é', '\\u00e9', '\\cA', '\\?', '\\e', '^', '%'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const line = ` ${pieces.join('')} z`;
        // The reader forgives blanks behind a backslash at the end of a line; bash does not.
        fc.pre(!/\\[ \t]+\n/.test(line));
        // Variables are bash's to fill in, and stay as written here.
        fc.pre(!/\$[^'" \t\n]/.test(line));
        const { calls } = run(`curl${line}\n`);
        const command = scanBashCommand(createScan(line, 0));
        const first = calls[0];
        if (first === undefined)
          expect(command).toMatchObject({ ok: false, code: 'unclosed_quote' });
        else expect(command.ok && command.words.map((word) => word.text)).toEqual(first);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
