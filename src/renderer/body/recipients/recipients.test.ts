import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsOfChange } from '#shared/braze/body-change';
import { parseDocument } from '#shared/braze/document';
import { applyEdits } from '#shared/braze/text-edit';
import { copyRows } from './copy-rows';
import { cellsOf, pasteRows } from './paste-rows';
import { readRecipients } from './read-recipients';
import { jsonSource, typedSource } from './typed-text';

const endpoint = '/campaigns/trigger/send';

function read(text: string, at = endpoint) {
  return readRecipients(parseDocument(text), at);
}

function pasted(text: string, clipboard: string, at: { row: number; column: number } | null) {
  const recipients = read(text);
  const { columns } = recipients.table;
  const answer = pasteRows(recipients, { endpoint, text: clipboard, columns, at });
  const edits = answer?.changes.map((change) => editsOfChange(parseDocument(text), change));
  expect(edits?.length ?? 0).toBeLessThanOrEqual(1);
  const [only] = edits ?? [];
  return { answer, text: only == null ? text : applyEdits(text, only) };
}

describe('reading recipients', () => {
  it('makes columns of all keys and tells own values from those of the request', () => {
    const { table, row, effective } = read(`{
      "trigger_properties": {"offer": "A", "n": 1},
      "recipients": [
        {"external_user_id": "a", "trigger_properties": {"n": 12345678901234567890}},
        {"user_alias": {"alias_name": "b", "alias_label": "l"}, "attributes": {"plan": "x"}, "typo": 1}
      ]
    }`);
    expect(table.columns.map(({ group, key }) => `${group} ${key}`.trim())).toEqual([
      'identifier',
      'kind',
      'aliasLabel',
      'property offer',
      'property n',
      'field typo',
      'attribute plan',
    ]);
    const texts = row(0).cells.map((cell) => cell && [cell.text, cell.kind, cell.inherited]);
    expect(texts.slice(3, 5)).toEqual([
      ['A', 'string', true],
      ['12345678901234567890', 'number', false],
    ]);
    expect(row(1).cells[0]?.text).toBe('b');
    expect(effective(0).map(({ key, origin }) => [key, origin])).toEqual([
      ['offer', 'request'],
      ['n', 'override'],
    ]);
  });

  it('finds the properties of a Canvas, by either name', () => {
    expect(read('{"recipients": []}', '/canvas/trigger/send').table.properties).toBe('context');
    const old = '{"recipients": [{"canvas_entry_properties": {"a": 1}}]}';
    expect(read(old, '/canvas/trigger/send').table.properties).toBe('canvas_entry_properties');
  });

  it.each([
    ['no list at all', '{}', 0],
    ['null rows', '{"recipients": [null, 1, "x", [[1]]]}', 4],
    ['repeated keys', '{"recipients": [{"email": "a", "email": "b"}]}', 1],
    ['dangerous names', '{"recipients": [{"__proto__": {"x": 1}, "constructor": 1}]}', 1],
    ['half a pair, NUL', '{"recipients": [{"external_user_id": "\\ud800\\u0000"}]}', 1],
    ['properties that are no object', '{"recipients": [{"trigger_properties": ""}]}', 1],
    ['a byte order mark and CRLF', '\uFEFF{"recipients":\r\n[{"email":\r\n"a"}]}', 1],
  ])('reads %s', (_name, text, count) => {
    const recipients = read(text);
    expect(recipients.table.count).toBe(count);
    for (let at = 0; at <= count; at += 1) {
      const { isObject, cells } = recipients.row(at);
      expect(cells.length).toBe(isObject ? recipients.table.columns.length : 0);
      expect(Array.isArray(recipients.effective(at))).toBe(true);
    }
  });

  it('shows a member that is no property as a column, so that nothing sent is out of sight', () => {
    const { table } = read('{"recipients": [{"trigger_properties": "", "phone": "1"}]}');
    const fields = table.columns.filter(({ group }) => group === 'field').map(({ key }) => key);
    expect(fields).toEqual(['trigger_properties', 'phone']);
  });

  it('reads 100,000 recipients and counts the columns that are too many', () => {
    const rows = Array.from({ length: 100_000 }, (_none, at) => `{"external_user_id":"u${at}"}`);
    const many = Array.from({ length: 500 }, (_none, at) => `"k${at}":1`).join(',');
    rows.push(`{"trigger_properties":{${many}}}`);
    const { table, row } = read(`{"recipients":[${rows.join(',')}]}`);
    expect(table.count).toBe(100_001);
    expect(table.columns.length + table.moreColumns).toBe(502);
    expect(row(99_999).cells[0]?.text).toBe('u99999');
  });
});

describe('values of a spreadsheet', () => {
  it.each([
    ['12', '12'],
    ['-0.5', '-0.5'],
    ['007', '"007"'],
    ['+49', '"+49"'],
    ['1e5', '"1e5"'],
    ['1234567890123456', '"1234567890123456"'],
    ['TRUE', 'true'],
    ['=SUM(A1)', '"=SUM(A1)"'],
    ['{"a": 1}', '{"a": 1}'],
    ['{name}', '"{name}"'],
    ['{{name}}', '"{{name}}"'],
    ['null', '"null"'],
  ])('takes %s for %s', (text, source) => {
    expect(typedSource(text)).toBe(source);
  });

  it.each(['', '1 2', '1,', '{"a":1,}', '// x\n1', 'tru', '"open'])('is not JSON: %s', (text) => {
    const source = jsonSource(text);
    if (source !== null) expect(() => JSON.parse(source) as unknown).not.toThrow();
    else expect(() => JSON.parse(text) as unknown).toThrow();
  });
});

describe('pasting', () => {
  it('reads quotes, line ends in cells, commas and semicolons', () => {
    expect(cellsOf('a\t"b ""x""\ny"\r\n\r\nc\td\r\n')).toEqual([
      ['a', 'b "x"\ny'],
      ['c', 'd'],
    ]);
    expect(cellsOf('a,"b,c"\nd,e')).toEqual([
      ['a', 'b,c'],
      ['d', 'e'],
    ]);
    expect(cellsOf('a;b\nc;d')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(cellsOf('5" pipe\tx')).toEqual([['5" pipe', 'x']]);
  });

  it('makes recipients by the names in the first line', () => {
    const clipboard =
      'alias_name\talias_label\tprioritization\tsend_to_existing_only\tattributes.plan\tpoints\n' +
      '007\tqa\tidentified, most_recently_updated\tFALSE\tpro\t3\n';
    const { text, answer } = pasted('{"recipients": []}', clipboard, { row: 0, column: 0 });
    expect(answer).toMatchObject({ added: 1, changed: 0 });
    expect(JSON.parse(text)).toEqual({
      recipients: [
        {
          user_alias: { alias_name: '007', alias_label: 'qa' },
          prioritization: ['identified', 'most_recently_updated'],
          send_to_existing_only: false,
          attributes: { plan: 'pro' },
          trigger_properties: { points: 3 },
        },
      ],
    });
  });

  it('goes over cells, clears with empty ones and grows past the end', () => {
    const before =
      '{"recipients": [{"external_user_id": "a", "trigger_properties": {"x": 1, "y": 2}}]}';
    const { text, answer } = pasted(before, 'b\tkind\t\t5\nc\tkind\t6\t7', { row: 0, column: 0 });
    expect(answer).toMatchObject({ added: 1, changed: 1 });
    expect(JSON.parse(text)).toEqual({
      recipients: [
        { external_user_id: 'b', trigger_properties: { y: 5 } },
        { external_user_id: 'c', trigger_properties: { x: 6, y: 7 } },
      ],
    });
  });

  it('takes a plain list for external ids and addresses', () => {
    const ids = pasted('{}', 'a\nb', null);
    expect(JSON.parse(ids.text)).toEqual({
      recipients: [{ external_user_id: 'a' }, { external_user_id: 'b' }],
    });
    expect(JSON.parse(pasted('{}', 'a@example.com', null).text)).toEqual({
      recipients: [{ email: 'a@example.com' }],
    });
  });

  it.each(['', '\n\n', '\t\t\n', 'external_user_id\temail'])('finds no rows in %j', (text) => {
    expect(pasted('{}', text, null).answer).toBeNull();
  });

  it('gives back what was copied', () => {
    const word = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 8 })
      .filter(
        (text) => text.trim() !== '' && text.isWellFormed() && !/^\s|\s$|^["\uFEFF]/.test(text),
      );
    const row = fc.record({
      external_user_id: word.map((text) => `u${text}`),
      trigger_properties: fc.dictionary(
        fc.constantFrom('a', 'b b', 'ключ'),
        fc.oneof(
          word.map((text) => `t ${text}`),
          fc.integer(),
          fc.boolean(),
          fc.constant([1, 'x']),
        ),
        { minKeys: 1, noNullPrototype: true },
      ),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (recipients) => {
        const text = JSON.stringify({ recipients });
        const source = read(text);
        const copied = copyRows(source, {
          endpoint,
          columns: source.table.columns,
          fromRow: 0,
          toRow: recipients.length - 1,
          header: true,
        });
        const back = pasted('{}', copied, null);
        expect(JSON.parse(back.text)).toEqual({ recipients });
      }),
      { numRuns: 40 },
    );
  });
});
