import { describe, expect, it } from 'vitest';
import { rawAnswer } from '../transport/testing/raw-server';
import { deskOnServer } from './testing/desk-on-server';
import { bodyFor, sampleRequest } from './testing/sample-request';
import { deskKey } from './testing/sending-desk';

describe('the key', () => {
  const spellings = [
    deskKey,
    deskKey.toUpperCase(),
    `Bearer ${deskKey}`,
    encodeURIComponent(deskKey).replaceAll('-', '%2D'),
    Buffer.from(deskKey).toString('base64'),
  ];
  const hasKey = (text: string): boolean =>
    spellings.some((spelling) => text.toLowerCase().includes(spelling.toLowerCase()));

  it('echoed by the server in headers and body is in no result, row, event or log', async () => {
    const echo = JSON.stringify({
      message: `Invalid key: ${deskKey}`,
      errors: spellings,
      [deskKey]: 1,
    });
    const desk = await deskOnServer((_request, socket) =>
      socket.write(rawAnswer(401, echo, [`X-Echo: Bearer ${deskKey}`, `X-${deskKey}: 1`])),
    );
    const dispatch = await desk.send();
    expect(dispatch).toMatchObject({ outcome: 'refused', message: 'Invalid key: [key removed]' });
    expect(dispatch.sentHeaders).toContainEqual(['Authorization', 'Bearer [key removed]']);
    expect(dispatch.answerBody).toContain('[key removed]');
    for (const place of [dispatch, desk.rows(), desk.published]) {
      expect(hasKey(JSON.stringify(place))).toBe(false);
    }
  });

  it('across the end of what is kept of an answer leaves no part of itself', async () => {
    const filler = `"${deskKey}",`.repeat(40_000);
    const desk = await deskOnServer((_request, socket) =>
      socket.write(rawAnswer(200, `[${filler}"end"]`)),
    );
    const dispatch = await desk.send();
    expect(dispatch.answerProblem).toBe('too_large');
    const entry = '"[key removed]",';
    const rest = dispatch.answerBody?.slice(1).replaceAll(entry, '') ?? '';
    expect(entry.startsWith(rest)).toBe(true);
    expect(dispatch.answerBody?.length).toBeGreaterThan(100_000);
  });

  it.each(['\\', '%25', '&#000', deskKey.slice(0, -1), '[{"a":'])(
    'is looked for in a megabyte of %j without holding up the program',
    async (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const desk = await deskOnServer((_request, socket) => socket.write(rawAnswer(200, text)));
      expect(await desk.send()).toMatchObject({
        outcome: 'accepted',
        answerProblem: 'not_json',
        answerBody: text,
      });
    },
  );

  it('in the body stops the send, and is nowhere to be read afterwards', async () => {
    const desk = await deskOnServer();
    for (const spelling of spellings) {
      const body = { ...bodyFor('a'), trigger_properties: { note: `use ${spelling}` } };
      const dispatch = await desk.send(sampleRequest(body));
      expect(dispatch.blocks).toEqual([{ code: 'key_in_body' }]);
      expect(hasKey(JSON.stringify(dispatch))).toBe(false);
      const report = await desk.dispatches.check({
        environmentId: 'staging',
        request: sampleRequest(body),
      });
      expect(report.blocks).toEqual([{ code: 'key_in_body' }]);
      expect(hasKey(JSON.stringify(report))).toBe(false);
    }
    expect(desk.seen).toEqual([]);
    expect(hasKey(JSON.stringify([desk.rows(), desk.published]))).toBe(false);
  });

  it('in the words of a failed connection is removed', async () => {
    const desk = await deskOnServer(undefined, {
      fetch: () => Promise.reject(new Error(`bad header Bearer ${deskKey}`)),
    });
    expect(await desk.send()).toMatchObject({
      outcome: 'unknown',
      failure: 'other',
      failureDetail: 'bad header Bearer [key removed]',
    });
  });
});
