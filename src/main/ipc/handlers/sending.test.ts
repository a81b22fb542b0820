import { describe, expect, it, vi } from 'vitest';
import type { Engine } from '#engine/create-engine';
import { sandboxEnvironmentId } from '#shared/domain/environment';
import { createSendingHandlers } from './sending';

const id = '0197c3d4-7a3c-7d52-9a51-6f3f1a2b3c4d';

/** As much of an engine as these handlers reach. */
function setUp(
  answer: { answerBody: string | null; dispatchId: string | null },
  place: string | null,
) {
  const steps: string[] = [];
  const engine = {
    history: { get: () => Promise.resolve(answer) },
    dispatch: {
      check: () => {
        steps.push('check');
        return Promise.resolve({ wireBody: null });
      },
    },
    scrub: (text: string) => text.replaceAll('the-key', '[key removed]'),
  } as unknown as Engine;
  const writeFile = vi.fn(() => Promise.resolve());
  const askWhereToSave = vi.fn(() => Promise.resolve(place));
  const handlers = createSendingHandlers({
    engine: () => Promise.resolve(engine),
    sandboxStarted: () => {
      steps.push('sandbox');
      return Promise.resolve();
    },
    askWhereToSave,
    writeFile,
  });
  return { handlers, steps, writeFile, askWhereToSave };
}

describe('answers.saveToFile', () => {
  it.each([
    ['{"message":"success"}', '5f0c', 'answer-5f0c.json'],
    ['<html>', null, `answer-${id}.txt`],
    ['{}', '../../etc/passwd', 'answer-etcpasswd.json'],
  ])('offers a name that says what is in it: %s', async (answerBody, dispatchId, name) => {
    const { handlers, askWhereToSave, writeFile } = setUp({ answerBody, dispatchId }, '/chosen');
    expect(await handlers['answers.saveToFile']({ id })).toEqual({ file: '/chosen' });
    expect(askWhereToSave).toHaveBeenCalledWith(name);
    expect(writeFile).toHaveBeenCalledWith('/chosen', answerBody);
  });

  it('writes nothing when the dialog was dismissed', async () => {
    const { handlers, writeFile } = setUp({ answerBody: '{}', dispatchId: null }, null);
    expect(await handlers['answers.saveToFile']({ id })).toBeNull();
    expect(writeFile).not.toHaveBeenCalled();
  });

  it('has nothing to ask about where there was no answer', async () => {
    const { handlers, askWhereToSave } = setUp({ answerBody: null, dispatchId: null }, '/chosen');
    await expect(handlers['answers.saveToFile']({ id })).rejects.toThrow('not_found');
    expect(askWhereToSave).not.toHaveBeenCalled();
  });

  it('never writes a key', async () => {
    const { handlers, writeFile } = setUp(
      { answerBody: '{"k":"the-key"}', dispatchId: null },
      '/c',
    );
    await handlers['answers.saveToFile']({ id });
    expect(writeFile).toHaveBeenCalledWith('/c', '{"k":"[key removed]"}');
  });
});

describe('dispatch.check', () => {
  const request = { endpoint: '', bodyText: '', variables: [], name: null, ref: null };

  it.each([
    [sandboxEnvironmentId, ['sandbox', 'check']],
    ['staging-1a2b3c4d', ['check']],
  ])(
    'waits for the built-in server only where it is meant: %s',
    async (environmentId, expected) => {
      const { handlers, steps } = setUp({ answerBody: null, dispatchId: null }, null);
      await handlers['dispatch.check']({ environmentId, request });
      expect(steps).toEqual(expected);
    },
  );
});
