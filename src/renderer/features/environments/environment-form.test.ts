import { describe, expect, it } from 'vitest';
import type { Environment } from '#shared/domain/environment';
import { environmentInputSchema } from '#shared/domain/environment';
import type { EnvironmentForm } from './environment-form';
import {
  emptyForm,
  formOf,
  inputOf,
  problemsOf,
  readTestUsers,
  sameForm,
  sameHost,
} from './environment-form';

const staging: Environment = {
  id: 'staging',
  name: 'Staging',
  color: 'teal',
  host: { kind: 'cluster', clusterId: 'US-03' },
  production: false,
  variables: [
    { name: 'code', value: 'SPRING', kind: 'text' },
    { name: 'amount', value: '12', kind: 'json' },
  ],
  testUsers: ['qa-1', 'qa-2@example.com'],
  reservePercent: 15,
  timeoutMs: 45_500,
  duplicateGuard: true,
};

function changed(change: Partial<EnvironmentForm>): EnvironmentForm {
  return { ...formOf(staging), ...change };
}

describe('a form and its environment', () => {
  it('are the same thing in two shapes', () => {
    const { id: _, ...input } = staging;
    expect(inputOf(formOf(staging))).toEqual(input);
    expect(problemsOf(formOf(staging), [])).toEqual({});
  });

  it('makes an input that the contract takes', () => {
    const form = changed({
      hostKind: 'custom',
      url: 'rest.example.com/',
      timeout: '1,25',
      reserve: '0',
      testUsers: ' a \n\n b\r\nb',
    });
    expect(problemsOf(form, [])).toEqual({});
    expect(environmentInputSchema.parse(inputOf(form))).toMatchObject({
      host: { kind: 'custom', url: 'https://rest.example.com' },
      timeoutMs: 1250,
      reservePercent: 0,
      testUsers: ['a', 'b'],
    });
  });

  it('drops a variable that was added and left empty', () => {
    const form = changed({});
    form.variables.push({ rowId: 'new', name: ' ', value: '', kind: 'text' });
    expect(problemsOf(form, [])).toEqual({});
    expect(inputOf(form).variables).toHaveLength(2);
    expect(sameForm(form, formOf(staging))).toBe(true);
  });
});

describe('problemsOf', () => {
  it('asks a new environment for a name and a cluster', () => {
    expect(Object.keys(problemsOf(emptyForm(), [])).sort()).toEqual(['host', 'name']);
  });

  it.each<[Partial<EnvironmentForm>, string, string]>([
    [{ name: '  ' }, 'name', 'nameMissing'],
    [{ name: 'x'.repeat(61) }, 'name', 'tooLong'],
    [{ name: ' production ' }, 'name', 'nameTaken'],
    [{ clusterId: '' }, 'host', 'clusterMissing'],
    [{ hostKind: 'custom', url: '' }, 'host', 'urlMissing'],
    [{ hostKind: 'custom', url: 'http://example.com' }, 'host', 'urlInsecure'],
    [{ hostKind: 'custom', url: `https://${'a'.repeat(300)}.com` }, 'host', 'tooLong'],
    [{ testUsers: 'y'.repeat(1001) }, 'testUsers', 'tooLong'],
    [
      { testUsers: Array.from({ length: 10_001 }, (_, index) => `u${index}`).join('\n') },
      'testUsers',
      'tooMany',
    ],
    [{ reserve: '' }, 'reserve', 'reserve'],
    [{ reserve: '91' }, 'reserve', 'reserve'],
    [{ reserve: '-1' }, 'reserve', 'reserve'],
    [{ reserve: '1.5' }, 'reserve', 'reserve'],
    [{ reserve: '1e1' }, 'reserve', 'reserve'],
    [{ timeout: '0' }, 'timeout', 'timeout'],
    [{ timeout: '0.999' }, 'timeout', 'timeout'],
    [{ timeout: '600.001' }, 'timeout', 'timeout'],
    [{ timeout: 'soon' }, 'timeout', 'timeout'],
    [{ timeout: '1.2345' }, 'timeout', 'timeout'],
  ])('refuses %j', (change, field, key) => {
    expect(problemsOf(changed(change), ['Production'])).toEqual({
      [field]: expect.objectContaining({ key: `environments.invalid.${key}` }) as unknown,
    });
  });

  it('does not mind a dashboard address, which is only warned of', () => {
    const form = changed({ hostKind: 'custom', url: 'https://dashboard-03.braze.com' });
    expect(problemsOf(form, [])).toEqual({});
  });

  it.each([
    ['', 'v', 'text', 'name', 'variableNameMissing'],
    ['1st', 'v', 'text', 'name', 'variableName'],
    ['a.b', 'v', 'text', 'name', 'variableName'],
    ['näme', 'v', 'text', 'name', 'variableName'],
    ['code', 'v', 'text', 'name', 'variableTwice'],
    ['n'.repeat(101), 'v', 'text', 'name', 'tooLong'],
    ['n', 'v'.repeat(100_001), 'text', 'value', 'tooLong'],
    ['n', '', 'json', 'value', 'variableJson'],
    ['n', '{a: 1}', 'json', 'value', 'variableJson'],
  ] as const)('refuses the variable %j = %j (%s)', (name, value, kind, part, key) => {
    const form = changed({});
    form.variables.push({ rowId: 'row', name, value, kind });
    expect(problemsOf(form, [])[`variables.row.${part}`]?.key).toBe(`environments.invalid.${key}`);
  });
});

describe('comparing forms', () => {
  it('sees a change of any field', () => {
    const changes: readonly Partial<EnvironmentForm>[] = [
      { name: 'x' },
      { color: 'red' },
      { hostKind: 'custom' },
      { clusterId: 'US-04' },
      { url: 'u' },
      { production: true },
      { testUsers: '' },
      { reserve: '1' },
      { timeout: '1' },
      { variables: [] },
    ];
    for (const change of changes) {
      expect(sameForm(changed(change), formOf(staging)), JSON.stringify(change)).toBe(false);
    }
  });

  it('tells whether a check of the key would ask another host', () => {
    expect(sameHost(changed({ name: 'x' }), formOf(staging))).toBe(true);
    expect(sameHost(changed({ clusterId: 'US-04' }), formOf(staging))).toBe(false);
  });
});

it('counts each test user once', () => {
  expect(readTestUsers('\n a\nb \n\na\n')).toEqual(['a', 'b']);
  expect(readTestUsers('  \n')).toEqual([]);
});
