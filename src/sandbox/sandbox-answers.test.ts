import { describe, expect, it } from 'vitest';
import { parseAnswer } from '#shared/braze/answers';
import { sampleCatalogue, targetState, welcomeCampaignId } from './catalogue';
import { callSandbox, legalBody, lookUp } from './testing/call-sandbox';
import { startSandbox, testKey, testNow } from './testing/start-sandbox';

const canvasId = 'e3a90f57-20bc-6d18-a4f2-9c51d07b8e66';
const apiCampaignId = 'b07f3a92-44de-4c1a-9d25-83a6f1c0e774';
const unknownId = '00000000-1111-2222-3333-444444444444';
const campaignOf = (state: string): string =>
  sampleCatalogue.campaigns.find((c) => !c.isApiCampaign && targetState(c) === state)?.id ?? state;
const email = (variation: string): object => ({
  email: {
    app_id: 'c8d71e54-03fa-4b29-96e0-5a7f2d184bb9',
    from: 'Sample shop <shop@example.org>',
    subject: 'Hello',
    body: '<p>Hello</p>',
    message_variation_id: variation,
  },
});

describe('a send', () => {
  it('is accepted with a fresh dispatch_id each time', async () => {
    const sandbox = await startSandbox();
    const first = await callSandbox(sandbox);
    const second = await callSandbox(sandbox);
    expect(first.status).toBe(201);
    expect(first.headers.get('content-type')).toMatch(/^application\/json/);
    expect(first.json).toEqual({
      dispatch_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      message: 'success',
    });
    expect(second.json?.['dispatch_id']).not.toBe(first.json?.['dispatch_id']);
    expect(parseAnswer(first.status, first.text)).toMatchObject({ problem: null, errors: [] });
  });

  it('is accepted for a Canvas', async () => {
    const sandbox = await startSandbox();
    const body = { canvas_id: canvasId, recipients: [{ external_user_id: 'qa-1' }] };
    expect(await callSandbox(sandbox, { path: '/canvas/trigger/send', body })).toMatchObject({
      status: 201,
      json: { message: 'success' },
    });
  });

  it('brings a send_id back for broadcasts, the given one where there is one', async () => {
    const sandbox = await startSandbox();
    const body = { campaign_id: welcomeCampaignId, broadcast: true };
    const made = await callSandbox(sandbox, { body });
    expect(made.json?.['send_id']).toMatch(/^[0-9a-f-]{36}$/);
    const kept = await callSandbox(sandbox, { body: { ...body, send_id: 'night-1' } });
    expect(kept.json?.['send_id']).toBe('night-1');
    expect((await callSandbox(sandbox)).json).not.toHaveProperty('send_id');
  });

  it.each([
    ['paused', /^The campaign is paused\./],
    ['archived', /^The campaign is archived\./],
  ])('to a campaign that is %s is answered with a notice', async (state, notice) => {
    const sandbox = await startSandbox();
    const body = { ...legalBody, campaign_id: campaignOf(state) };
    const result = await callSandbox(sandbox, { body });
    expect(result.status).toBe(201);
    expect(result.json?.['notice']).toMatch(notice);
  });

  it.each([
    ['an unknown id', unknownId],
    ['an id that is no id', 'YOUR_CAMPAIGN_ID'],
    ['a draft', campaignOf('draft')],
    ['an API campaign', apiCampaignId],
    ['an id of another kind', canvasId],
  ])('with %s is refused', async (_name, id) => {
    const sandbox = await startSandbox();
    const result = await callSandbox(sandbox, { body: { ...legalBody, campaign_id: id } });
    expect(result).toMatchObject({ status: 400, json: { message: 'Invalid Campaign ID' } });
  });

  it('with an unknown id is accepted where any id is', async () => {
    const sandbox = await startSandbox({ acceptAnyId: true });
    const body = { ...legalBody, campaign_id: unknownId };
    expect((await callSandbox(sandbox, { body })).status).toBe(201);
  });
});

describe('/messages/send', () => {
  const send = async (changes: object): Promise<unknown> => {
    const sandbox = await startSandbox();
    const body = { external_user_ids: ['qa-1'], messages: email('email-12'), ...changes };
    const { status, json } = await callSandbox(sandbox, { path: '/messages/send', body });
    return [status, json?.['message']];
  };

  it.each([
    ['a known variation', { campaign_id: apiCampaignId }, 201, 'success'],
    ['no campaign', {}, 201, 'success'],
    ['a triggered campaign', { campaign_id: welcomeCampaignId }, 400, 'Invalid Campaign ID'],
    [
      'an unknown variation',
      { campaign_id: apiCampaignId, messages: email('email-99') },
      400,
      'Invalid Message Variant',
    ],
    [
      'a variation of another channel',
      { campaign_id: apiCampaignId, messages: email('ios_push-7') },
      400,
      'Mismatched Message Type',
    ],
    ['no message', { messages: {} }, 400, 'No message to send'],
    ['nobody', { external_user_ids: [] }, 400, 'No Recipients'],
    [
      'too many users',
      { external_user_ids: Array.from({ length: 51 }, (_, i) => `qa-${i}`) },
      400,
      'The max number of external_ids and aliases per request was exceeded',
    ],
  ])('with %s', async (_name, changes, status, message) => {
    expect(await send(changes)).toEqual([status, message]);
  });
});

describe('a broken rule', () => {
  const recipients = (count: number): object[] =>
    Array.from({ length: count }, (_, i) => ({ external_user_id: `qa-${i}` }));

  it.each([
    ['no campaign', { campaign_id: undefined }, /^campaign_id must be a string/],
    ['a campaign id that is a number', { campaign_id: 7 }, /^campaign_id must be a string/],
    ['no recipients', { recipients: [] }, /^No Recipients$/],
    ['51 recipients', { recipients: recipients(51) }, /^The max number of ids per request/],
    ['broadcast with recipients', { broadcast: true }, /^Bad Request$/],
    ['a recipient without identifier', { recipients: [{}] }, /^Bad Request$/],
  ])('(%s) gets its documented text', async (_name, changes, message) => {
    const sandbox = await startSandbox();
    const result = await callSandbox(sandbox, { body: { ...legalBody, ...changes } });
    expect(result.status).toBe(400);
    expect(result.json?.['message']).toMatch(message);
    expect(result.json?.['errors']).toContainEqual(expect.stringMatching(/^R\d\d\./));
  });

  it('is no reason to refuse when it is only a warning', async () => {
    const sandbox = await startSandbox();
    const body = { ...legalBody, not_a_field: 1, recipients: recipients(50) };
    expect((await callSandbox(sandbox, { body })).status).toBe(201);
  });
});

describe('the request around the body', () => {
  const key = `Bearer ${testKey}`;
  it.each<[string, Parameters<typeof callSandbox>[1], number, string]>([
    ['a wrong key', { headers: { authorization: 'Bearer wrong' } }, 401, 'Unauthorized'],
    ['an empty header', { headers: { authorization: '' } }, 401, 'Unauthorized'],
    ['no scheme', { headers: { authorization: testKey } }, 401, 'Unauthorized'],
    ['a quoted key', { headers: { authorization: `Bearer "${testKey}"` } }, 401, 'Unauthorized'],
    ['an unknown path', { path: '/campaigns/trigger/sent' }, 404, 'Not Found'],
    ['a path in capitals', { path: '/Campaigns/trigger/send' }, 404, 'Not Found'],
    ['the root', { path: '/' }, 404, 'Not Found'],
    ['a path that cannot be decoded', { path: '/%zz' }, 404, 'Not Found'],
    ['the wrong method', { method: 'PUT' }, 404, 'Not Found'],
    ['a slash at the end', { path: '/campaigns/trigger/send/' }, 403, 'Access Denied'],
    ['text', { headers: { 'content-type': 'text/plain' } }, 415, 'Unsupported Media Type'],
    ['a broken type', { headers: { 'content-type': 'json' } }, 415, 'Unsupported Media Type'],
    [
      'a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'Unsupported Media Type',
    ],
    [
      'a trailing comma',
      { body: '{"campaign_id":"x",}' },
      400,
      'Error while parsing request body. Please check your syntax.',
    ],
    [
      'no body',
      { body: undefined },
      400,
      'Error while parsing request body. Please check your syntax.',
    ],
    [
      'broken bytes',
      { body: Buffer.from([0x7b, 0xff, 0x7d]) },
      400,
      'Error while parsing request body. Please check your syntax.',
    ],
    [
      'endless nesting',
      { body: '{"a":'.repeat(100_000) },
      400,
      'Error while parsing request body. Please check your syntax.',
    ],
    ['a list', { body: '[]' }, 400, 'Bad Request'],
    ['null', { body: 'null' }, 400, 'Bad Request'],
    ['a text', { body: '"hello"' }, 400, 'Bad Request'],
    ['a number', { body: '1e999' }, 400, 'Bad Request'],
  ])('%s', async (_name, call, status, message) => {
    const sandbox = await startSandbox();
    const result = await callSandbox(sandbox, call);
    expect([result.status, result.json?.['message']]).toEqual([status, message]);
    expect(result.headers.get('x-ratelimit-limit')).toBe('250000');
    expect((await callSandbox(sandbox)).status).toBe(201);
  });

  it('may differ in what does not matter', async () => {
    const sandbox = await startSandbox();
    const headers = { authorization: key.replace('Bearer', 'bEARER') };
    const type = { 'content-type': 'Application/JSON; charset=utf-8' };
    const path = '/campaigns/trigger/send?from=ci';
    expect((await callSandbox(sandbox, { path, headers: { ...headers, ...type } })).status).toBe(
      201,
    );
  });

  it('may have __proto__ and equal keys in its body', async () => {
    const sandbox = await startSandbox();
    const text = JSON.stringify(legalBody).slice(0, -1);
    const body = `${text},"broadcast":"x","broadcast":false,"__proto__":{"polluted":1}}`;
    expect((await callSandbox(sandbox, { body })).status).toBe(201);
    expect('polluted' in {}).toBe(false);
  });

  it('may have a body of 4 MB and no byte more', async () => {
    const sandbox = await startSandbox();
    const text = JSON.stringify(legalBody);
    const limit = 4 * 1024 * 1024;
    const most = text + ' '.repeat(limit - text.length);
    expect((await callSandbox(sandbox, { body: most })).status).toBe(201);
    expect(await callSandbox(sandbox, { body: `${most} ` })).toMatchObject({
      status: 413,
      json: { message: 'Request Entity Too Large' },
    });
    const huge = new Uint8Array(3 * limit);
    expect((await callSandbox(sandbox, { body: huge })).status).toBe(413);
  });
});

describe('schedules', () => {
  const base = '/campaigns/trigger/schedule';
  const time = (days: number): string => new Date(testNow + days * 86_400_000).toISOString();
  const until = (days: number): string =>
    `/messages/scheduled_broadcasts?end_time=${encodeURIComponent(time(days))}`;

  it('are kept, replaced, listed and deleted', async () => {
    const sandbox = await startSandbox();
    const listed = async (): Promise<unknown[]> => {
      const { json } = await lookUp(sandbox, until(30));
      const all = json?.['scheduled_broadcasts'] as Record<string, unknown>[];
      return all.filter(({ id }) => id === welcomeCampaignId).map((b) => b['next_send_time']);
    };
    expect(await listed()).toEqual([]);

    const created = await callSandbox(sandbox, {
      path: `${base}/create`,
      body: { campaign_id: welcomeCampaignId, broadcast: true, schedule: { time: time(2) } },
    });
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject({ message: 'success' });
    const ids = { campaign_id: welcomeCampaignId, schedule_id: created.json?.['schedule_id'] };
    expect(await listed()).toEqual([time(2)]);

    const updated = await callSandbox(sandbox, {
      path: `${base}/update`,
      body: { ...ids, schedule: { time: time(3) } },
    });
    expect(updated.json).toEqual({ message: 'success' });
    expect(await listed()).toEqual([time(3)]);

    expect((await callSandbox(sandbox, { path: `${base}/delete`, body: ids })).status).toBe(201);
    expect(await listed()).toEqual([]);
    const again = await callSandbox(sandbox, { path: `${base}/delete`, body: ids });
    expect(again).toMatchObject({ status: 400, json: { message: 'Invalid Schedule ID' } });
  });

  it('belong to the campaign and the kind they were made for', async () => {
    const sandbox = await startSandbox();
    const created = await callSandbox(sandbox, {
      path: `${base}/create`,
      body: { ...legalBody, schedule: { time: time(1) } },
    });
    const scheduleId = created.json?.['schedule_id'];
    const foreign = await callSandbox(sandbox, {
      path: `${base}/delete`,
      body: { campaign_id: campaignOf('paused'), schedule_id: scheduleId },
    });
    expect(foreign.status).toBe(400);
    const otherKind = await callSandbox(sandbox, {
      path: '/canvas/trigger/schedule/delete',
      body: { canvas_id: canvasId, schedule_id: scheduleId },
    });
    expect(otherKind.status).toBe(400);
  });

  it('need a readable end_time to be listed', async () => {
    const sandbox = await startSandbox();
    expect((await lookUp(sandbox, '/messages/scheduled_broadcasts')).status).toBe(400);
    const { json } = await lookUp(sandbox, until(2));
    expect(json?.['scheduled_broadcasts']).toHaveLength(1);
  });
});

describe('look-ups', () => {
  it('list campaigns, archived ones on request, newest first on request', async () => {
    const sandbox = await startSandbox();
    const names = async (query: string): Promise<unknown[]> => {
      const { json } = await lookUp(sandbox, `/campaigns/list${query}`);
      return (json?.['campaigns'] as { name: string }[]).map(({ name }) => name);
    };
    const plain = await names('');
    expect(plain).toContain('Welcome');
    expect(plain).not.toContain('Spring sale 2024');
    const all = await names('?include_archived=true');
    expect(all).toHaveLength(sampleCatalogue.campaigns.length);
    expect(await names('?include_archived=true&sort_direction=desc')).toEqual(all.toReversed());
    expect(await names('?page=1')).toEqual([]);
    expect(await names('?last_edit.time[gt]=2026-08-01T00:00:00')).toEqual(['Price drop alert']);
  });

  it.each(['?page=-1', '?page=x', '?sort_direction=up', '?last_edit.time[gt]=yesterday'])(
    'refuse %s',
    async (query) => {
      const sandbox = await startSandbox();
      expect((await lookUp(sandbox, `/campaigns/list${query}`)).status).toBe(400);
      expect((await lookUp(sandbox, `/canvas/list${query}`)).status).toBe(400);
    },
  );

  it('show each campaign and Canvas of the list', async () => {
    const sandbox = await startSandbox();
    for (const { id, name } of sampleCatalogue.campaigns) {
      const { status, json } = await lookUp(sandbox, `/campaigns/details?campaign_id=${id}`);
      expect([status, json?.['name']]).toEqual([200, name]);
    }
    for (const { id, name } of sampleCatalogue.canvases) {
      const { status, json } = await lookUp(sandbox, `/canvas/details?canvas_id=${id}`);
      expect([status, json?.['name']]).toEqual([200, name]);
    }
  });

  it('show the templates with their Liquid', async () => {
    const sandbox = await startSandbox();
    const campaign = await lookUp(sandbox, `/campaigns/details?campaign_id=${welcomeCampaignId}`);
    expect(campaign.text).toContain('{{api_trigger_properties.${');
    expect(campaign.json).toMatchObject({ archived: false, draft: false, enabled: true });
    const canvas = await lookUp(sandbox, `/canvas/details?canvas_id=${canvasId}`);
    expect(canvas.text).toContain('{{context.${');
  });

  it('refuse unknown ids', async () => {
    const sandbox = await startSandbox();
    for (const path of ['/campaigns/details', '/canvas/details', '/sends/data_series']) {
      expect((await lookUp(sandbox, path)).status).toBe(400);
      const query = `campaign_id=${unknownId}&canvas_id=${unknownId}`;
      expect((await lookUp(sandbox, `${path}?${query}`)).status).toBe(400);
    }
  });

  it('give the figures of a send, one entry a day', async () => {
    const sandbox = await startSandbox();
    const path = `/sends/data_series?campaign_id=${welcomeCampaignId}&send_id=s1`;
    const { status, json, text } = await lookUp(sandbox, `${path}&length=3`);
    expect(status).toBe(200);
    const days = (json?.['data'] as { time: string }[]).map(({ time }) => time);
    expect(days).toEqual(['2031-03-31', '2031-04-01', '2031-04-02']);
    expect((await lookUp(sandbox, `${path}&length=3`)).text).toBe(text);
    for (const query of ['', '&length=0', '&length=101', '&length=3&ending_at=x']) {
      expect((await lookUp(sandbox, path + query)).status).toBe(400);
    }
    const first = '-271821-04-20T00:00:00Z';
    expect((await lookUp(sandbox, `${path}&length=3&ending_at=${first}`)).status).toBe(400);
  });

  it('make send ids', async () => {
    const sandbox = await startSandbox();
    const create = async (body: object): Promise<unknown> =>
      (await callSandbox(sandbox, { path: '/sends/id/create', body })).json;
    expect(await create({ campaign_id: welcomeCampaignId, send_id: 'night-1' })).toEqual({
      message: 'success',
      send_id: 'night-1',
    });
    expect(await create({ campaign_id: apiCampaignId })).toMatchObject({ message: 'success' });
    expect(await create({ campaign_id: unknownId })).toEqual({ message: 'Invalid Campaign ID' });
  });
});
