import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlDialects, type CurlDialect } from './curl-dialect';
import { maxCurlLength, readCurl, type CurlFailureCode } from './read-curl';

const url = 'https://rest.iad-01.braze.com/campaigns/trigger/send';

/** A text and why it is refused; `¦` marks the place that is named. */
type BadRow = readonly [name: string, code: CurlFailureCode, text: string, dialect?: CurlDialect];

const bad: readonly BadRow[] = [
  ['nothing', 'nothing', '¦'],
  ['blanks', 'nothing', '¦ \t\r\n\u00a0'],
  ['JSON', 'not_curl', '¦{"campaign_id":"c1"}'],
  ['an address', 'not_curl', `¦${url}`],
  ['another program', 'not_curl', `¦wget ${url}`],
  ['a longer word', 'not_curl', `¦curlie ${url}`],
  ['the end of a word', 'not_curl', `¦libcurl ${url}`],
  ['a file of that name', 'not_curl', `¦./curl.sh ${url}`],
  ['a comment', 'not_curl', `¦# curl ${url}`],
  ['the cmdlet that PowerShell calls so', 'not_curl', `curl¦ -Method POST -Uri ${url} -Body '{}'`],
  ['no arguments', 'no_url', 'curl¦'],
  ['options alone', 'no_url', 'curl¦ -X POST -d {}'],
  ['an empty address', 'no_url', "curl ¦''"],
  ['prose', 'no_url', 'curl ¦is a program'],
  ['a line break before the address', 'no_url', `curl¦ -X POST\n${url}`],
  ['an address with a blank', 'no_url', `curl ¦'https://rest.iad-01.braze.com/a b'`],
  ['an open single quote', 'unclosed_quote', `curl ${url} -d ¦'{"a":1}`],
  ['an open double quote', 'unclosed_quote', `curl ${url} -d ¦"{\\"a\\":1}`],
  ['an open ANSI quote', 'unclosed_quote', `curl ${url} -d ¦$'a\\'`],
  ['an open substitution', 'unclosed_quote', `curl ${url} -d ¦$(cat x`],
  ['an open brace', 'unclosed_quote', `curl ${url} -d ¦"\${x"`],
  ['a here-document that does not end', 'unclosed_quote', `curl ${url} -d ¦"$(cat <<'E'\n{}\n)"`],
  [
    'another command in the quote',
    'unclosed_quote',
    `curl ${url} -d ¦'{"t":"try curl https://evil.example"}`,
  ],
  ['an open quote of cmd.exe', 'unclosed_quote', `curl ^\n ${url} -d ¦"{`],
  ['a quote of cmd.exe cut by a line break', 'unclosed_quote', `curl ^\n ${url} -d ¦"{\n}"`],
  ['an open quote behind a caret', 'unclosed_quote', `curl ^\n ${url} -d ^¦"{`],
  ['an open quote of PowerShell', 'unclosed_quote', `curl.exe ${url} -d ¦'x''`],
  ['an open string with backticks', 'unclosed_quote', `curl.exe ${url} -d ¦"x\``, 'powershell'],
  ['an open here-string', 'unclosed_quote', `curl.exe ${url} -d ¦@'\n{}\n'`],
];

describe('a text that is no command to be read', () => {
  it.each(bad.map(([name, code, marked, dialect]) => ({ name, code, marked, dialect })))(
    'is refused: $name',
    ({ code, marked, dialect }) => {
      const text = marked.replace('¦', '');
      expect(readCurl(text, { dialect })).toEqual({ ok: false, code, offset: marked.indexOf('¦') });
    },
  );

  it('is refused when it is too long', () => {
    const reading = readCurl(`curl ${url} `.padEnd(maxCurlLength + 1, 'x'));
    expect(reading).toEqual({ ok: false, code: 'too_long', offset: maxCurlLength });
  });
});

const tokens = [
  ...[
    'curl',
    'curl ',
    'curl.exe',
    ' ',
    '\n',
    '\r\n',
    '\t',
    "'",
    '"',
    '$',
    "$'",
    '$(',
    '${',
    '`',
    '^',
  ],
  ...['^"', '\\', '\\"', '\\\n', '^\n', '`\n', '""', "''", '%', '%A%', '@', "@'\n", "\n'@", '@"\n'],
  ...[
    '\n"@',
    '<<',
    '<<<',
    '<<EOF\n',
    '\nEOF\n',
    '$(cat <<EOF\n',
    '|',
    '&',
    ';',
    '(',
    ')',
    '{',
    '}',
  ],
  ...[
    '-',
    '--',
    '-d',
    ' -d @-',
    ' -X',
    ' --url=',
    ' -H ',
    ':',
    '=',
    url,
    'http://',
    '?',
    '#',
    '& {',
  ],
  ...[
    '--%',
    '--next',
    '-:',
    '“',
    '”',
    '’',
    '–',
    'é',
    '\0',
    '\ud800',
    'Authorization: Bearer ',
    'a',
  ],
  ...['C:\\>', 'PS C:\\> ', '$OutputEncoding', '\u00a0', 'echo ', 'cat ', '{"api_key":', '<#'],
];
const anyPaste = fc.oneof(
  fc.array(fc.constantFrom(...tokens), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const anyDialect = fc.constantFrom(undefined, ...curlDialects);

describe('any text', () => {
  it('is read or refused, with a place within it', () => {
    fc.assert(
      fc.property(anyPaste, anyDialect, fc.boolean(), (paste, dialect, lead) => {
        const text = lead ? `curl ${url} ${paste}` : paste;
        const reading = readCurl(text, { dialect });
        if (reading.ok) {
          expect(reading.url).not.toMatch(/\s/);
          expect(reading.method).not.toBe('');
          expect(new Set(reading.notes).size).toBe(reading.notes.length);
          expect(readCurl(text, { dialect })).toEqual(reading);
        } else {
          expect(reading.offset).toBeGreaterThanOrEqual(0);
          expect(reading.offset).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3_000 },
    );
  }, 60_000);

  // What takes more than linear time runs into the time limit of the test here.
  it.each([
    ...[
      'curl ',
      "'",
      '"',
      "'\\''",
      '\\',
      '\\"',
      '\\\n',
      '$',
      '$(',
      '${',
      '$(cat <<E\n)',
      '`',
      '<<',
      '<(',
      '> ',
    ],
    ...[
      '“ ',
      '„',
      '^',
      '^\n',
      '%a',
      '@"\n$(',
      '\n',
      ' -d @-',
      '/',
      'a=',
      '-',
      '–',
      '{{',
      '//#',
      'a?b&',
    ],
  ])(
    'is read in linear time, even %j again and again',
    (token) => {
      const many = token.repeat(Math.ceil(100_000 / token.length));
      for (const dialect of curlDialects) {
        expect(readCurl(`curl ${many}`, { dialect })).toHaveProperty('ok');
        expect(readCurl(`curl ${url} -d "${many}`, { dialect })).toHaveProperty('ok');
      }
      expect(readCurl(many)).toHaveProperty('ok');
      expect(readCurl(`& { '${many}' | curl.exe ${url} -d '@-' }`)).toHaveProperty('ok');
    },
    60_000,
  );

  it('may be large', () => {
    const body = JSON.stringify({ text: 'it\'s "x" \\ '.repeat(300_000) });
    const reading = readCurl(`curl ${url} -d '${body.replaceAll("'", "'\\''")}'`);
    expect(reading).toMatchObject({ ok: true, bodyText: body });
  });
});
