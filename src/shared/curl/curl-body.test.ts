import { describe, it } from 'vitest';
import { expectReading, sampleKey, sendUrl, type ReadingRow } from './testing/expect-reading';

const type = `-H 'Content-Type: application/json'`;
const auth = `-H 'Authorization: Bearer ${sampleKey}'`;
const body = `{"campaign_id":"c1"}`;
const start = `curl -X POST '${sendUrl}' ${type} ${auth}`;

const bodies: readonly ReadingRow[] = [
  {
    name: 'a here-document',
    text: `${start} -d @- <<'EOF'\n{\n  "t": "$HOME's \\"x\\""\n}\nEOF\n`,
    reading: { bodyText: `{\n  "t": "$HOME's \\"x\\""\n}`, bodyFrom: 'stdin' },
  },
  {
    name: 'a here-document that the shell fills in',
    text: `${start} --data-binary @- <<EOF\n{"t":"\\$5 \\\\ \\x $NAME"}\nEOF`,
    reading: { bodyText: '{"t":"$5 \\ \\x $NAME"}', bodyFrom: 'stdin' },
    notes: ['shell_expansion'],
  },
  {
    name: 'a here-document with tabs, piped on',
    text: `${start} --data @- <<-"END OF" | jq .\n\t{"a":\n\t1}\n\tEND OF\necho done`,
    reading: { bodyText: '{"a":\n1}', bodyFrom: 'stdin' },
    notes: ['text_ignored'],
  },
  {
    name: 'a here-document that is not JSON loses its line breaks, as with curl',
    text: `${start} -d @- <<'EOF'\n{"a":"x\ny"}\nEOF`,
    reading: { bodyText: '{"a":"xy"}', bodyFrom: 'stdin' },
  },
  {
    name: 'a here-document before the command',
    text: `cat <<'EOF' | ${start} -d @-\n${body}\nEOF`,
    reading: { bodyFrom: 'stdin' },
  },
  {
    name: 'a here-document within the argument',
    text: `${start} -d "$(cat <<'EOF'\n{"t":"a \\"b\\" ) $(x)"}\nEOF\n)"`,
    reading: { bodyText: '{"t":"a \\"b\\" ) $(x)"}' },
  },
  {
    name: 'a here-string',
    text: `${start} -d @- <<< '${body}'`,
    reading: { bodyFrom: 'stdin' },
  },
  { name: 'echo', text: `$ echo '${body}' | ${start} -d @-`, reading: { bodyFrom: 'stdin' } },
  {
    name: 'another program',
    text: `jq -c . request.json | ${start} -d @-`,
    reading: { bodyText: null, bodyFrom: 'stdin' },
    notes: ['stdin_reference'],
  },
  {
    name: 'a file',
    text: `${start} --data-binary @body.json`,
    reading: { bodyText: null, bodyFrom: 'file' },
    notes: ['file_reference'],
  },
  {
    name: 'a file in place of the input',
    text: `${start} -d @- < body.json`,
    reading: { bodyText: null, bodyFrom: 'file' },
    notes: ['file_reference'],
  },
  {
    name: 'a file the shell would read',
    text: `${start} -d "$(cat body.json)"`,
    reading: { bodyText: null, bodyFrom: 'file' },
    notes: ['file_reference', 'shell_expansion'],
  },
  {
    name: 'a text that only looks like a substitution',
    text: `${start} -d '$(cat body.json)'`,
    reading: { bodyText: '$(cat body.json)' },
  },
  {
    name: 'a text that starts with @',
    text: `${start} --data-raw '@everyone'`,
    reading: { bodyText: '@everyone' },
  },
  {
    name: 'several pieces',
    text: `${start} -d a=1 --data-ascii 'b=2' --data-urlencode 'c=x y&é' --data-urlencode '=!' --data-urlencode plain`,
    reading: { bodyText: 'a=1&b=2&c=x+y%26%C3%A9&%21&plain' },
  },
  {
    name: '--json',
    text: `curl ${sendUrl} ${auth} --json '{"campaign_id":' --json '"c1"}'`,
    reading: {
      headers: [
        ['Content-Type', 'application/json'],
        ['Accept', 'application/json'],
      ],
    },
  },
  {
    name: 'an empty one',
    text: `${start} -d ''`,
    reading: { bodyText: '' },
  },
  {
    name: 'a variable in the middle',
    text: `${start} -d '{"id":"'"$USER_ID"'","n":'\${N:-1}',"t":"'\`date\`'"}'`,
    reading: { bodyText: '{"id":"$USER_ID","n":${N:-1},"t":"`date`"}' },
    notes: ['shell_expansion'],
  },
  {
    name: 'a key in it, as in old guides',
    text: `curl -X POST ${sendUrl} ${type} -d '{"api_key":"x","campaign_id":"c1"}'`,
    reading: { apiKey: null, bodyText: '{"api_key":"x","campaign_id":"c1"}' },
    notes: ['key_in_body'],
  },
  {
    name: 'a form',
    text: `${start} -F file=@x.csv`,
    reading: { bodyText: null, bodyFrom: null },
    notes: ['form_data'],
  },
];

describe('the body of a curl command', () => {
  it.each(bodies)('is read from $name', expectReading);
});
