import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathForSuite, pathFromSuite } from './suite-paths';

describe('the path of a request from a suite', () => {
  it.each([
    ['a.suite.jsonc', 'b.jsonc', 'b.jsonc'],
    ['x/a.suite.jsonc', './b.jsonc', 'x/b.jsonc'],
    ['x/y/a.suite.jsonc', '../../b.jsonc', 'b.jsonc'],
    ['x/a.suite.jsonc', '../../b.jsonc', null],
    ['a.suite.jsonc', '../b.jsonc', null],
    ['a.suite.jsonc', '/etc/passwd', null],
    ['a.suite.jsonc', 'C:\\b.jsonc', null],
    ['a.suite.jsonc', '', null],
    ['a.suite.jsonc', '.', null],
  ])('%s and %s give %s', (suite, relative, path) => {
    expect(pathFromSuite(suite, relative)).toBe(path);
  });

  it('leads back to where it came from', () => {
    const part = fc.constantFrom('a', 'b', 'c');
    const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(path, path, (suite, request) => {
        expect(pathFromSuite(suite, pathForSuite(suite, request))).toBe(request);
      }),
    );
  });
});
