import { type BodyChange, editsOfChange } from '../braze/body-change';
import { parseDocument } from '../braze/document';
import { applyEdits } from '../braze/text-edit';
import type { SuiteChange, SuiteExpectation } from '../domain/suite';
import type { Suite } from '../domain/suite-view';
import { readSuiteFile, valueText } from './suite-file';
import { pathForSuite } from './suite-paths';
import { keyOfSet, type MatrixSet, type MatrixValue } from './test-matrix';

/**
 * A suite's text with a change made as patches: comments and layout stay.
 * @param suitePath the suite's own path inside its collection.
 * @returns null where the text is no suite or has nothing to change there.
 */
export function changeSuite(text: string, suitePath: string, change: SuiteChange): string | null {
  const read = readSuiteFile(text);
  if (!read.ok) return null;
  let result = text;
  for (const step of stepsOf(read.suite, suitePath, change)) {
    const edits = editsOfChange(parseDocument(result), step);
    if (edits === null) return null;
    result = applyEdits(result, edits);
  }
  return readSuiteFile(result).ok ? result : null;
}

function stepsOf(suite: Suite, suitePath: string, change: SuiteChange): readonly BodyChange[] {
  switch (change.kind) {
    case 'request':
      return [set(['request'], JSON.stringify(pathForSuite(suitePath, change.request.path)))];
    case 'addAxis': {
      const { variable, values } = change;
      return [add(['axes'], suite.axes.length, [axisText(variable, values)])];
    }
    case 'renameAxis': {
      const before = suite.axes[change.axis]?.variable;
      if (before === undefined || before === change.variable) return [];
      const renames = placesOf(suite, before, () => true).map(({ path, value }) => ({
        kind: 'set' as const,
        values: [
          { path: [...path, before], value: null },
          { path: [...path, change.variable], value: valueText(value) },
        ],
      }));
      return [set(['axes', change.axis, 'variable'], JSON.stringify(change.variable)), ...renames];
    }
    case 'removeAxis':
      return [{ kind: 'remove', path: ['axes'], indices: [change.axis] }];
    case 'addValues': {
      const path = ['axes', change.axis, 'values'];
      return [add(path, suite.axes[change.axis]?.values.length ?? 0, change.values.map(valueText))];
    }
    case 'setValue': {
      const { axis, index, value } = change;
      const before = suite.axes[axis]?.values[index];
      const name = suite.axes[axis]?.variable;
      if (before === undefined || name === undefined) return [];
      const same = ({ kind, value: other }: MatrixValue): boolean =>
        kind === before.kind && other === before.value;
      return [
        set(['axes', axis, 'values', index], valueText(value)),
        ...placesOf(suite, name, same).map(({ path }) => set([...path, name], valueText(value))),
      ];
    }
    case 'removeValue':
      return [{ kind: 'remove', path: ['axes', change.axis, 'values'], indices: [change.index] }];
    case 'include':
      return [add(['include'], suite.include.length, [setText(change.set)])];
    case 'exclude':
      return [add(['exclude'], suite.exclude.length, [setText(change.set)])];
    case 'removeInclude':
      return [without('include', suite.include, change.set)];
    case 'removeExclude':
      return [without('exclude', suite.exclude, change.set)];
    case 'expect':
      return change.when === null
        ? [set(['expect'], change.expect === null ? null : expectText(change.expect))]
        : ownExpectation(suite, change.when, change.expect);
  }
}

/** The entry of exactly this case; a new one goes last, where it counts most. */
function ownExpectation(
  suite: Suite,
  when: MatrixSet,
  expect: SuiteExpectation | null,
): readonly BodyChange[] {
  const wanted = keyOfSet(when);
  const found = indicesOf(
    suite.cases.map((entry) => entry.when),
    wanted,
  );
  if (expect === null) return [{ kind: 'remove', path: ['cases'], indices: found }];
  const at = found.at(-1);
  if (at !== undefined) return [set(['cases', at, 'expect'], expectText(expect))];
  const entry = `{ "when": ${setText(when)}, "expect": ${expectText(expect)} }`;
  return [add(['cases'], suite.cases.length, [entry])];
}

/** Every set that has the variable with such a value. */
function placesOf(
  suite: Suite,
  name: string,
  fits: (value: MatrixValue) => boolean,
): { readonly path: readonly (string | number)[]; readonly value: MatrixValue }[] {
  const sets: (readonly [readonly (string | number)[], MatrixSet])[] = [
    ...suite.include.map((one, at) => [['include', at], one] as const),
    ...suite.exclude.map((one, at) => [['exclude', at], one] as const),
    ...suite.cases.map(({ when }, at) => [['cases', at, 'when'], when] as const),
  ];
  return sets.flatMap(([path, one]) => {
    const value = one.find((variable) => variable.name === name);
    return value !== undefined && fits(value) ? [{ path, value }] : [];
  });
}

function set(path: readonly (string | number)[], value: string | null): BodyChange {
  return { kind: 'set', values: [{ path, value }] };
}

function add(
  path: readonly (string | number)[],
  index: number,
  values: readonly string[],
): BodyChange {
  return { kind: 'insert', path, index, values };
}

function without(field: string, sets: readonly MatrixSet[], gone: MatrixSet): BodyChange {
  return { kind: 'remove', path: [field], indices: indicesOf(sets, keyOfSet(gone)) };
}

function indicesOf(sets: readonly MatrixSet[], key: string): number[] {
  return sets.flatMap((one, at) => (keyOfSet(one) === key ? [at] : []));
}

function axisText(variable: string, values: readonly MatrixValue[]): string {
  const list = values.map(valueText).join(', ');
  return `{ "variable": ${JSON.stringify(variable)}, "values": [${list}] }`;
}

function setText(variables: MatrixSet): string {
  if (variables.length === 0) return '{}';
  const fields = variables.map((one) => `${JSON.stringify(one.name)}: ${valueText(one)}`);
  return `{ ${fields.join(', ')} }`;
}

function expectText({ outcome, status, errorContains }: SuiteExpectation): string {
  const fields = [
    ...(outcome === undefined ? [] : [`"outcome": ${JSON.stringify(outcome)}`]),
    ...(status === undefined ? [] : [`"status": ${status}`]),
    ...(errorContains === undefined ? [] : [`"errorContains": ${JSON.stringify(errorContains)}`]),
  ];
  return `{ ${fields.join(', ')} }`;
}
