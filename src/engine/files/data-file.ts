import { rename } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { parse, type ParseError } from 'jsonc-parser';
import { DeskError, type ErrorCode } from '#shared/errors';
import { textError } from '#shared/lib/wire-body';
import { writeAtomically } from './atomic-write';
import { toFileError, withFileErrors } from './file-error';
import { readText } from './read-text';
import { createSerial } from './serial';

/** A JSON object as read: nothing in it is trusted yet, and what is unknown is kept. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Why a data file could not be used, in the terms of a problem. */
export interface DataFileProblem {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface DataFileContent {
  readonly value: JsonObject;
  readonly problem: DataFileProblem | null;
}

/** One small JSON file of the program's own with a `version`. What cannot be read is never overwritten. */
export interface DataFile {
  /** What is on disk now; an absent or unusable file is an empty object, and the problem says which. */
  read(): Promise<DataFileContent>;
  /**
   * Reads, changes, writes as a whole. A broken file is put aside under a name of its own first. A newer
   * file, or one that may not be read, is left alone: throws its problem.
   */
  update(change: (value: JsonObject) => JsonObject): Promise<DataFileContent>;
}

const maxBytes = 64 * 1024 * 1024;

export function createDataFile(deps: { path: string; version: number; now(): number }): DataFile {
  const { path } = deps;
  const serial = createSerial();
  let lastGood: JsonObject = {};
  /** Where a broken file was put; it stays a problem until the program ends. */
  let aside: DataFileProblem | null = null;

  const read = async (): Promise<DataFileContent> => {
    const found = await readObject(path, deps.version);
    if (found.problem !== null) return { value: lastGood, problem: found.problem };
    lastGood = found.value;
    return { value: found.value, problem: aside };
  };

  const putAside = async (): Promise<DataFileProblem> => {
    const stamp = new Date(deps.now()).toISOString().replace(/[-:.]/g, '');
    const extension = extname(path);
    const kept = join(dirname(path), `${basename(path, extension)}.broken-${stamp}${extension}`);
    await withFileErrors(path, () => rename(path, kept));
    return { code: 'file_broken', params: { file: path, kept } };
  };

  return {
    read: () => serial(read),
    update: (change) =>
      serial(async () => {
        const { value, problem } = await read();
        if (problem !== null && problem !== aside) {
          if (problem.code !== 'file_broken') throw new DeskError(problem.code, problem.params);
          aside = await putAside();
        }
        const next = { ...change(value), version: deps.version };
        await writeAtomically(path, `${JSON.stringify(next, null, 2)}\n`);
        lastGood = next;
        return { value: next, problem: aside };
      }),
  };
}

async function readObject(path: string, version: number): Promise<DataFileContent> {
  const nothing = (code: ErrorCode, params: DataFileProblem['params']): DataFileContent => ({
    value: {},
    problem: { code, params: { file: path, ...params } },
  });
  let text: string;
  try {
    ({ text } = await readText(path, maxBytes));
  } catch (error) {
    const failed = toFileError(error, path);
    if (!(failed instanceof DeskError)) throw failed;
    if (failed.params.system === 'ENOENT') return { value: {}, problem: null };
    return nothing(failed.code === 'not_text' ? 'file_broken' : failed.code, failed.params);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const { line, column } = textError(text, brokenAt(text));
    return nothing('file_broken', { line, column });
  }
  if (!isObject(value)) return nothing('file_broken', { line: 1, column: 1 });
  const found = value.version;
  if (typeof found === 'number' && found > version)
    return nothing('file_newer', { found, known: version });
  if (found !== version) return nothing('file_broken', { path: '/version' });
  return { value, problem: null };
}

function brokenAt(text: string): number {
  const errors: ParseError[] = [];
  parse(text, errors);
  return errors[0]?.offset ?? text.length;
}

/** Whether parsed JSON is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
