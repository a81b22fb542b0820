import { describe, expect, it } from 'vitest';
import { sampleCatalogue, welcomeCampaignId } from './catalogue';
import { callSandbox, lookUp } from './testing/call-sandbox';
import { apiCampaignId, canvasId, unknownId } from './testing/sample-ids';
import { startSandbox } from './testing/start-sandbox';

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

  it.each([
    ['/sends/data_series', `campaign_id=${welcomeCampaignId}&send_id=x&length=101`],
    ['/sends/data_series', `campaign_id=${welcomeCampaignId}&send_id=${'x'.repeat(65)}&length=1`],
    ['/sends/data_series', `campaign_id=${welcomeCampaignId}&length=1`],
    ['/messages/scheduled_broadcasts', ''],
    ['/messages/scheduled_broadcasts', 'end_time=2026-09-01'],
    ['/campaigns/list', 'include_archived=perhaps'],
    ['/campaigns/details', ''],
  ])('refuse %s?%s as the editor does', async (path, query) => {
    const sandbox = await startSandbox();
    const { status, text } = await lookUp(sandbox, `${path}?${query}`);
    expect(status).toBe(400);
    expect(text).toContain('Q01.');
  });

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
