import { describe, it } from 'vitest';
import { expectReading, sampleKey, sendUrl, type ReadingRow } from './testing/expect-reading';

const body = `{"campaign_id":"c1"}`;
const escaped = String.raw`{\"campaign_id\":\"c1\"}`;
const type = `-H "Content-Type: application/json"`;
const auth = `-H "Authorization: Bearer ${sampleKey}"`;
const start = `curl -X POST "${sendUrl}" ${type} ${auth}`;

const cmd: readonly ReadingRow[] = [
  {
    name: 'with carets at the ends of lines',
    text: `curl -X POST "${sendUrl}" ^\r\n  ${type} ^\r\n  ${auth} ^\r\n  -d "${escaped}"\r\n`,
    reading: { dialect: 'cmd' },
  },
  {
    name: 'behind a prompt',
    text: `C:\\Users\\qa>${start} -d "${escaped}"`,
    reading: { dialect: 'cmd' },
  },
  {
    name: 'with doubled quotes',
    text: `${start} -d "{""campaign_id"":""c1""}"`,
    reading: { dialect: 'cmd' },
  },
  {
    name: 'with single quotes inside double ones and backslashes that stay',
    text: `curl.exe -X POST "${sendUrl}" ${type} ${auth} -d "{\\"t\\":\\"it's C:\\\\dir\\n \\\\\\"x\\\\\\"\\"}"`,
    reading: { dialect: 'cmd', bodyText: '{"t":"it\'s C:\\\\dir\\n \\"x\\""}' },
  },
  {
    name: 'as Chrome copies it',
    text: `curl ^"${sendUrl}^" ^
  -H ^"content-type: application/json^" ^
  -H ^"authorization: Bearer ${sampleKey}^" ^
  --data-raw ^"^{^

  ^\\^"t^\\^": ^\\^"50^%^ a ^& b ^| ^%^PATH^% é^\\^"^

^}^"`,
    reading: {
      dialect: 'cmd',
      headers: [['content-type', 'application/json']],
      bodyText: '{\n  "t": "50% a & b | %PATH% é"\n}',
    },
  },
  {
    name: 'as older browsers copy it',
    text: `curl "${sendUrl}" -H "Content-Type: application/json" -H "Authorization: Bearer ${sampleKey}" --data-raw "{""t"":""100"%""""^\r\n\r\n",""u"":1}" ^\r\n --compressed`,
    dialect: 'cmd',
    reading: { bodyText: '{"t":"100%"\n,"u":1}' },
  },
  {
    name: 'with variables',
    text: `${start.replace(sampleKey, '%BRAZE_KEY%')} -d "{\\"id\\":\\"%USER_ID%\\",\\"u\\":\\"%C3%A9%20\\"}"`,
    reading: {
      dialect: 'cmd',
      apiKey: null,
      bodyText: '{"id":"%USER_ID%","u":"%C3%A9%20"}',
    },
    notes: ['key_placeholder', 'shell_expansion'],
  },
  {
    name: 'with something behind it',
    text: `C:\\>${start} -d "${escaped}" -A "a & b > c" 2>nul & echo done`,
    reading: {},
    notes: ['text_ignored'],
  },
  {
    name: 'with its answer kept',
    text: `C:\\>${start} -d "${escaped}" > "out file.json"`,
    reading: {},
  },
  {
    name: 'with blanks behind the caret',
    text: `curl -X POST "${sendUrl}" ^ \n  ${type} ^\n  ${auth} -d "${escaped}"`,
    reading: {},
    notes: ['loose_continuation'],
  },
  {
    name: 'in a batch file',
    text: `@echo off\r\nrem sends "one"\r\n@curl.exe -X POST "${sendUrl}" ${type} ${auth} -d @body.json\r\n`,
    reading: { dialect: 'cmd', bodyText: null, bodyFrom: 'file' },
    notes: ['file_reference'],
  },
  {
    name: 'fed by another program',
    text: `C:\\>type body.json | ${start} -d @-`,
    reading: { dialect: 'cmd', bodyText: null, bodyFrom: 'stdin' },
    notes: ['stdin_reference'],
  },
];

const psStart = `curl.exe -X POST '${sendUrl}' -H 'Content-Type: application/json' -H "Authorization: Bearer ${sampleKey}"`;

const powershell: readonly ReadingRow[] = [
  {
    name: 'with backticks at the ends of lines',
    text: `curl.exe -X POST '${sendUrl}' \`\r\n  ${type} \`\r\n  ${auth} \`\r\n  -d '${body}'\r\n`,
    reading: { dialect: 'powershell' },
  },
  {
    name: 'with quotes escaped for the program',
    text: `${psStart} -d '{\\"campaign_id\\":\\"c1\\",\\"t\\":\\"\\\\\\"x\\\\\\"\\"}'`,
    reading: { dialect: 'powershell', bodyText: '{"campaign_id":"c1","t":"\\"x\\""}' },
  },
  {
    name: 'with quotes that only JSON escapes',
    text: `${psStart} -d '{"t":"\\"x\\" \\n"}'`,
    reading: { bodyText: '{"t":"\\"x\\" \\n"}' },
  },
  {
    name: 'with doubled apostrophes, typographic ones too',
    text: `${psStart} -d '{"t":"it''s l’’été"}'`,
    reading: { bodyText: '{"t":"it\'s l’été"}' },
  },
  {
    name: 'with backtick escapes',
    text: `PS C:\\Users\\qa> curl.exe -X POST "${sendUrl}" ${type} ${auth} -d "{\`"t\`":\`"\`$5\`tx \`u{1F600}\`",""u"":1}"`,
    reading: { dialect: 'powershell', bodyText: '{"t":"$5\tx 😀","u":1}' },
  },
  {
    name: 'with a here-string',
    text: `${psStart} -d @'\n{\n  "t": "it's $x \`n"\n}\n'@\n`,
    reading: { dialect: 'powershell', bodyText: '{\n  "t": "it\'s $x `n"\n}' },
  },
  {
    name: 'with a here-string that is filled in',
    text: `${psStart} -d @"\r\n{"t": "\`$5 $name"}\r\n"@`,
    reading: { bodyText: '{"t": "$5 $name"}' },
    notes: ['shell_expansion'],
  },
  {
    name: 'with a here-string piped in',
    text: `PS C:\\> @'\n{\n  "t": "it's"\n}\n'@ | ${psStart} --data-binary '@-'`,
    reading: { dialect: 'powershell', bodyText: '{\n  "t": "it\'s"\n}', bodyFrom: 'stdin' },
  },
  {
    name: 'with a string piped in',
    text: `'{"t":"a''b"}' | ${psStart} -d '@-'`,
    reading: { dialect: 'powershell', bodyText: '{"t":"a\'b"}', bodyFrom: 'stdin' },
  },
  {
    name: 'with variables',
    text: `${psStart.replace(sampleKey, '$env:BRAZE_API_KEY')} -d "{\`"id\`":\`"$id\`",\`"n\`":$($x + 1)}"`,
    reading: { apiKey: null, bodyText: '{"id":"$id","n":$($x + 1)}' },
    notes: ['key_placeholder', 'shell_expansion'],
  },
  {
    name: 'with a file',
    text: `${psStart} -d (Get-Content body.json -Raw)`,
    reading: { bodyText: null, bodyFrom: 'file' },
    notes: ['file_reference', 'shell_expansion'],
  },
  {
    name: 'with the rest of the line as it is',
    text: `curl.exe --% -X POST "${sendUrl}" ${type} ${auth} -d "${escaped}"\nGet-Date`,
    dialect: 'powershell',
    reading: {},
    notes: ['text_ignored'],
  },
  {
    name: 'called by its path, with comments and another program behind',
    text: `# sends one\n& "C:\\Program Files\\curl\\curl.exe" -X POST '${sendUrl}' ${type} ${auth} -d '${body}' | ConvertFrom-Json`,
    dialect: 'powershell',
    reading: {},
    notes: ['text_ignored'],
  },
  {
    name: 'without a word from strings before it',
    text: `& {\n  'one\ncurl https://evil.example\n${'curl https://evil.example\n'.repeat(300)}' | ${psStart} -d '@-' }`,
    reading: {
      dialect: 'powershell',
      bodyFrom: 'stdin',
      bodyText: `one${'curl https://evil.example'.repeat(301)}`,
    },
  },
];

describe('a curl command of cmd.exe', () => {
  it.each(cmd)('is read $name', expectReading);
});

describe('a curl command of PowerShell', () => {
  it.each(powershell)('is read $name', expectReading);
});
