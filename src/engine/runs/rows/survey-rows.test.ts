import { expect, test } from 'vitest';
import { rowsSurveySchema } from '#shared/domain/rows-survey';
import { automaticMapping } from '#shared/lib/automatic-mapping';
import { useTempFolders } from '../../files/testing/temp-folder';
import { fingerprintFile } from './fingerprint';
import { packedCalls, type PackingPlan } from './packed-calls';
import { surveyRows } from './survey-rows';
import { writeData } from './testing/data-files';

const tempFolder = useTempFolders();

async function planOf(content: string, more: Partial<PackingPlan> = {}): Promise<PackingPlan> {
  return {
    path: await writeData(await tempFolder(), content),
    source: {},
    mapping: automaticMapping([
      'external_user_id',
      'email',
      'prioritization',
      'trigger_properties.note',
    ]),
    endpoint: '/campaigns/trigger/send',
    bodyJson: '{"campaign_id":"11111111-2222-4333-8444-555555555555"}',
    ...more,
  };
}

const file = `external_user_id,email,prioritization,trigger_properties.note
a,,,=1+1
b,,,{{name}}
,,,nobody
a,,,again
,nobody,most_recently_updated,
,C@example.com,most_recently_updated,
,c@EXAMPLE.com,most_recently_updated,"two
lines"
d,d@example.com,,
short
`;

test('says everything before the first call', async () => {
  const plan = await planOf(file);
  const survey = await surveyRows(plan);
  expect(rowsSurveySchema.parse(survey)).toEqual(survey);
  expect(survey).toMatchObject({ rows: 9, ready: 5, skipped: 0, calls: 3 });
  expect(survey.bad.first.map(({ line, problem }) => [line, problem.code])).toEqual([
    [4, 'identifier_missing'],
    [6, 'rule'],
    [10, 'identifier_several'],
    [11, 'ragged'],
  ]);
  expect(survey.bad).toMatchObject({ total: 4, byCode: { rule: 1, ragged: 1 } });
  expect(survey.repeated).toEqual({
    total: 2,
    first: [
      { index: 3, line: 5, firstLine: 2 },
      { index: 6, line: 8, firstLine: 7 },
    ],
    rows: [
      { first: 3, last: 3 },
      { first: 6, last: 6 },
    ],
    splits: 2,
  });
  expect(survey.warnings).toEqual([
    {
      code: 'formula',
      total: 1,
      first: [{ index: 0, line: 2, column: 'trigger_properties.note' }],
    },
    {
      code: 'placeholder',
      total: 1,
      first: [{ index: 1, line: 3, column: 'trigger_properties.note' }],
    },
  ]);
  expect(JSON.parse(survey.firstCall!.body)).toEqual({
    campaign_id: '11111111-2222-4333-8444-555555555555',
    recipients: [
      { external_user_id: 'a', trigger_properties: { note: '=1+1' } },
      { external_user_id: 'b', trigger_properties: { note: '{{name}}' } },
    ],
  });
  expect(survey.fingerprint).toEqual(await fingerprintFile(plan.path));
});

test('rows that repeat a user can be left out, and the run does as the survey said', async () => {
  const plan = await planOf(file);
  const { repeated } = await surveyRows(plan);
  const again = { ...plan, skip: repeated.rows };
  const survey = await surveyRows(again);
  expect(survey).toMatchObject({ rows: 7, ready: 3, skipped: 2, calls: 1 });
  expect(survey.repeated.total).toBe(0);
  const calls = [];
  for await (const item of packedCalls(again)) if (item.kind === 'call') calls.push(item.call);
  expect(calls.map(({ rows }) => rows)).toEqual([
    [
      { first: 0, last: 1 },
      { first: 5, last: 5 },
    ],
  ]);
});

test('counts more than it lists', async () => {
  const plan = await planOf(`external_user_id\n${'a\n'.repeat(500)}`);
  const survey = await surveyRows(plan, { mostListed: 3 });
  expect(survey.repeated).toMatchObject({ total: 499, splits: 499 });
  expect(survey.repeated.first).toHaveLength(3);
  expect(survey.calls).toBe(500);
});

test('a file that is not read to its end has its whole fingerprint all the same', async () => {
  const plan = await planOf(`external_user_id\na\n"b${'\nx'.repeat(3_000_000)}`);
  const survey = await surveyRows(plan);
  expect(survey).toMatchObject({ ready: 1, bad: { total: 1, byCode: { row_too_long: 1 } } });
  expect(survey.fingerprint).toEqual(await fingerprintFile(plan.path));
});

test('progress goes up to the size of the file, and a signal ends it', async () => {
  const plan = await planOf(`external_user_id\n${'a\n'.repeat(60_000)}\n${' '.repeat(200_000)}`);
  const seen: number[] = [];
  const { fingerprint } = await surveyRows(plan, {
    onProgress: ({ bytesRead, bytes }) => seen.push(bytesRead / bytes),
  });
  expect(seen.length).toBeGreaterThan(3);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(1);
  expect(fingerprint.bytes).toBe(17 + 120_000 + 1 + 200_000);

  const stop = new AbortController();
  const ended = surveyRows(plan, {
    onProgress: () => stop.abort(new Error('enough')),
    signal: stop.signal,
  });
  await expect(ended).rejects.toThrow('enough');
});

test('tells columns that only later rows of a JSON file have', async () => {
  const line = '{"external_user_id":"a"}\n';
  const plan = await planOf(`${line.repeat(20_000)}{"external_user_id":"b","email":""}\n`);
  expect((await surveyRows(plan)).columns).toEqual(['external_user_id', 'email']);
});

test('a mapping that cannot be used is told before the file is read', async () => {
  const plan = await planOf('x\n', { path: 'no such file', mapping: [] });
  await expect(surveyRows(plan)).rejects.toMatchObject({
    code: 'mapping_invalid',
    params: { problem: 'identifier_unmapped' },
  });
});
