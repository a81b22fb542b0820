import { expect, it } from 'vitest';
import { scenarios } from '#sandbox/scenarios';
import { settings as en } from '../../i18n/locales/en/settings';
import { isKnownScenario, scenarioGroups } from './scenario-groups';

it('knows every scenario of the sandbox, in the group of its kind', () => {
  for (const kind of ['shape', 'instead'] as const) {
    const ids = scenarios.filter((scenario) => scenario.kind === kind).map(({ id }) => id);
    expect([...scenarioGroups[kind]].sort()).toEqual([...ids].sort());
  }
});

it('has a name and an explanation for each, and for no other', () => {
  const ids = scenarios.map(({ id }) => id).sort();
  expect(Object.keys(en.scenario).sort()).toEqual(ids);
  expect(Object.keys(en.scenarioHelp).sort()).toEqual(ids);
});

it('does not take the name of something else for a scenario', () => {
  expect(isKnownScenario('accepted')).toBe(true);
  expect(isKnownScenario('toString')).toBe(false);
  expect(isKnownScenario('')).toBe(false);
});
