import { propertyFields } from '#shared/braze/contract/check-contract';
import type { ContractProperty } from '#shared/braze/contract/contract';
import { propertyPlaces, propertySkeleton } from '#shared/braze/contract/property-text';
import { type EndpointPath, endpointOf } from '#shared/braze/endpoints';
import { ATTACHMENT_EXTENSIONS } from '#shared/braze/rules/attachment-types';
import { dynamicVariableNames } from '#shared/lib/variables';
import type { BodyKnowledge, NamedTarget } from './body-knowledge';

type Path = readonly (string | number)[];

/** Something known that may be written at a place. */
export interface KnownEntry {
  readonly label: string;
  /** Texts that are typed to find it. */
  readonly filter: string;
  readonly detail: string;
  /** JSON text. */
  readonly value: string;
}

/** More than a person looks through; typing on narrows it down. */
const mostEntries = 100;

function matching<T>(entries: readonly T[], typed: string, textOf: (entry: T) => string): T[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found: T[] = [];
  for (const entry of entries) {
    const text = textOf(entry).toLowerCase();
    if (words.every((word) => text.includes(word))) found.push(entry);
    if (found.length >= mostEntries) break;
  }
  return found;
}

/** A text as it is offered; it is its own label. */
function plainEntry(text: string): KnownEntry {
  return { label: text, filter: text, detail: '', value: JSON.stringify(text) };
}

/** The name of a file with each type that an attachment may have, until it has one (R23). */
function fileNames(typed: string): KnownEntry[] {
  const [stem = '', begun = ''] = /^([^]*?)(?:\.([A-Za-z0-9]{0,5}))?$/.exec(typed)?.slice(1) ?? [];
  if (stem === '' || stem.includes('{{')) return [];
  return [...ATTACHMENT_EXTENSIONS]
    .filter((extension) => extension.startsWith(begun.toLowerCase()))
    .map((extension) => plainEntry(`${stem}.${extension}`));
}

/** Campaigns and Canvases by name, test users, time zones and file types for the value at a path; `typed` is what stands there. */
export function knownValues(
  path: Path,
  typed: string,
  { campaigns, canvases, testUsers }: BodyKnowledge,
): KnownEntry[] {
  const [first, , ...rest] = path;
  const last = path.at(-1);
  if (last === 'time_zone' && path.at(-2) === 'attributes') {
    return matching(Intl.supportedValuesOf('timeZone'), typed, (zone) => zone).map(plainEntry);
  }
  if (last === 'file_name' && first === 'attachments') return fileNames(typed);
  if (path.length === 1 && (first === 'campaign_id' || first === 'canvas_id')) {
    const named = first === 'campaign_id' ? campaigns : canvases;
    const text = ({ name, id }: NamedTarget): string => `${name} ${id}`;
    return matching(named, typed, text).map((target) => ({
      label: target.name,
      filter: text(target),
      detail: target.id,
      value: JSON.stringify(target.id),
    }));
  }
  const isList = path.length === 2 && first === 'external_user_ids';
  const inRecipient = first === 'recipients' || first === 'user_aliases';
  const isField =
    inRecipient &&
    ((rest.length === 1 && ['external_user_id', 'email', 'braze_id'].includes(String(last))) ||
      last === 'alias_name');
  if (!isList && !isField) return [];
  const fitting = testUsers.filter((user) => last !== 'email' || user.includes('@'));
  return matching(fitting, typed, (user) => user).map(plainEntry);
}

/** Where a placeholder is begun before the cursor: from its first brace on. */
const begunPlaceholder = /(?<![\\{])\{\{\s*(\$?[A-Za-z_]?[A-Za-z0-9_-]*)$/;

/** Variables for the placeholder that is begun at a place, and what part of the text they take; null where none is. */
export function knownVariables(
  text: string,
  offset: number,
  { variables }: BodyKnowledge,
): { readonly offset: number; readonly length: number; readonly names: readonly string[] } | null {
  const before = begunPlaceholder.exec(text.slice(Math.max(0, offset - 150), offset));
  if (before === null) return null;
  const [whole, typed = ''] = before;
  const behind = /^[A-Za-z0-9_-]*\s*\}{0,2}/.exec(text.slice(offset, offset + 150))?.[0] ?? '';
  const rest = behind.trimEnd().endsWith('}') ? behind.length : 0;
  const names = matching([...variables, ...dynamicVariableNames], typed, (name) => name);
  return { offset: offset - whole.length, length: whole.length + rest, names };
}

/** The properties that the contract has at a path of a body; null where no properties stand. */
export function knownProperties(
  endpoint: EndpointPath,
  path: Path,
  { target }: BodyKnowledge,
): readonly ContractProperty[] | null {
  if (target?.details == null) return null;
  const { family } = endpointOf(endpoint);
  if (family !== target.kind) return null;
  const inside = path[0] === 'recipients' && typeof path[1] === 'number' ? path.slice(2) : path;
  const [field, ...names] = inside;
  if (!propertyFields(target.kind).includes(String(field))) return null;
  let level = target.details.contract.properties;
  for (const name of names) {
    if (typeof name === 'number') continue;
    const property = level.find((one) => one.name === name);
    if (property === undefined) return null;
    level = property.children;
  }
  return level;
}

/** A property as it is written: its name and room for what is needed. */
export function knownProperty(
  property: ContractProperty,
): KnownEntry & { readonly required: boolean } {
  return {
    label: property.name,
    filter: property.name,
    detail: propertyPlaces(property),
    value: propertySkeleton(property),
    required: property.required,
  };
}
