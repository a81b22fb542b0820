import { describe, expect, it } from 'vitest';
import { findScenario, scenarios } from './scenarios';

describe('scenarios', () => {
  it('have ids and labels that occur once', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    expect(new Set(scenarios.map(({ label }) => label)).size).toBe(scenarios.length);
  });

  it('are found by their exact id', () => {
    expect(findScenario('hang')?.kind).toBe('instead');
    for (const id of ['', 'Hang', 'hang ', 'toString', '__proto__']) {
      expect(findScenario(id)).toBeUndefined();
    }
  });
});
