import { vi } from 'vitest';
import type { AppError } from '#shared/errors';
import type { EventName, RouteName } from '#shared/ipc/names';

export type Answer = (input: never) => unknown;

export interface FakeDesk {
  /** Every request in order, with its input. */
  readonly requests: { readonly name: RouteName; readonly input: unknown }[];
  /** Sets what a route answers; throw an `AppError` to have it fail. */
  answer(name: RouteName, answer: Answer): void;
  publish(name: EventName, payload: unknown): void;
}

/** Stands for the bridge; an unexpected request fails, as a wrong route would. */
export function fakeDesk(): FakeDesk {
  const answers = new Map<RouteName, Answer>();
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const requests: FakeDesk['requests'] = [];
  vi.stubGlobal('window', {
    desk: {
      async request(name: RouteName, input: unknown) {
        requests.push({ name, input });
        const answer = answers.get(name);
        if (answer === undefined) {
          return { ok: false, error: { code: 'unknown_route', params: {} } satisfies AppError };
        }
        try {
          return { ok: true, value: await answer(input as never) };
        } catch (thrown) {
          return { ok: false, error: thrown };
        }
      },
      on(name: EventName, callback: (payload: unknown) => void) {
        const set = listeners.get(name) ?? new Set();
        listeners.set(name, set.add(callback));
        return () => set.delete(callback);
      },
    },
  });
  return {
    requests,
    answer: (name, answer) => void answers.set(name, answer),
    publish: (name, payload) => listeners.get(name)?.forEach((callback) => callback(payload)),
  };
}
