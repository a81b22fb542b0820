import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import { sliceLength } from '#shared/lib/text-slices';
import type { FakeDesk } from '../testing/fake-desk';
import { fakeDesk } from '../testing/fake-desk';
import { useDispatchesStore } from './dispatches';

const outgoing: OutgoingRequest = {
  endpoint: '/campaigns/trigger/send',
  bodyText: '{}',
  variables: [],
  name: null,
  ref: null,
};

let desk: FakeDesk;
beforeEach(() => {
  setActivePinia(createPinia());
  desk = fakeDesk();
});

function hangingSend(): { finish: (value: unknown) => void } {
  const door = { finish: (_value: unknown): void => undefined };
  desk.answer(
    'dispatch.send',
    () =>
      new Promise((resolve) => {
        door.finish = resolve;
      }),
  );
  return door;
}

describe('sending from a tab', () => {
  it('sends once, however often Send is pressed while it is in flight', async () => {
    const door = hangingSend();
    const dispatches = useDispatchesStore();
    const first = dispatches.send('tab', 'sandbox', outgoing, []);
    await dispatches.send('tab', 'sandbox', outgoing, []);
    expect(desk.requests.filter(({ name }) => name === 'dispatch.send')).toHaveLength(1);
    door.finish({ id: '1', outcome: 'accepted' });
    await first;
    expect(dispatches.of('tab')).toMatchObject({ inFlight: null, last: { id: '1' }, error: null });
  });

  it('passes a long body on in pieces, and sends once it is whole', async () => {
    let passed = '';
    desk.answer('bodies.slice', ({ at, text }: { at: number; text: string }) => {
      expect(at).toBe(passed.length);
      passed += text;
      return null;
    });
    desk.answer('dispatch.send', () => ({ id: '1' }));
    const bodyText = `{"a":"${'x'.repeat(2 * sliceLength)}"}`;
    await useDispatchesStore().send('tab', 'sandbox', { ...outgoing, bodyText }, []);
    const { input } = desk.requests.at(-1) ?? {};
    const sent = input as { request: OutgoingRequest; sliced: { id: string; length: number } };
    expect(sent.sliced.length).toBe(passed.length);
    expect(passed + sent.request.bodyText === bodyText).toBe(true);
    const ids = desk.requests.slice(0, -1).map(({ input: slice }) => (slice as { id: string }).id);
    expect(ids).toEqual([sent.sliced.id, sent.sliced.id]);
  });

  it('sends nothing that was cancelled while it was passed on', async () => {
    const dispatches = useDispatchesStore();
    desk.answer('bodies.slice', async () => {
      await dispatches.cancel('tab');
      return null;
    });
    desk.answer('dispatch.send', () => ({ id: '1' }));
    desk.fail('dispatch.cancel', 'not_found');
    const bodyText = 'x'.repeat(3 * sliceLength);
    await dispatches.send('tab', 'sandbox', { ...outgoing, bodyText }, []);
    expect(desk.requests.map(({ name }) => name)).toEqual(['bodies.slice', 'dispatch.cancel']);
    expect(dispatches.of('tab')).toMatchObject({ inFlight: null, error: { code: 'send_undone' } });
  });

  it('gives every press an attempt of its own', async () => {
    desk.answer('dispatch.send', () => ({ id: '1' }));
    const dispatches = useDispatchesStore();
    await dispatches.send('tab', 'sandbox', outgoing, []);
    await dispatches.send('tab', 'sandbox', outgoing, []);
    const ids = desk.requests.map(({ input }) => (input as { attemptId: string }).attemptId);
    expect(new Set(ids).size).toBe(2);
  });

  it('follows the progress of its own attempt only', async () => {
    const door = hangingSend();
    const dispatches = useDispatchesStore();
    dispatches.load();
    const sending = dispatches.send('tab', 'sandbox', outgoing, []);
    const attemptId = dispatches.of('tab').inFlight?.attemptId;
    desk.publish('dispatch.progressed', { attemptId: 'other', phase: 'sent', receivedBytes: 0 });
    expect(dispatches.of('tab').inFlight?.phase).toBe('waiting');
    desk.publish('dispatch.progressed', { attemptId, phase: 'answering', receivedBytes: 12 });
    expect(dispatches.of('tab').inFlight).toMatchObject({ phase: 'answering', receivedBytes: 12 });
    door.finish({ id: '1' });
    await sending;
  });

  it('cancels once and waits for the outcome', async () => {
    const door = hangingSend();
    desk.answer('dispatch.cancel', () => null);
    const dispatches = useDispatchesStore();
    const sending = dispatches.send('tab', 'sandbox', outgoing, []);
    await dispatches.cancel('tab');
    await dispatches.cancel('tab');
    expect(desk.requests.filter(({ name }) => name === 'dispatch.cancel')).toHaveLength(1);
    expect(dispatches.of('tab').inFlight?.cancelling).toBe(true);
    door.finish({ id: '1', outcome: 'unknown' });
    await sending;
    expect(dispatches.of('tab').last).toMatchObject({ outcome: 'unknown' });
  });

  it('shows a failure of the app in the place of the answer', async () => {
    desk.fail('dispatch.send', 'ledger_locked');
    const dispatches = useDispatchesStore();
    await dispatches.send('tab', 'sandbox', outgoing, []);
    expect(dispatches.of('tab')).toMatchObject({
      inFlight: null,
      last: null,
      error: { code: 'ledger_locked' },
    });
  });
});
