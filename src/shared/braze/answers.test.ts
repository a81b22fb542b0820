import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswer } from './answers';

describe('answers', () => {
  it('are read with every field', () => {
    const text =
      '{"dispatch_id":"5f0c","message":"success","send_id":"s","schedule_id":"p","errors":["one",{"type":"two"}],"notice":"paused"}';
    expect(parseAnswer(201, text)).toEqual({
      message: 'success',
      dispatchId: '5f0c',
      sendId: 's',
      scheduleId: 'p',
      errors: ['one', '{"type":"two"}'],
      notice: 'paused',
      queued: false,
      problem: null,
    });
  });

  it.each([
    ['{"message":"success"}', { message: 'success', dispatchId: null, errors: [] }],
    [
      '{"error":"Error while parsing request body."}',
      { message: 'Error while parsing request body.' },
    ],
    ['{"errors":"one"}', { errors: ['one'] }],
    ['{"errors":{"a":1}}', { errors: ['{"a":1}'] }],
    ['{"errors":[null,1]}', { errors: ['null', '1'] }],
    [
      '{"dispatch_id":7,"message":{},"notice":[]}',
      { dispatchId: null, message: null, notice: null, problem: null },
    ],
    ['\uFEFF {"message":"x"}\n', { message: 'x' }],
    ['{"__proto__":{"message":"x"}}', { message: null }],
    ['', { problem: 'empty' }],
    [' \n', { problem: 'empty' }],
    ['<html>502</html>', { problem: 'not_json' }],
    ['{"message":', { problem: 'not_json' }],
    ['[]', { problem: 'not_object' }],
    ['null', { problem: 'not_object' }],
    ['"success"', { problem: 'not_object' }],
  ])('%j', (text, part) => {
    expect(parseAnswer(200, text)).toMatchObject(part);
  });

  it('say when a call waits for maintenance to end', () => {
    expect(parseAnswer(202, '').queued).toBe(true);
    expect(parseAnswer(200, '{"message":"queued"}').queued).toBe(true);
    expect(parseAnswer(201, '{"message":"success"}').queued).toBe(false);
  });

  it('may nest errors deeper than can be written', () => {
    const { errors } = parseAnswer(
      400,
      `{"errors":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`,
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]?.length).toBeLessThan(5000);
  });

  it('are read without throwing, whatever they hold', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.nat(), (text, status) => {
        expect(Array.isArray(parseAnswer(status, text).errors)).toBe(true);
      }),
    );
  });
});
