import { describe, expect, it } from 'vitest';
import { levelOf } from './diagnostic';
import { readCases } from './testing/cases';
import { validateText, validateValue } from './validate';

const NOW = Date.UTC(2026, 10, 21);

describe('the table of cases', () => {
  const cases = readCases();

  it('is complete', () => {
    expect(cases).toHaveLength(119);
  });

  it.each(cases)('$rule $level: $name', ({ endpoint, body, level, rule }) => {
    const diagnostics = validateValue(endpoint, body, { nowMs: NOW });
    expect(levelOf(diagnostics)).toBe(level);
    if (level !== 'valid') expect(diagnostics.map((found) => found.rule)).toContain(rule);
  });

  it.each(cases)('finds the same in the text: $name', ({ endpoint, body }) => {
    const strip = (all: ReturnType<typeof validateText>) =>
      all.map(({ code, pointer, params }) => JSON.stringify([code, pointer, params])).sort();
    const fromText = validateText(endpoint, JSON.stringify(body, null, 2), { nowMs: NOW });
    expect(strip(fromText)).toEqual(strip(validateValue(endpoint, body, { nowMs: NOW })));
  });
});
