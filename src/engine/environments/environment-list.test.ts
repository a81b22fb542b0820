import { describe, expect, it } from 'vitest';
import { mergeEnvironments, parseEnvironments } from './environment-list';

const before = {
  color: 'blue',
  production: false,
  variables: [],
  testUsers: [],
  reservePercent: 10,
  timeoutMs: 30_000,
};
const sandbox = { ...before, id: 'sandbox', name: 'Sandbox', host: { kind: 'sandbox' } };
const staging = {
  ...before,
  id: 'staging',
  name: 'Staging',
  host: { kind: 'cluster', clusterId: 'US-03' },
};
const guards = (raw: object): Readonly<Record<string, boolean>> =>
  Object.fromEntries(
    parseEnvironments({ ...raw }).environments.map(({ id, duplicateGuard }) => [
      id,
      duplicateGuard,
    ]),
  );

describe('the question about a repeat', () => {
  it('is asked everywhere but in the sandbox, unless a person says otherwise', () => {
    expect(guards({})).toEqual({ sandbox: false });
    expect(guards({ environments: [sandbox, staging] })).toEqual({ sandbox: false, staging: true });
    expect(
      guards({
        environments: [
          { ...sandbox, duplicateGuard: true },
          { ...staging, duplicateGuard: false },
        ],
      }),
    ).toEqual({ sandbox: true, staging: false });
  });

  it('stays as it is when the file is written', () => {
    const raw = { environments: [{ ...sandbox, duplicateGuard: true }, staging] };
    const { environments } = parseEnvironments(raw);
    expect(guards(mergeEnvironments(raw, environments))).toEqual({ sandbox: true, staging: true });
  });

  it.each([null, 'yes', 1])(
    'with %j for an answer costs that environment alone',
    (duplicateGuard) => {
      const { environments, invalid } = parseEnvironments({
        environments: [
          { ...staging, duplicateGuard },
          { ...staging, id: 'other' },
        ],
      });
      expect(environments.map(({ id }) => id)).toEqual(['sandbox', 'other']);
      expect(invalid).toEqual([{ index: 0, path: '/environments/0/duplicateGuard' }]);
    },
  );
});
