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
/** Bytes of all calls that are being filled, so that large rows cannot fill the memory. */
const mostOpenBytes = 32_000_000;

/** Rows that leave in one call. */
export interface PackedCall {
  /** Indexes of its rows, ascending, in the order of `recipients`. */
  readonly rows: readonly RowRange[];
  /** Compact JSON, one a row. */
  readonly recipients: readonly string[];
  /** What its rows say of the whole call; null where they say nothing. */
  readonly requestParts: readonly RequestPart[] | null;
  /** UTF-8 bytes of the whole call as compact JSON. */
  readonly bytes: number;
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

interface OpenCall {
  readonly frame: CallFrame;
  readonly frameProblem: RowProblem | null;
  readonly parts: readonly RequestPart[] | null;
  readonly users: Set<string>;
  readonly recipients: string[];
  readonly rows: RowRange[];
  bytes: number;
}

/**
 * Makes a packer: rows with equal request-level parts share a call, at most `batch` of them, within 4 MB. The
 * same user never stands twice in one call, since only the last entry would count (R21). Same rows, same calls.
 */
export function createPacker({ batch = MAX_RECIPIENTS, bodyJson }: PackerOptions): Packer {
  const most = Math.min(Math.max(1, Math.trunc(batch)), MAX_RECIPIENTS);
  const open = new Map<string, OpenCall>();
  let openBytes = 0;
  let splits = 0;

  const close = (key: string, call: OpenCall, calls: PackedCall[]): void => {
    open.delete(key);
    openBytes -= call.bytes;
    if (call.recipients.length === 0) return;
    const { rows, recipients, parts, bytes } = call;
    calls.push({ rows, recipients, requestParts: parts, bytes });
  };
  const start = (key: string, parts: readonly RequestPart[] | null, like?: OpenCall): OpenCall => {
    const frame = like?.frame ?? createCallFrame(bodyJson, parts);
    const call: OpenCall = {
      frame,
      frameProblem: like === undefined ? problemOfParts(frame, parts) : like.frameProblem,
      parts,
      users: new Set(),
      recipients: [],
      rows: [],
      bytes: frame.bytes,
    };
    open.set(key, call);
    openBytes += call.bytes;
    return call;
  };

  return {
    add({ index, line }, mapped) {
      const calls: PackedCall[] = [];
      const key = keyOf(mapped.request);
      let call = open.get(key) ?? start(key, mapped.request);
      const problem = call.frameProblem ?? problemOfRow(mapped, call.frame);
      if (problem !== null) {
        if (call.recipients.length === 0 && key !== '') close(key, call, calls);
        return { calls, bad: { index, line, problem } };
      }
      const size = utf8Length(mapped.recipient);
      const sameUser = call.users.has(mapped.identity);
      if (sameUser) splits += 1;
      if (sameUser || call.bytes + size + 1 > maxCallBytes) {
        close(key, call, calls);
        call = start(key, mapped.request, call);
      }
      const added = size + (call.recipients.length === 0 ? 0 : 1);
      call.bytes += added;
      openBytes += added;
      call.users.add(mapped.identity);
      call.recipients.push(mapped.recipient);
      appendIndex(call.rows, index);
      if (call.recipients.length >= most) close(key, call, calls);
      while (open.size > mostOpen || openBytes > mostOpenBytes) {
        const [oldest] = open;
        if (oldest === undefined) break;
        close(oldest[0], oldest[1], calls);
      }
      return { calls, bad: null };
    },
    flush() {
      const calls: PackedCall[] = [];
      for (const [key, call] of [...open]) close(key, call, calls);
      return calls;
    },
    get splitForSameUser() {
      return splits;
    },
  };
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
    // No text has more than three bytes a unit: most need no counting.
    if (json.length * 3 <= maxPropertiesBytes) continue;
    const bytes = utf8Length(json);
    if (bytes > maxPropertiesBytes) return propertiesTooLarge(field, bytes);
  }
  if (frame.bytes + recipient.length * 3 <= maxCallBytes) return null;
  const bytes = frame.bytes + utf8Length(recipient);
  return bytes > maxCallBytes ? tooLarge(bytes) : null;
}

function tooLarge(bytes: number): RowProblem {
  return { code: 'recipient_too_large', params: { bytes, limit: maxCallBytes } };
}

function propertiesTooLarge(field: string, bytes: number): RowProblem {
  return { code: 'properties_too_large', params: { field, bytes, limit: maxPropertiesBytes } };
}
