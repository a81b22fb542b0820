import { requestPrefix } from '../domain/data-words';

/** Where a column goes, taken apart. */
export interface TargetPath {
  /** `recipient`: inside each recipient; `request`: a part of the whole call. */
  readonly level: 'recipient' | 'request';
  /** Names from the outside in; at least one, none empty. */
  readonly path: readonly string[];
}

/** Takes a mapping's target apart; null where a step has no name. A backslash keeps the next character as it is. */
export function readTarget(target: string): TargetPath | null {
  const level = target.startsWith(requestPrefix) ? 'request' : 'recipient';
  const path: string[] = [];
  let step = '';
  for (let at = level === 'request' ? requestPrefix.length : 0; at < target.length; at += 1) {
    const character = target.charAt(at);
    if (character === '.') {
      path.push(step);
      step = '';
    } else if (character === '\\' && at + 1 < target.length) {
      at += 1;
      step += target.charAt(at);
    } else {
      step += character;
    }
  }
  path.push(step);
  return path.every((name) => name !== '') ? { level, path } : null;
}

/** A name as one step of a target: its dots and backslashes are escaped. */
export function targetStep(name: string): string {
  return name.replaceAll(/[\\.]/g, '\\$&');
}
