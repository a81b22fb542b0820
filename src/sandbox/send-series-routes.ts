import { createHash } from 'node:crypto';
import { answer, refusal } from './answer';
import type { SampleCampaign } from './catalogue';
import type { RouteHandler } from './route';

const dayMs = 86_400_000;

/** A number below `limit` that is always the same for the same words. */
function steadyNumber(limit: number, ...words: readonly string[]): number {
  return createHash('sha256').update(words.join('\n')).digest().readUInt32BE(0) % limit;
}

function messageStatistics(
  variation: string,
  name: unknown,
  channel: string,
  day: string,
): Readonly<Record<string, unknown>> {
  const sent = 40 + steadyNumber(400, variation, day, 'sent');
  const delivered = sent - steadyNumber(4, variation, day, 'bounces');
  const opens = steadyNumber(delivered + 1, variation, day, 'opens');
  return {
    variation_api_id: variation,
    variation_name: typeof name === 'string' ? name : channel,
    sent,
    delivered,
    bounces: sent - delivered,
    opens,
    unique_opens: opens - steadyNumber(opens + 1, variation, day, 'repeats'),
    conversions: steadyNumber(5, variation, day, 'conversions'),
  };
}

function dayOf(campaign: SampleCampaign, sendId: string, day: string): Record<string, unknown> {
  const byChannel: Record<string, Readonly<Record<string, unknown>>[]> = {};
  for (const [variation, message] of Object.entries(campaign.messages)) {
    const statistics = messageStatistics(variation + sendId, message['name'], message.channel, day);
    (byChannel[message.channel] ??= []).push({ ...statistics, variation_api_id: variation });
  }
  const statistics = Object.values(byChannel).flat();
  return {
    time: day,
    messages: byChannel,
    conversions: statistics.reduce((sum, { conversions }) => sum + Number(conversions), 0),
    conversions_by_send_time: 0,
    unique_recipients: Math.max(0, ...statistics.map(({ sent }) => Number(sent))),
    revenue: 0,
  };
}

/** `GET /sends/data_series`: made-up daily figures, the same at every call. */
export const showSendSeries: RouteHandler = ({ query }, workspace) => {
  const campaign = workspace.campaign(query.get('campaign_id'));
  if (campaign === undefined) return refusal(400, 'Invalid Campaign ID');
  const sendId = query.get('send_id') ?? '';
  const length = query.get('length') ?? '';
  const endingAt = query.get('ending_at');
  const end = endingAt === null ? workspace.now() : Date.parse(endingAt); // NaN fails the comparison below
  const days = Number(length);
  const readable = /^\d{1,3}$/.test(length) && days >= 1 && days <= 100 && end >= 0;
  if (sendId === '' || !readable) return refusal(400, 'Bad Request');
  const data = Array.from({ length: days }, (_, i) => {
    const day = new Date(end - (days - 1 - i) * dayMs).toISOString().slice(0, 10);
    return dayOf(campaign, sendId, day);
  });
  return answer(200, { message: 'success', data });
};
