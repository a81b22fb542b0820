import { describe, expect, it } from 'vitest';
import { callSandbox, legalBody } from './testing/call-sandbox';
import { startSandbox, testKey } from './testing/start-sandbox';

describe('the request around the body', () => {
  const key = `Bearer ${testKey}`;
  it.each<[string, Parameters<typeof callSandbox>[1], number, string]>([
    ['a wrong key', { headers: { authorization: 'Bearer wrong' } }, 401, 'Unauthorized'],
    ['an empty header', { headers: { authorization: '' } }, 401, 'Unauthorized'],
    ['no scheme', { headers: { authorization: testKey } }, 401, 'Unauthorized'],
    ['a quoted key', { headers: { authorization: `Bearer "${testKey}"` } }, 401, 'Unauthorized'],
    ['an unknown path', { path: '/campaigns/trigger/sent' }, 404, 'Not Found'],
    ['a path in capitals', { path: '/Campaigns/trigger/send' }, 404, 'Not Found'],
    ['the root', { path: '/' }, 404, 'Not Found'],
    ['a path that cannot be decoded', { path: '/%zz' }, 404, 'Not Found'],
    ['the wrong method', { method: 'PUT' }, 404, 'Not Found'],
    ['a slash at the end', { path: '/campaigns/trigger/send/' }, 403, 'Access Denied'],
    ['text', { headers: { 'content-type': 'text/plain' } }, 415, 'Unsupported Media Type'],
    ['a broken type', { headers: { 'content-type': 'json' } }, 415, 'Unsupported Media Type'],
    [
      'a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'Unsupported Media Type',
    ],
    [
      'a trailing comma',
      { body: '{"campaign_id":"x",}' },
      400,
      'Error while parsing request body. Please check your syntax.',
    ],
    [
      'no body',
      { body: undefined },
      400,
      'Error while parsing request body. Please check your syntax.',
    ],
    [
      'broken bytes',
      { body: Buffer.from([0x7b, 0xff, 0x7d]) },
      400,
      'Error while parsing request body. Please check your syntax.',
    ],
    [
      'endless nesting',
      { body: '{"a":'.repeat(100_000) },
      400,
      'Error while parsing request body. Please check your syntax.',
    ],
    ['a list', { body: '[]' }, 400, 'Bad Request'],
    ['null', { body: 'null' }, 400, 'Bad Request'],
    ['a text', { body: '"hello"' }, 400, 'Bad Request'],
    ['a number', { body: '1e999' }, 400, 'Bad Request'],
  ])('%s', async (_name, call, status, message) => {
    const sandbox = await startSandbox();
    const result = await callSandbox(sandbox, call);
    expect([result.status, result.json?.['message']]).toEqual([status, message]);
    expect(result.headers.get('x-ratelimit-limit')).toBe('250000');
    expect((await callSandbox(sandbox)).status).toBe(201);
  });

  it('may differ in what does not matter', async () => {
    const sandbox = await startSandbox();
    const headers = { authorization: key.replace('Bearer', 'bEARER') };
    const type = { 'content-type': 'Application/JSON; charset=utf-8' };
    const path = '/campaigns/trigger/send?from=ci';
    expect((await callSandbox(sandbox, { path, headers: { ...headers, ...type } })).status).toBe(
      201,
    );
  });

  it('may have __proto__ and equal keys in its body', async () => {
    const sandbox = await startSandbox();
    const text = JSON.stringify(legalBody).slice(0, -1);
    const body = `${text},"broadcast":"x","broadcast":false,"__proto__":{"polluted":1}}`;
    expect((await callSandbox(sandbox, { body })).status).toBe(201);
    expect('polluted' in {}).toBe(false);
  });

  it('may have a body of 4 MB and no byte more', async () => {
    const sandbox = await startSandbox();
    const text = JSON.stringify(legalBody);
    const limit = 4 * 1024 * 1024;
    const most = text + ' '.repeat(limit - text.length);
    expect((await callSandbox(sandbox, { body: most })).status).toBe(201);
    expect(await callSandbox(sandbox, { body: `${most} ` })).toMatchObject({
      status: 413,
      json: { message: 'Request Entity Too Large' },
    });
    const huge = new Uint8Array(3 * limit);
    expect((await callSandbox(sandbox, { body: huge })).status).toBe(413);
  });
});
