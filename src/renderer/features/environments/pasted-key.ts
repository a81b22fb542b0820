import type { MessageKey } from '../../i18n/use-text';

/** A key as pasted, freed of what commonly comes along with it. */
export interface PastedKey {
  readonly key: string;
  /** What was left out, to be told. */
  readonly notes: readonly MessageKey[];
  /** Why it cannot be a key; null when it can. */
  readonly problem: MessageKey | null;
}

const bearer = /^bearer(?:\s+|$)/i;
const quotes = /^(["'`“”„‘’«»])([\s\S]*)(["'`“”„‘’«»])$/;

/** Trims a pasted key, and takes off quotation marks and `Bearer`, which end in a 401. */
export function readPastedKey(pasted: string): PastedKey {
  const notes: MessageKey[] = [];
  let key = pasted.trim();
  const withoutHeader = key.replace(/^authorization\s*:\s*/i, '').replace(bearer, '');
  if (withoutHeader !== key) {
    notes.push('environments.key.bearer');
    key = withoutHeader.trim();
  }
  const quoted = quotes.exec(key);
  if (quoted !== null) {
    notes.push('environments.key.quotes');
    key = (quoted[2] ?? '').trim();
    const inner = key.replace(bearer, '');
    if (inner !== key) notes.push('environments.key.bearer');
    key = inner;
  }
  if (key === '' && pasted.trim() !== '') {
    return { key, notes: [], problem: 'environments.key.onlyQuotes' };
  }
  return { key, notes, problem: /\s/.test(key) ? 'environments.key.spaces' : null };
}
