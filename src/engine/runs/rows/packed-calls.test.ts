import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { automaticMapping } from '#shared/lib/automatic-mapping';
import { createCallFrame } from '#shared/lib/call-template';
import { useTempFolders } from '../../files/testing/temp-folder';
import { openRows } from './open-rows';
import { packedCalls, type PackedItem, type PackingPlan } from './packed-calls';

const tempFolder = useTempFolders();
const bodyJson =
  '{"campaign_id":"11111111-2222-4333-8444-555555555555","recipients":[{"external_user_id":"x"}]}';

async function pack(content: string, plan: Partial<PackingPlan> = {}): Promise<PackedItem[]> {
  const path = join(await tempFolder(), 'rows.csv');
  await writeFile(path, content);
  const items: PackedItem[] = [];
  for await (const item of packedCalls({
    path,
    source: {},
    mapping: automaticMapping(['external_user_id', 'trigger_properties.code']),
    endpoint: '/campaigns/trigger/send',
    bodyJson,
    ...plan,
  }))
    items.push(item);
  return items;
}

test('rows of a CSV file become calls of at most fifty, in order', async () => {
  const lines = Array.from({ length: 120 }, (_, index) => `user-${index},C${index}`);
  const items = await pack(`external_user_id,trigger_properties.code\n${lines.join('\n')}\n`);
  const calls = items.flatMap((item) => (item.kind === 'call' ? [item.call] : []));
  expect(items).toHaveLength(3);
  expect(calls.map(({ rows }) => rows)).toEqual([
    [{ first: 0, last: 49 }],
    [{ first: 50, last: 99 }],
    [{ first: 100, last: 119 }],
  ]);
  const [, , last] = calls;
  const body = createCallFrame(bodyJson, null).compose(last!.recipients);
  const parsed = JSON.parse(body) as { recipients: unknown[] };
  expect(Buffer.byteLength(body)).toBe(last!.bytes());
  expect(parsed.recipients.at(-1)).toEqual({
    external_user_id: 'user-119',
    trigger_properties: { code: 'C119' },
  });
  expect(body).not.toContain('"x"');
});

test('bad rows are told with their lines and the others are sent', async () => {
  const items = await pack('external_user_id,trigger_properties.code\na,1\n,2\nb,3,4\n\nc,5\n');
  const bad = items.flatMap((item) => (item.kind === 'bad' ? [item.row] : []));
  expect(bad).toEqual([
    { index: 1, line: 3, problem: { code: 'identifier_missing', params: {} } },
    { index: 2, line: 4, problem: { code: 'ragged', params: { cells: 3, columns: 2 } } },
  ]);
  const calls = items.flatMap((item) => (item.kind === 'call' ? [item.call.rows] : []));
  expect(calls).toEqual([
    [
      { first: 0, last: 0 },
      { first: 3, last: 3 },
    ],
  ]);
});

test('openRows gives cells as texts', async () => {
  const path = join(await tempFolder(), 'rows.csv');
  await writeFile(path, '\uFEFFname;note\r\n"a;b";"two\nlines"\r\n007;\r\n');
  const rows = [];
  for await (const row of openRows(path)) rows.push(row);
  expect(rows).toEqual([
    { index: 0, line: 2, values: { name: 'a;b', note: 'two\nlines' } },
    { index: 1, line: 4, values: { name: '007', note: '' } },
  ]);
});
