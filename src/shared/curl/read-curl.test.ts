import { describe, it } from 'vitest';
import { expectReading, sampleKey, sendUrl, type ReadingRow } from './testing/expect-reading';

const type = `-H 'Content-Type: application/json'`;
const auth = `-H 'Authorization: Bearer ${sampleKey}'`;
const body = `{"campaign_id":"c1"}`;
const start = `curl -X POST '${sendUrl}' ${type} ${auth}`;
const get = 'https://rest.iad-01.braze.com/campaigns/list';

const quoting: readonly ReadingRow[] = [
  {
    name: 'one line in single quotes',
    text: `${start} -d '${body}'`,
    reading: { dialect: 'bash' },
  },
  {
    name: 'as in the vendor’s pages',
    text: `curl --location --request POST '${sendUrl}' \\
--header 'Content-Type: application/json' \\
--header 'Authorization: Bearer YOUR-REST-API-KEY' \\
--data-raw '{
  "campaign_id": "c1"
}'`,
    reading: { apiKey: null, bodyText: '{\n  "campaign_id": "c1"\n}', dialect: 'bash' },
    notes: ['key_placeholder'],
  },
  {
    name: 'as Postman writes it',
    text: `curl --location -g '${sendUrl}' \\
--header 'Content-Type: application/json' \\
--header 'Authorization: Bearer ${sampleKey}' \\
--data '{"campaign_id":"c1"}'`,
    reading: {},
  },
  {
    name: 'with double quotes and escapes',
    text: `curl -X POST "${sendUrl}" -H "Content-Type: application/json" -H "Authorization: Bearer ${sampleKey}" -d "{\\"campaign_id\\":\\"c1\\",\\"p\\":\\"\\$5 \\\\n \\q\\"}"`,
    reading: { dialect: 'bash', bodyText: '{"campaign_id":"c1","p":"$5 \\n \\q"}' },
  },
  {
    name: 'with an apostrophe between quoted pieces',
    text: `${start} -d '{"t":"it'\\''s"}'`,
    reading: { bodyText: `{"t":"it's"}` },
  },
  {
    name: 'with pieces of all kinds side by side',
    text: `${start} -d '{"a":'"1"',"b":'\\"x\\"$',\\'c\\':2}'`,
    reading: { bodyText: `{"a":1,"b":"x",'c':2}` },
  },
  {
    name: 'as Chrome copies it for bash',
    text: `curl '${sendUrl}' \\
  -H 'content-type: application/json' \\
  -H 'authorization: bearer ${sampleKey}' \\
  -H 'cookie: session=abc' \\
  --data-raw $'{"t":"it\\'s \\u0021 \\u00e9\\n"}' \\
  --compressed`,
    reading: {
      headers: [['content-type', 'application/json']],
      bodyText: `{"t":"it's ! é\n"}`,
    },
    notes: ['cookies'],
  },
  {
    name: 'as Firefox copies it for bash',
    text: `curl '${sendUrl}' --compressed -X POST -H 'User-Agent: Mozilla/5.0' -H 'Accept: */*' -H 'Content-Type: application/json' -H 'Authorization: Bearer ${sampleKey}' --data-raw $'{"t":"\\xe9 \\ud83d\\ude00"}'`,
    reading: {
      headers: [
        ['User-Agent', 'Mozilla/5.0'],
        ['Accept', '*/*'],
        ['Content-Type', 'application/json'],
      ],
      bodyText: '{"t":"é 😀"}',
    },
  },
  {
    name: 'with bytes of UTF-8 and octal escapes',
    text: `${start} -d $'{"t":"\\xec\\x95\\x88 \\101\\x41\\cA\\e\\?\\z"}'`,
    reading: { bodyText: '{"t":"안 AA\x01\x1b?\\z"}' },
  },
  {
    name: 'with line breaks of Windows',
    text: `curl -X POST '${sendUrl}' \\\r\n  ${type} \\\r\n  ${auth} \\\r\n  -d '${body}'\r\n`,
    reading: {},
  },
  {
    name: 'with blanks behind the backslash',
    text: `curl -X POST '${sendUrl}' \\ \n ${type} \\\t\n ${auth} \\\n -d '${body}'`,
    reading: {},
    notes: ['loose_continuation'],
  },
  {
    name: 'with a word processor’s quotes and dashes',
    text: `curl –X POST “${sendUrl}” —header ‘Content-Type: application/json’ ${auth} –d '${body}'`,
    reading: {},
    notes: ['typographic_characters'],
  },
  {
    name: 'with a comment behind it',
    text: `${start} -d '${body}' # sends # 'one`,
    reading: {},
  },
];

const surroundings: readonly ReadingRow[] = [
  { name: 'a prompt', text: `$ ${start} -d '${body}'`, reading: {} },
  { name: 'a long prompt', text: `qa@desk:~/braze (main)$ ${start} -d '${body}'`, reading: {} },
  { name: 'a comment before', text: `# Curl's example\n\n${start} -d '${body}'`, reading: {} },
  { name: 'a fence', text: `\`\`\`bash\n${start} -d '${body}'\n\`\`\``, reading: {} },
  { name: 'a folder', text: `/usr/bin/curl${start.slice(4)} -d '${body}'`, reading: {} },
  { name: 'a variable', text: `sudo TZ=UTC LANG=C ${start} -d '${body}'`, reading: {} },
  { name: 'a substitution', text: `answer=$(${start} -d '${body}')`, reading: {} },
  { name: 'backticks', text: `answer=\`${start} -d '${body}'\``, reading: {} },
  {
    name: 'prose that starts with the word',
    text: `curl isn't hard, try this:\n${start} -d '${body}'\nThat's all.`,
    reading: {},
    notes: ['text_ignored'],
  },
  {
    name: 'prose on the same line',
    text: `Run: ${start} -d '${body}'`,
    reading: {},
    notes: ['text_ignored'],
  },
  {
    name: 'another command',
    text: `${start} -d '${body}'\n\ncurl ${get}\n`,
    reading: {},
    notes: ['several_commands', 'text_ignored'],
  },
  {
    name: 'a program behind a pipe',
    text: `${start} -d '${body}' | jq .message`,
    reading: {},
    notes: ['text_ignored'],
  },
];

describe('a curl command of bash', () => {
  it.each(quoting)('is read $name', expectReading);
});

describe('text around a curl command', () => {
  it.each(surroundings)('is told from it: $name', expectReading);
});
