import { describe, expect, it } from 'vitest';
import { welcomeCampaignId } from './catalogue';
import { callSandbox, legalBody, lookUp } from './testing/call-sandbox';
import { campaignIn, canvasId } from './testing/sample-ids';
import { startSandbox, testNow } from './testing/start-sandbox';

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
      body: { campaign_id: campaignIn('paused'), schedule_id: scheduleId },
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
