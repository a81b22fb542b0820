import type { EnvironmentForm, VariableRow } from './environment-form';
import { colors, emptyForm } from './environment-form';

/** What was typed and not saved, as it outlives a restart of the window. Never holds a key. */
export interface KeptDraft {
  readonly id: string;
  readonly saved: boolean;
  readonly form: EnvironmentForm;
}

const storageKey = 'environments.drafts';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readRow(value: unknown, index: number): VariableRow | null {
  if (!isRecord(value)) return null;
  const { name, value: content, kind } = value;
  if (typeof name !== 'string' || typeof content !== 'string') return null;
  return { rowId: `kept-${index}`, name, value: content, kind: kind === 'json' ? 'json' : 'text' };
}

function readForm(value: unknown): EnvironmentForm | null {
  if (!isRecord(value) || !Array.isArray(value['variables'])) return null;
  const { name, clusterId, url, testUsers, reserve, timeout, production, hostKind } = value;
  const texts = [name, clusterId, url, testUsers, reserve, timeout];
  if (!texts.every((text) => typeof text === 'string')) return null;
  const color = colors.find((own) => own === value['color']);
  const kind = (['sandbox', 'cluster', 'custom'] as const).find((own) => own === hostKind);
  if (color === undefined || kind === undefined || typeof production !== 'boolean') return null;
  const rows = value['variables'].map(readRow);
  if (rows.includes(null)) return null;
  return {
    ...emptyForm(),
    name: String(name),
    color,
    hostKind: kind,
    clusterId: String(clusterId),
    url: String(url),
    production,
    variables: rows.filter((row) => row !== null),
    testUsers: String(testUsers),
    reserve: String(reserve),
    timeout: String(timeout),
  };
}

/** Reads what was kept; a draft that does not fit is left out. */
export function readKeptDrafts(text: string | null): readonly KeptDraft[] {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((entry: unknown) => {
    if (!isRecord(entry) || typeof entry['id'] !== 'string') return [];
    const form = readForm(entry['form']);
    return form === null ? [] : [{ id: entry['id'], saved: entry['saved'] === true, form }];
  });
}

export function loadKeptDrafts(storage: Pick<Storage, 'getItem'>): readonly KeptDraft[] {
  try {
    return readKeptDrafts(storage.getItem(storageKey));
  } catch {
    return [];
  }
}

export function keepDrafts(
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  drafts: readonly KeptDraft[],
): void {
  try {
    if (drafts.length === 0) storage.removeItem(storageKey);
    else storage.setItem(storageKey, JSON.stringify(drafts));
  } catch {
    // Without storage the drafts live as long as the window.
  }
}
