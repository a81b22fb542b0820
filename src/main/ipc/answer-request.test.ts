import { describe, expect, it } from 'vitest';
import type { Log, LogFields } from '#engine/log/log';
import { DeskError } from '#shared/errors';
import { routeNames } from '#shared/ipc/names';
import { answerRequest } from './answer-request';
import type { Handlers } from './handlers';

interface Line extends LogFields {
  readonly event: string;
}

function recordingLog(): Log & { readonly lines: Line[] } {
  const lines: Line[] = [];
  const write = (event: string, fields: LogFields = {}): void => {
    lines.push({ event, ...fields });
  };
  return { lines, debug: write, info: write, warn: write, error: write };
}

/** A table whose every handler fails the test, but for those given. */
function handlersWith(some: Partial<Handlers>): Handlers {
  const never = (): Promise<never> => Promise.reject(new Error('must not be called'));
  return { ...Object.fromEntries(routeNames.map((name) => [name, never])), ...some } as Handlers;
}

describe('answerRequest', () => {
  it('hands the parsed input to the handler and returns its value', async () => {
    const log = recordingLog();
    const seen: unknown[] = [];
    const handlers = handlersWith({
      'dispatch.cancel': (input) => {
        seen.push(input);
        return Promise.resolve(null);
      },
    });
    const attemptId = '0b8f0e4c-7a3c-4d52-9a51-6f3f1a2b3c4d';
    const request = { trusted: true, route: 'dispatch.cancel', input: { attemptId } };
    expect(await answerRequest(request, { handlers, log })).toEqual({ ok: true, value: null });
    expect(seen).toEqual([{ attemptId }]);
    expect(log.lines).toEqual([]);
  });

  it('asks who it is before anything else', async () => {
    const log = recordingLog();
    for (const route of ['app.info', 'nothing', null]) {
      const request = { trusted: false, route, input: {} };
      expect(await answerRequest(request, { handlers: handlersWith({}), log })).toEqual({
        ok: false,
        error: { code: 'foreign_sender', params: {} },
      });
    }
  });

  it.each([
    'files.write',
    '',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'app.info\n',
    undefined,
    null,
    1,
    {},
    ['app.info'],
  ])('knows no route %j', async (route) => {
    const deps = { handlers: handlersWith({}), log: recordingLog() };
    expect(await answerRequest({ trusted: true, route, input: {} }, deps)).toEqual({
      ok: false,
      error: { code: 'unknown_route', params: {} },
    });
  });

  it.each([
    ['settings.get', undefined, ''],
    ['settings.get', [], ''],
    ['settings.get', { extra: 1 }, ''],
    ['settings.update', { layout: { sidebarPercent: 'key-like-value' } }, 'layout.sidebarVisible'],
    ['drafts.discard', { id: 'key-like-value' }, 'id'],
    ['collections.read', { root: 'a', path: '' }, 'path'],
  ])('refuses %s with %j', async (route, input, at) => {
    const log = recordingLog();
    const deps = { handlers: handlersWith({}), log };
    const answer = await answerRequest({ trusted: true, route, input }, deps);
    expect(answer).toEqual({ ok: false, error: { code: 'invalid_input', params: { route, at } } });
    expect(log.lines).toEqual([{ event: 'request refused', route, code: 'invalid_input' }]);
  });

  it('passes an expected failure on as its code and facts', async () => {
    const log = recordingLog();
    const handlers = handlersWith({
      'settings.get': () => Promise.reject(new DeskError('disk_full', { path: 'a' })),
    });
    const request = { trusted: true, route: 'settings.get', input: {} };
    expect(await answerRequest(request, { handlers, log })).toEqual({
      ok: false,
      error: { code: 'disk_full', params: { path: 'a' } },
    });
    expect(log.lines).toEqual([]);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('Bearer abc'))],
    [
      'throws at once',
      () => {
        throw new TypeError('Bearer abc');
      },
    ],
  ])('a handler that %s unexpectedly is internal, and logged without input', async (_n, fail) => {
    const log = recordingLog();
    const handlers = handlersWith({ 'settings.get': fail });
    const request = { trusted: true, route: 'settings.get', input: {} };
    const answer = await answerRequest(request, { handlers, log });
    expect(answer).toEqual({ ok: false, error: { code: 'internal', params: {} } });
    expect(log.lines.map(({ event, route }) => ({ event, route }))).toEqual([
      { event: 'request failed', route: 'settings.get' },
    ]);
  });

  it('an unread property that throws is refused, not thrown', async () => {
    const input = Object.defineProperty({}, 'id', {
      enumerable: true,
      get: () => {
        throw new Error('trap');
      },
    });
    const deps = { handlers: handlersWith({}), log: recordingLog() };
    const answer = await answerRequest({ trusted: true, route: 'drafts.discard', input }, deps);
    expect(answer).toEqual({ ok: false, error: { code: 'internal', params: {} } });
  });
});
