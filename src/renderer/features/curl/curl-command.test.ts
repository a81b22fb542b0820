import { expect, it } from 'vitest';
import { isCurlCommand } from './curl-command';

it.each([
  ['curl https://rest.iad-03.braze.com', true],
  ['\n  $ curl -X POST', true],
  ['PS C:\\Users\\qa> curl.exe `', true],
  ['C:\\> curl ^', true],
  ['curling is fun', false],
  ['{ "a": "curl x" }', false],
  ['', false],
])('%j is taken for a curl command: %s', (text, expected) => {
  expect(isCurlCommand(text)).toBe(expected);
});
