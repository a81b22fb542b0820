import { parseDocument } from './document';
import type { ArrayNode } from './json-node';
import { MAX_RECIPIENTS } from './quota';
import { commaAfter } from './text-commas';

/** More calls than this are work for a data file, not for tabs. */
export const MAX_SPLIT_CALLS = 20;

/** How many calls a list of recipients takes; null where it fits into one, or takes more than can be offered. */
export function splitCount(recipients: ArrayNode): number | null {
  const count = Math.ceil(recipients.items.length / MAX_RECIPIENTS);
  return count > 1 && count <= MAX_SPLIT_CALLS ? count : null;
}

/**
 * The bodies that name the recipients of one with more than 50 (R12), 50 at a time and in the same order. Everything
 * else is in each of them, with its comments and layout; comments beside a recipient go with it. Empty where the text
 * is broken or `splitCount` says null.
 */
export function splitCalls(text: string): readonly string[] {
  const { root, faults } = parseDocument(text);
  const list = root?.kind === 'object' ? root.members.get('recipients') : undefined;
  if (list?.kind !== 'array' || faults.some(({ code }) => code === 'JSON.missing_comma')) return [];
  const count = splitCount(list);
  if (count === null) return [];
  const { items } = list;
  const cuts = [lineEndFrom(text, list.offset + 1)];
  for (const { offset, length } of items) {
    const comma = commaAfter(text, offset + length);
    cuts.push(lineEndFrom(text, comma === null ? offset + length : comma + 1));
  }
  const head = text.slice(0, cuts[0]);
  const tail = text.slice(cuts.at(-1));
  return Array.from({ length: count }, (_, call) => {
    const from = call * MAX_RECIPIENTS;
    const to = Math.min(from + MAX_RECIPIENTS, items.length);
    const last = items[to - 1];
    const end = last === undefined ? 0 : last.offset + last.length;
    const comma = commaAfter(text, end);
    const entries =
      comma === null
        ? text.slice(cuts[from], cuts[to])
        : text.slice(cuts[from], comma) + text.slice(comma + 1, cuts[to]);
    // Behind a comment that ends with its line, what follows needs a line of its own.
    const open = /\/\/[^\r\n]*$/.test(entries.slice(entries.lastIndexOf('\n') + 1));
    return head + entries + (open && !/^[\r\n]/.test(tail) ? '\n' : '') + tail;
  });
}

/** Where a line ends that holds nothing more than blanks and a comment; otherwise the position itself. */
function lineEndFrom(text: string, at: number): number {
  const rest = /[^\r\n]*/.exec(text.slice(at, at + 2000))?.[0] ?? '';
  return /^[ \t]*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/[ \t]*)?$/.test(rest) ? at + rest.length : at;
}
