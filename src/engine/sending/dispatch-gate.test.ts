import { describe, expect, it } from 'vitest';
import { DeskError } from '#shared/errors';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { SecretStore } from '../secrets/secret-store';
import { rawAnswer } from '../transport/testing/raw-server';
import { deskOnServer } from './testing/desk-on-server';
import { bodyFor, campaignId, sampleRequest } from './testing/sample-request';

describe('the gate in a send', () => {
  it.each<readonly [string, OutgoingRequest, object]>([
    ['broken JSON', sampleRequest('{"a":'), { code: 'broken_json' }],
    [
      'an illegal body',
      sampleRequest({ campaign_id: campaignId }),
      { code: 'illegal_body', rules: ['R09'] },
    ],
    [
      'an unknown endpoint',
      sampleRequest({}, { endpoint: '/users/track' }),
      { code: 'illegal_body', rules: ['endpoint'] },
    ],
    [
      'an endpoint with a slash',
      sampleRequest(bodyFor('a'), { endpoint: '/campaigns/trigger/send/' }),
      { code: 'illegal_body', rules: ['endpoint'] },
    ],
    [
      'an unresolved variable',
      sampleRequest(bodyFor('{{who}}')),
      { code: 'unresolved_variables', names: ['who'] },
    ],
    [
      'a broadcast',
      sampleRequest({ campaign_id: campaignId, broadcast: true }),
      { code: 'confirmation', kind: 'blast_radius' },
    ],
    [
      'a field twice',
      sampleRequest(
        `{"campaign_id":"${campaignId}","broadcast":false,"recipients":[{"external_user_id":"a"}],"recipients":[{"external_user_id":"b"}]}`,
      ),
      { code: 'illegal_body', rules: ['JSON'] },
    ],
  ])('stops %s; it is written down and nothing leaves', async (_name, request, block) => {
    const desk = await deskOnServer();
    const dispatch = await desk.send(request);
    expect(dispatch).toMatchObject({
      outcome: 'blocked',
      failure: 'gate',
      sentHeaders: [],
      elapsedMs: null,
    });
    expect(dispatch.blocks).toContainEqual(expect.objectContaining(block));
    expect(desk.seen).toEqual([]);
    expect(desk.rows()).toEqual([dispatch]);
  });

  it.each([
    ['broadcast', { broadcast: true }, false, ['blast_radius'] as const],
    ['production', { recipients: [{ external_user_id: 'a' }] }, true, ['production'] as const],
    ['broadcast in production', { broadcast: true }, true, ['blast_radius', 'production'] as const],
  ])(
    'lets %s pass with what was typed, and only with that',
    async (_name, body, production, kinds) => {
      const desk = await deskOnServer(undefined, {
        environment: { production, name: 'Live shop' },
      });
      const request = sampleRequest({ campaign_id: campaignId, ...body });
      const right = { blast_radius: campaignId, production: 'Live shop' };
      const full = kinds.map((kind) => ({ kind, text: ` ${right[kind]} ` }));
      for (const kind of kinds) {
        const wrong = [
          full.filter((one) => one.kind !== kind),
          full.map((one) =>
            one.kind === kind
              ? { ...one, text: one.text.toUpperCase().replace('LIVE', 'LIVe') }
              : one,
          ),
          full.map((one) => (one.kind === kind ? { ...one, text: '' } : one)),
          full.map((one) => (one.kind === kind ? { ...one, text: one.text.slice(0, -3) } : one)),
        ];
        for (const confirmations of wrong) {
          const { blocks } = await desk.send(request, confirmations);
          expect(blocks).toEqual([{ code: 'confirmation', kind }]);
        }
      }
      expect(desk.seen).toEqual([]);
      expect(await desk.send(request, full)).toMatchObject({ outcome: 'accepted' });
      expect(desk.seen).toHaveLength(1);
    },
  );

  it('stops a send to a sandbox that is not running', async () => {
    const desk = await deskOnServer(undefined, { url: null });
    expect((await desk.send()).blocks).toEqual([{ code: 'host_invalid', host: 'sandbox' }]);
  });

  it.each([
    ['secret_missing', 'missing'],
    ['keychain_locked', 'locked'],
    ['keychain_unavailable', 'unavailable'],
    ['keychain_refused', 'unavailable'],
  ] as const)('stops a send without a key: %s', async (code, state) => {
    const none: SecretStore['get'] = () =>
      code === 'secret_missing'
        ? Promise.resolve(null)
        : Promise.reject(new DeskError(code, { detail: 'x' }));
    const keychain: SecretStore = {
      get: none,
      set: () => Promise.resolve(),
      clear: () => Promise.resolve(),
      status: () => Promise.resolve({ state: 'ready', detail: null }),
    };
    const desk = await deskOnServer(undefined, { keychain });
    expect((await desk.send()).blocks).toEqual([{ code: 'secret', state }]);
    const report = await desk.dispatches.check({
      environmentId: 'staging',
      request: sampleRequest(),
    });
    expect(report.blocks).toEqual([{ code: 'secret', state }]);
    expect(desk.seen).toEqual([]);
  });
});

describe('the quota', () => {
  const spent = rawAnswer(201, '{}', [
    'X-RateLimit-Limit: 250000',
    'X-RateLimit-Remaining: 0',
    'X-RateLimit-Reset: 1790003600',
  ]);

  it('when nothing is left stops a send and says until when', async () => {
    let nowMs = 1_790_000_100_000;
    const desk = await deskOnServer((_request, socket) => socket.write(spent), {
      now: () => nowMs,
    });
    expect(await desk.send()).toMatchObject({ outcome: 'accepted' });
    const stopped = await desk.send();
    expect(stopped).toMatchObject({
      outcome: 'blocked',
      failure: 'quota',
      failureDetail: `pool 250000, ${new Date(1_790_003_600_000).toISOString()}`,
    });
    expect(desk.seen).toHaveLength(1);
    expect(desk.rows()).toHaveLength(2);
    nowMs = 1_790_003_600_001;
    expect(await desk.send()).toMatchObject({ outcome: 'accepted' });
  });
});
