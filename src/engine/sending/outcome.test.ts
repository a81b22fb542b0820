import { describe, expect, it } from 'vitest';
import { parseAnswer } from '#shared/braze/answers';
import { failureCodes } from '#shared/domain/dispatch';
import { outcomeOfAnswer, outcomeOfFailure } from './outcome';

const of = (
  status: number,
  text = '{}',
  over: { cut?: 'no' | 'too_large' | 'ended'; badUtf8?: boolean } = {},
) => outcomeOfAnswer({ status, cut: 'no', badUtf8: false, ...over }, parseAnswer(status, text));

describe('with an answer', () => {
  it('goes by the status alone where the text says nothing', () => {
    const expected = (status: number): string => {
      if (status === 202) return 'queued';
      if (status === 429) return 'rate_limited';
      return (
        ['', 'unknown', 'accepted', 'unknown', 'refused', 'failed'][Math.floor(status / 100)] ??
        'unknown'
      );
    };
    for (let status = 100; status < 700; status += 1)
      expect(of(status).outcome).toBe(expected(status));
  });

  it.each([
    ['{"message":"success","errors":[]}', 'accepted'],
    ['{"message":"success","errors":["x"]}', 'accepted_with_errors'],
    ['{"message":"success","errors":[{"a":1}]}', 'accepted_with_errors'],
    ['{"notice":"The Canvas is paused."}', 'accepted_with_errors'],
    ['{"message":"queued"}', 'queued'],
    ['{"errors":null}', 'accepted'],
  ])('201 %s is %s', (text, outcome) => {
    expect(of(201, text)).toEqual({ outcome, failure: null, answerProblem: null });
  });

  it.each([
    ['{}', {}, null],
    ['', {}, 'empty'],
    ['<html>', {}, 'not_json'],
    ['[]', {}, 'not_object'],
    ['{"a":"\ufffd"}', { badUtf8: true }, 'bad_text'],
    ['\ufffd', { badUtf8: true }, 'not_json'],
    ['{"a', { cut: 'too_large' }, 'too_large'],
    ['{"a', { cut: 'ended' }, 'cut'],
    ['{}', { cut: 'ended' }, 'cut'],
  ] as const)(
    '%j %o: the problem is %s and the status still counts',
    (text, over, answerProblem) => {
      expect(of(200, text, over)).toEqual({ outcome: 'accepted', failure: null, answerProblem });
      expect(of(400, text, over).outcome).toBe('refused');
    },
  );
});

describe('without an answer', () => {
  it('is unknown whenever it may have left', () => {
    for (const code of failureCodes) {
      expect(outcomeOfFailure({ code, left: true })).toEqual({
        outcome: 'unknown',
        failure: code,
        answerProblem: null,
      });
    }
  });

  it('is failed where it provably never left, and blocked where it was cancelled before', () => {
    expect(outcomeOfFailure({ code: 'tls', left: false })).toMatchObject({
      outcome: 'failed',
      failure: 'tls',
    });
    expect(outcomeOfFailure({ code: 'cancelled', left: false })).toMatchObject({
      outcome: 'blocked',
      failure: 'cancelled_before',
    });
  });
});
