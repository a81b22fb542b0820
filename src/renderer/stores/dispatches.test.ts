import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
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
