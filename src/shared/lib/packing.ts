import { utf8Length } from '../braze/json-size';
import { MAX_RECIPIENTS } from '../braze/quota';
import type { BadRow, RowProblem, RowRange } from '../domain/data-row';
import { type CallFrame, createCallFrame } from './call-template';
import type { MappedRow, RequestPart } from './row-mapper';
import { appendIndex } from './row-ranges';

/** Largest call in bytes: 4 MB read as thousands, so that it is within either reading. */
export const maxCallBytes = 4_000_000;
/** Largest properties object in bytes (R05, R30): over 50 KB read as binary kilobytes all readings refuse it. */
export const maxPropertiesBytes = 51_200;
/** Calls that are being filled at the same time; each has other request-level parts. */
const mostOpen = 64;
/** UTF-16 units of all calls that are being filled, so that large rows cannot fill the memory. */
const mostOpenUnits = 32_000_000;
/** No text has more bytes a unit. */
const mostBytesPerUnit = 3;

/** Rows that leave in one call. */
export interface PackedCall {
  /** Indexes of its rows, ascending, in the order of `recipients`. */
  readonly rows: readonly RowRange[];
  /** Compact JSON, one a row. */
  readonly recipients: readonly string[];
  /** What its rows say of the whole call; null where they say nothing. */
  readonly requestParts: readonly RequestPart[] | null;
  /** UTF-8 bytes of the whole call as compact JSON; counts them each time. */
  bytes(): number;
}

/** Puts mapped rows into calls. */
export interface Packer {
  /** Takes a row; gives the calls that are full now, and the row itself where it fits no call. */
  add(row: { readonly index: number; readonly line: number }, mapped: MappedRow): Packing;
  /** The calls that are not full, oldest first. */
  flush(): readonly PackedCall[];
  /** How often a call ended early because its next row names a user it has (R21). */
  readonly splitForSameUser: number;
}

/** What became of one row. */
export interface Packing {
  readonly calls: readonly PackedCall[];
  readonly bad: BadRow | null;
}

/** What calls are made with. */
export interface PackerOptions {
  /** Most recipients a call, 1 to 50. Default 50 (R12). */
  readonly batch?: number;
  /** The request's body as sent, compact JSON: what every call has beside its recipients. */
  readonly bodyJson: string;
}

/** A frame with the parts it was made with. */
interface KnownFrame {
  readonly key: string;
  readonly frame: CallFrame;
  readonly problem: RowProblem | null;
}

interface OpenCall extends KnownFrame {
  readonly parts: readonly RequestPart[] | null;
  readonly users: Set<string>;
  readonly recipients: string[];
  readonly rows: RowRange[];
  /** UTF-16 units of its recipients. */
  units: number;
  /** It has no more bytes than these. */
  mostBytes: number;
}

/**
 * Makes a packer: rows with equal request-level parts share a call, at most `batch` of them, within 4 MB. The
 * same user never stands twice in one call, since only the last entry would count (R21). Same rows, same calls.
 */
export function createPacker({ batch = MAX_RECIPIENTS, bodyJson }: PackerOptions): Packer {
  const most = Math.min(Math.max(1, Math.trunc(batch)), MAX_RECIPIENTS);
  const open = new Map<string, OpenCall>();
  /** The next call has the same parts more often than not. */
  let known: KnownFrame | null = null;
  let openUnits = 0;
  let splits = 0;

  const close = (call: OpenCall, calls: PackedCall[]): void => {
    open.delete(call.key);
    openUnits -= call.units;
    if (call.recipients.length > 0) calls.push(packed(call));
  };
  const start = (key: string, parts: readonly RequestPart[] | null): OpenCall => {
    if (known?.key !== key) {
      const frame = createCallFrame(bodyJson, parts);
      known = { key, frame, problem: problemOfParts(frame, parts) };
    }
    const call: OpenCall = {
      ...known,
      parts,
      users: new Set(),
      recipients: [],
      rows: [],
      units: 0,
      mostBytes: known.frame.bytes,
    };
    open.set(key, call);
    return call;
  };

  return {
    add({ index, line }, mapped) {
      const { recipient, identity } = mapped;
      const calls: PackedCall[] = [];
      const key = keyOf(mapped.request);
      let call = open.get(key) ?? start(key, mapped.request);
      const problem = call.problem ?? problemOfRow(mapped, call.frame);
      if (problem !== null) {
        if (call.recipients.length === 0 && key !== '') close(call, calls);
        return { calls, bad: { index, line, problem } };
      }
      const sameUser = call.users.has(identity);
      if (sameUser) splits += 1;
      if (sameUser || !hasRoom(call, recipient)) {
        close(call, calls);
        call = start(key, mapped.request);
      }
      call.mostBytes += mostBytesOf(recipient);
      call.units += recipient.length;
      openUnits += recipient.length;
      call.users.add(identity);
      call.recipients.push(recipient);
      appendIndex(call.rows, index);
      if (call.recipients.length >= most) close(call, calls);
      while (open.size > mostOpen || openUnits > mostOpenUnits) {
        const [oldest] = open.values();
        if (oldest === undefined) break;
        close(oldest, calls);
      }
      return { calls, bad: null };
    },
    flush() {
      const calls: PackedCall[] = [];
      for (const call of [...open.values()]) close(call, calls);
      return calls;
    },
    get splitForSameUser() {
      return splits;
    },
  };
}

function packed({ rows, recipients, parts, frame }: OpenCall): PackedCall {
  return {
    rows,
    recipients,
    requestParts: parts,
    bytes: () => bytesOf(frame, recipients),
  };
}

/** Whether a call may have one more recipient. Bytes are only counted where it may be close to the limit. */
function hasRoom(call: OpenCall, recipient: string): boolean {
  if (call.mostBytes + mostBytesOf(recipient) <= maxCallBytes) return true;
  call.mostBytes = bytesOf(call.frame, call.recipients);
  return call.mostBytes + utf8Length(recipient) + 1 <= maxCallBytes;
}

/** With a comma. */
function mostBytesOf(recipient: string): number {
  return recipient.length * mostBytesPerUnit + 1;
}

function bytesOf(frame: CallFrame, recipients: readonly string[]): number {
  return recipients.reduce(
    (sum, recipient) => sum + utf8Length(recipient),
    frame.bytes + Math.max(0, recipients.length - 1),
  );
}

function keyOf(parts: readonly RequestPart[] | null): string {
  return parts === null ? '' : JSON.stringify(parts.map(({ path, json }) => [path, json]));
}

function problemOfParts(frame: CallFrame, parts: readonly RequestPart[] | null): RowProblem | null {
  if (frame.bytes > maxCallBytes) return tooLarge(frame.bytes);
  if (parts === null) return null;
  for (const field of ['trigger_properties', 'context', 'canvas_entry_properties']) {
    const bytes = frame.memberBytes(field);
    if (bytes > maxPropertiesBytes) return propertiesTooLarge(`request.${field}`, bytes);
  }
  return null;
}

function problemOfRow({ recipient, properties }: MappedRow, frame: CallFrame): RowProblem | null {
  for (const { field, json } of properties) {
    if (json.length * mostBytesPerUnit <= maxPropertiesBytes) continue;
    const bytes = utf8Length(json);
    if (bytes > maxPropertiesBytes) return propertiesTooLarge(field, bytes);
  }
  if (frame.bytes + recipient.length * mostBytesPerUnit <= maxCallBytes) return null;
  const bytes = frame.bytes + utf8Length(recipient);
  return bytes > maxCallBytes ? tooLarge(bytes) : null;
}

function tooLarge(bytes: number): RowProblem {
  return { code: 'recipient_too_large', params: { bytes, limit: maxCallBytes } };
}

function propertiesTooLarge(field: string, bytes: number): RowProblem {
  return { code: 'properties_too_large', params: { field, bytes, limit: maxPropertiesBytes } };
}
