import { createScanner } from 'jsonc-parser';
import { jsonToken } from '../lib/json-tokens';

/** A comment in a text. */
export interface CommentPlace {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
  /** Ends at the end of its line. */
  readonly isLine: boolean;
}

/** The comments between two positions, which hold nothing but comments, white space and commas. */
export function commentsBetween(text: string, from: number, to: number): readonly CommentPlace[] {
  const scanner = createScanner(text, false);
  scanner.setPosition(from);
  const found: CommentPlace[] = [];
  for (;;) {
    const token: number = scanner.scan();
    const offset = scanner.getTokenOffset();
    if (token === jsonToken.end || offset >= to) return found;
    if (token !== jsonToken.lineComment && token !== jsonToken.blockComment) continue;
    const end = offset + scanner.getTokenLength();
    found.push({
      offset,
      end,
      text: text.slice(offset, end),
      isLine: token === jsonToken.lineComment,
    });
  }
}

/** Whether a line ends between two positions. */
export function hasLineBreak(text: string, from: number, to: number): boolean {
  return /[\r\n]/.test(text.slice(from, to));
}

/** The line end that a text uses first. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** White space that one level adds: what the first indented line has; two blanks without one. */
export function indentUnitOf(text: string): string {
  return /(?:^|[\r\n])([ \t]+)(?=["{[])/.exec(text)?.[1] ?? '  ';
}

/** Where the line of a position starts. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
  return start;
}

/** Indentation of the line that a position is on, whatever else stands on it. */
export function indentOfLine(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? '';
}

/** Whether nothing but white space stands before a position on its line. */
export function startsLine(text: string, at: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, at), at));
}

/**
 * Gives the lines of a JSON text after the first another indentation. Only white space changes: lines
 * inside a comment stay as they are.
 */
export function reindented(json: string, from: string, to: string): string {
  if (from === to) return json;
  const scanner = createScanner(json, false);
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const token: number = scanner.scan();
    if (token === jsonToken.end) break;
    if (token !== jsonToken.lineBreak) continue;
    const start = scanner.getTokenOffset() + scanner.getTokenLength();
    const isBlank = /[\r\n]/.test(json[start] ?? '\n');
    if (isBlank) continue;
    const own = json.startsWith(from, start) ? from.length : 0;
    parts.push(json.slice(at, start), own > 0 || from === '' ? to : '');
    at = start + own;
  }
  parts.push(json.slice(at));
  return parts.join('');
}

/** A value as JSON over several lines, its later lines indented to stand at `indent`. */
export function laidOut(value: unknown, unit: string, indent: string, lineEnd: string): string {
  return JSON.stringify(value, null, unit).replaceAll('\n', `${lineEnd}${indent}`);
}
