import { vi } from 'vitest';
import type { AppError, ErrorCode } from '#shared/errors';
import type { EventName, RouteName } from '#shared/ipc/names';

export type Answer = (input: never) => unknown;

export interface FakeDesk {
  /** Every request in order, with its input. */
  readonly requests: { readonly name: RouteName; readonly input: unknown }[];
  answer(name: RouteName, answer: Answer): void;
  /** From now on the route fails. */
  fail(name: RouteName, code: ErrorCode): void;
  publish(name: EventName, payload: unknown): void;
}

/** Stands for the bridge; an unexpected request fails, as a wrong route would. */
export function fakeDesk(): FakeDesk {
  const answers = new Map<RouteName, Answer>();
  const failures = new Map<RouteName, ErrorCode>();
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const requests: FakeDesk['requests'] = [];
  vi.stubGlobal('window', {
    desk: {
      async request(name: RouteName, input: unknown) {
        requests.push({ name, input });
        const answer = answers.get(name);
        const code = failures.get(name) ?? (answer === undefined ? 'unknown_route' : null);
        if (code !== null) return { ok: false, error: { code, params: {} } satisfies AppError };
        return { ok: true, value: await answer?.(input as never) };
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
    answer(name, answer) {
      failures.delete(name);
      answers.set(name, answer);
    },
    fail: (name, code) => void failures.set(name, code),
    publish: (name, payload) => listeners.get(name)?.forEach((callback) => callback(payload)),
  };
}
