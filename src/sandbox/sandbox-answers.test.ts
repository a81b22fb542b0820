import { describe, expect, it } from 'vitest';
import { parseAnswer } from '#shared/braze/answers';
import { welcomeCampaignId } from './catalogue';
import { callSandbox, legalBody } from './testing/call-sandbox';
import { apiCampaignId, campaignIn, canvasId, unknownId } from './testing/sample-ids';
import { startSandbox } from './testing/start-sandbox';

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
      dispatch_id: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
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
  ] as const)('to a campaign that is %s is answered with a notice', async (state, notice) => {
    const sandbox = await startSandbox();
    const body = { ...legalBody, campaign_id: campaignIn(state) };
    const result = await callSandbox(sandbox, { body });
    expect(result.status).toBe(201);
    expect(result.json?.['notice']).toMatch(notice);
  });

  it.each([
    ['an unknown id', unknownId],
    ['an id that is no id', 'YOUR_CAMPAIGN_ID'],
    ['a draft', campaignIn('draft')],
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
