import { describe, expect, it } from 'vitest';
import type { CaseActual, Suite, SuiteView } from '#shared/domain/suite-view';
import { expandMatrix } from '#shared/lib/test-matrix';
import { cellsOf, gridOf } from './suite-cells';

const text = (value: string) => ({ value, kind: 'text' as const });
const pair = (name: string, value: string) => ({ name, ...text(value) });
const suite: Suite = {
  request: 'Welcome.jsonc',
  notes: '',
  axes: [
    { variable: 'locale', values: [text('en'), text('de')] },
    { variable: 'channel', values: [text('push'), text('email')] },
  ],
  include: [],
  exclude: [[pair('locale', 'de'), pair('channel', 'email')]],
  expect: { outcome: 'accepted' },
  cases: [{ when: [pair('locale', 'de')], expect: { outcome: 'refused' } }],
};
const accepted: CaseActual = {
  dispatchRow: 'row',
  at: '2026-11-21T12:00:00.000Z',
  environmentName: 'Sandbox',
  outcome: 'accepted',
  status: 201,
  texts: [],
  elapsedMs: 5,
};

function viewOf(over: Partial<Suite> = {}): SuiteView {
  const whole = { ...suite, ...over };
  const expansion = expandMatrix(whole);
  const cases = expansion.ok ? expansion.cases : [];
  return {
    ref: { root: 'r', path: 'a.suite.jsonc' },
    revision: '1',
    readOnly: false,
    content: { ok: true, suite: whole, expansion },
    request: null,
    results: Object.fromEntries(cases.slice(1).map(({ key }) => [key, accepted])),
    progress: null,
  };
}

describe('the cells of a suite', () => {
  it('say what came of each case', () => {
    expect(cellsOf(viewOf()).map(({ name, verdict, own }) => [name, verdict, own])).toEqual([
      ['en · push', 'open', false],
      ['en · email', 'passed', false],
      ['de · push', 'failed', true],
      ['de · email', 'excluded', true],
    ]);
  });

  it('show the case on its way, and no longer when all has ended', () => {
    const view = viewOf();
    const [first] = cellsOf(view);
    const progress = {
      ref: view.ref,
      state: 'running',
      reason: null,
      error: null,
      current: first?.key ?? '',
      done: 0,
      total: 3,
      latest: null,
    } as const;
    expect(cellsOf({ ...view, progress })[0]?.verdict).toBe('running');
    expect(cellsOf({ ...view, progress: { ...progress, state: 'ended' } })[0]?.verdict).toBe(
      'open',
    );
  });

  it('make a grid of two axes', () => {
    const grid = gridOf(suite.axes, cellsOf(viewOf()));
    expect(grid?.rows.map(({ cells }) => cells.map((cell) => cell?.name))).toEqual([
      ['en · push', 'en · email'],
      ['de · push', 'de · email'],
    ]);
  });

  it('make no grid of one axis, of three, or with a case beside them', () => {
    const [first] = suite.axes;
    const one = first === undefined ? [] : [first];
    expect(gridOf(one, cellsOf(viewOf({ axes: one })))).toBeNull();
    const beside = { include: [[pair('locale', 'ko')]] };
    expect(gridOf(suite.axes, cellsOf(viewOf(beside)))).toBeNull();
  });
});
