import type { CurlNote } from './curl-notes';
import { applyOption } from './curl-effects';
import { longOption, shortOption } from './curl-options';
import type { ShellWord } from './shell-words';

/** A header as given: name and value. */
export type CurlHeader = readonly [name: string, value: string];

/** One piece of a body, in the order of the options. */
export type DataPiece =
  | { readonly kind: 'text'; readonly text: string; readonly json: boolean }
  | { readonly kind: 'file'; readonly json: boolean }
  | { readonly kind: 'stdin'; readonly json: boolean; readonly keepsLines: boolean };

/** What curl's arguments say; filled while they are read. */
export interface CurlArguments {
  method: string | null;
  readonly addresses: ShellWord[];
  readonly headers: CurlHeader[];
  readonly data: DataPiece[];
  /** Queries of `--url-query`, encoded. */
  readonly query: string[];
  readonly bearers: string[];
  get: boolean;
  head: boolean;
  upload: boolean;
  form: boolean;
  json: boolean;
  /** Names of options that were not understood, with their dashes, never their values. */
  readonly unknown: string[];
  readonly notes: Set<CurlNote>;
}

/** Whether a word can be an address: it has a scheme, a dot, a port, a path, or is a variable. */
export function looksLikeAddress(word: string): boolean {
  if (/[\s"^`]/.test(word)) return false;
  return /:\/\/|^localhost$/i.test(word) || (/[.:/${%]/.test(word) && !/[<>]/.test(word));
}

/** Reads curl's arguments; everything behind `--next` is left out, with a note. */
export function readArguments(words: readonly ShellWord[], notes: Set<CurlNote>): CurlArguments {
  const read: CurlArguments = {
    method: null,
    addresses: [],
    headers: [],
    data: [],
    query: [],
    bearers: [],
    get: false,
    head: false,
    upload: false,
    form: false,
    json: false,
    unknown: [],
    notes,
  };
  let index = 0;
  const takeValue = (): string | null => {
    const value = words[index];
    if (value === undefined) {
      notes.add('missing_value');
      return null;
    }
    index += 1;
    return value.text;
  };
  const unknownOption = (name: string) => {
    notes.add('unknown_option');
    read.unknown.push(name);
    const next = words[index]?.text;
    if (next !== undefined && !next.startsWith('-') && !looksLikeAddress(next)) index += 1;
  };

  while (index < words.length) {
    const word = words[index];
    index += 1;
    if (word === undefined) break;
    const text = plainDashes(word.text, notes);
    if (text === '--') {
      read.addresses.push(...words.slice(index));
      break;
    }
    if (text.startsWith('--')) {
      const equals = text.indexOf('=');
      const written = equals === -1 ? text.slice(2) : text.slice(2, equals);
      const name = written.startsWith('expand-') ? written.slice('expand-'.length) : written;
      if (name !== written) notes.add('shell_expansion');
      const option = longOption(name);
      if (option === null) unknownOption(`--${written}`);
      else if (option.name === 'next') {
        notes.add('next_request');
        break;
      } else if (!option.takesValue) applyOption(read, option.name, '');
      else {
        const value = equals === -1 ? takeValue() : text.slice(equals + 1);
        if (value !== null) applyOption(read, option.name, value);
      }
    } else if (text.startsWith('-') && text !== '-') {
      if (!readCluster(text)) break;
    } else {
      read.addresses.push({ ...word, text });
    }
  }
  return read;

  /** Several letters behind one dash; the first that takes a value takes the rest. False at `-:`. */
  function readCluster(cluster: string): boolean {
    for (let at = 1; at < cluster.length; at += 1) {
      const option = shortOption(cluster.charAt(at));
      if (option === null) {
        unknownOption(`-${cluster.charAt(at)}`);
        return true;
      }
      if (option.name === 'next') {
        notes.add('next_request');
        return false;
      }
      if (!option.takesValue) {
        applyOption(read, option.name, '');
        continue;
      }
      const value = at + 1 < cluster.length ? cluster.slice(at + 1) : takeValue();
      if (value !== null) applyOption(read, option.name, value);
      return true;
    }
    return true;
  }
}

/** Word processors make one long dash of two. */
function plainDashes(word: string, notes: Set<CurlNote>): string {
  const match = /^-?[–—]+-?(?=[A-Za-z])/.exec(word);
  if (match === null) return word;
  notes.add('typographic_characters');
  const rest = word.slice(match[0].length);
  return (longOption(rest.split('=', 1)[0] ?? '') === null ? '-' : '--') + rest;
}
