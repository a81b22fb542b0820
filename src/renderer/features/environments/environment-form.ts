import type { Environment, EnvironmentColor, EnvironmentInput } from '#shared/domain/environment';
import type { Variable } from '#shared/domain/variable';
import type { MessageKey, TextParams } from '../../i18n/use-text';
import { adviseOnHost, tidyHost } from './host-advice';

/** The colours an environment can have, in the order they are offered. */
export const colors: readonly EnvironmentColor[] = [
  'grey',
  'blue',
  'teal',
  'green',
  'amber',
  'red',
  'pink',
  'violet',
];

export interface VariableRow {
  /** Keeps its identity while rows come and go. */
  readonly rowId: string;
  name: string;
  value: string;
  kind: Variable['kind'];
}

/** An environment as typed: numbers and lists are still text. */
export interface EnvironmentForm {
  name: string;
  color: EnvironmentColor;
  hostKind: 'sandbox' | 'cluster' | 'custom';
  clusterId: string;
  url: string;
  production: boolean;
  variables: VariableRow[];
  testUsers: string;
  duplicateGuard: boolean;
  reserve: string;
  timeout: string;
}

export interface FieldProblem {
  readonly key: MessageKey;
  readonly params: TextParams;
}

/** Problems by field: `name`, `host`, `testUsers`, `reserve`, `timeout`, `variables.<rowId>.name|value`. */
export type FormProblems = Readonly<Record<string, FieldProblem>>;

const limits = {
  name: 60,
  url: 300,
  variables: 500,
  variableName: 100,
  variableValue: 100_000,
  testUsers: 10_000,
  testUser: 1000,
} as const;

const variableName = /^[A-Za-z_][A-Za-z0-9_-]*$/;

export function emptyForm(): EnvironmentForm {
  return {
    name: '',
    color: 'blue',
    hostKind: 'cluster',
    clusterId: '',
    url: '',
    production: false,
    variables: [],
    testUsers: '',
    duplicateGuard: true,
    reserve: '10',
    timeout: '30',
  };
}

export function formOf(environment: Environment): EnvironmentForm {
  const { host } = environment;
  return {
    name: environment.name,
    color: environment.color,
    hostKind: host.kind,
    clusterId: host.kind === 'cluster' ? host.clusterId : '',
    url: host.kind === 'custom' ? host.url : '',
    production: environment.production,
    variables: environment.variables.map((variable, index) => ({
      rowId: `saved-${index}`,
      ...variable,
    })),
    testUsers: environment.testUsers.join('\n'),
    duplicateGuard: environment.duplicateGuard,
    reserve: String(environment.reservePercent),
    timeout: String(environment.timeoutMs / 1000),
  };
}

/** The identifiers of the list, without empty lines and repeats. */
export function readTestUsers(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

function wholeNumber(text: string): number | null {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : null;
}

/** Seconds with at most three decimals, which are whole milliseconds; a decimal comma is one too. */
function readSeconds(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  return /^\d{1,3}(\.\d{1,3})?$/.test(typed) ? Number(typed) : null;
}

function inRange(value: number | null, least: number, most: number): boolean {
  return value !== null && value >= least && value <= most;
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const problem = (key: MessageKey, params: TextParams = {}): FieldProblem => ({ key, params });
const tooLong = (max: number): FieldProblem => problem('environments.invalid.tooLong', { max });
const tooMany = (max: number): FieldProblem => problem('environments.invalid.tooMany', { max });

function nameProblem(name: string, takenNames: readonly string[]): FieldProblem | null {
  const typed = name.trim();
  if (typed === '') return problem('environments.invalid.nameMissing');
  if (typed.length > limits.name) return tooLong(limits.name);
  const same = (other: string): boolean => other.toLowerCase() === typed.toLowerCase();
  return takenNames.some(same) ? problem('environments.invalid.nameTaken') : null;
}

function hostProblem(form: EnvironmentForm): FieldProblem | null {
  if (form.hostKind === 'sandbox') return null;
  if (form.hostKind === 'cluster') {
    return form.clusterId === '' ? problem('environments.invalid.clusterMissing') : null;
  }
  if (form.url.trim().length > limits.url) return tooLong(limits.url);
  const advice = adviseOnHost(form.url);
  return advice?.level === 'invalid' ? problem(advice.key, advice.params) : null;
}

function testUsersProblem(text: string): FieldProblem | null {
  const users = readTestUsers(text);
  if (users.length > limits.testUsers) return tooMany(limits.testUsers);
  return users.some((user) => user.length > limits.testUser) ? tooLong(limits.testUser) : null;
}

function rowProblems(
  row: VariableRow,
  rows: readonly VariableRow[],
): { readonly name: FieldProblem | null; readonly value: FieldProblem | null } {
  const name = row.name.trim();
  const twice = rows.some((other) => other !== row && other.name.trim() === name);
  return {
    name:
      name === ''
        ? problem('environments.invalid.variableNameMissing')
        : !variableName.test(name)
          ? problem('environments.invalid.variableName')
          : name.length > limits.variableName
            ? tooLong(limits.variableName)
            : twice
              ? problem('environments.invalid.variableTwice')
              : null,
    value:
      row.value.length > limits.variableValue
        ? tooLong(limits.variableValue)
        : row.kind === 'json' && !isJson(row.value)
          ? problem('environments.invalid.variableJson')
          : null,
  };
}

/** A row that was added and left empty says nothing; it is dropped when saving. */
export function isBlankRow(row: VariableRow): boolean {
  return row.name.trim() === '' && row.value === '';
}

/** Everything that keeps the form from being saved. `takenNames` are those of the other environments. */
export function problemsOf(form: EnvironmentForm, takenNames: readonly string[]): FormProblems {
  const rows = form.variables.filter((row) => !isBlankRow(row));
  const found: Record<string, FieldProblem | null> = {
    name: nameProblem(form.name, takenNames),
    host: hostProblem(form),
    testUsers: testUsersProblem(form.testUsers),
    variables: rows.length > limits.variables ? tooMany(limits.variables) : null,
    reserve: inRange(wholeNumber(form.reserve), 0, 90)
      ? null
      : problem('environments.invalid.reserve'),
    timeout: inRange(readSeconds(form.timeout), 1, 600)
      ? null
      : problem('environments.invalid.timeout'),
  };
  for (const row of rows) {
    const { name, value } = rowProblems(row, rows);
    found[`variables.${row.rowId}.name`] = name;
    found[`variables.${row.rowId}.value`] = value;
  }
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, text]) => (text === null ? [] : [[field, text]])),
  );
}

/** The form as the environment it describes. Only to be asked for when `problemsOf` found nothing. */
export function inputOf(form: EnvironmentForm): EnvironmentInput {
  return {
    name: form.name.trim(),
    color: form.color,
    host:
      form.hostKind === 'sandbox'
        ? { kind: 'sandbox' }
        : form.hostKind === 'cluster'
          ? { kind: 'cluster', clusterId: form.clusterId }
          : { kind: 'custom', url: tidyHost(form.url) },
    production: form.production,
    variables: form.variables
      .filter((row) => !isBlankRow(row))
      .map(({ name, value, kind }) => ({ name: name.trim(), value, kind })),
    testUsers: readTestUsers(form.testUsers),
    duplicateGuard: form.duplicateGuard,
    reservePercent: Number(form.reserve),
    timeoutMs: Math.round((readSeconds(form.timeout) ?? 0) * 1000),
  };
}

function withoutRowIds(form: EnvironmentForm): unknown {
  const variables = form.variables
    .filter((row) => !isBlankRow(row))
    .map(({ name, value, kind }) => ({ name, value, kind }));
  return { ...form, variables };
}

/** Whether two forms say the same. */
export function sameForm(one: EnvironmentForm, other: EnvironmentForm): boolean {
  return JSON.stringify(withoutRowIds(one)) === JSON.stringify(withoutRowIds(other));
}

/** Whether the host differs, so that a check of the key would ask the old one. */
export function sameHost(one: EnvironmentForm, other: EnvironmentForm): boolean {
  return (
    one.hostKind === other.hostKind && one.clusterId === other.clusterId && one.url === other.url
  );
}
