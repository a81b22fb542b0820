import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ENDPOINT_PATHS, type EndpointPath, isEndpointPath } from '#shared/braze/endpoints';
import { maxRequestFileBytes } from '#shared/domain/request-size';
import type { Variable } from '#shared/domain/variable';
import { readRequestFile } from '#shared/lib/request-file';
import { readTopLevel } from '#shared/lib/top-level';
import { CommandFailure, exitCodes } from './exit-codes';

/** A request as the command line was given it. */
export interface RequestInput {
  /** As given: a path, or `-` for standard input. */
  readonly source: string;
  readonly name: string;
  readonly endpoint: EndpointPath;
  readonly variables: readonly Variable[];
  readonly bodyText: string;
  /** The body at its own place in the file, all else blank: findings then have the file's lines. */
  readonly bodyInPlace: string;
}

/** Standard input, for the source `-`. */
export type ReadInput = () => AsyncIterable<Uint8Array>;

const reasons = {
  broken_json: 'not JSON; mend it here',
  not_object: 'not a JSON object; write { "endpoint": …, "body": { … } }',
  wrong_type: 'of the wrong type; see the form of a request file',
} as const;

function unusable(line: string, cause?: unknown): CommandFailure {
  return new CommandFailure(exitCodes.usage, line, { cause });
}

/**
 * Reads one request file or bare body. `endpoint` is what `--endpoint` says. Whatever cannot be used ends
 * with one line that names file, line, fault and remedy.
 */
export async function readRequestInput(
  source: string,
  endpoint: string | undefined,
  readInput: ReadInput,
): Promise<RequestInput> {
  const text = decodeText(source, await readBytes(source, readInput));
  const parts = readRequestFile(text);
  if (!parts.ok) {
    const field = parts.field === null ? '' : `"${parts.field}" is `;
    throw unusable(`${source}:${parts.line}:${parts.column}: ${field}${reasons[parts.reason]}`);
  }
  return {
    source,
    name: source === '-' ? 'standard input' : basename(source).replace(/\.jsonc?$/i, ''),
    endpoint: chooseEndpoint(source, parts.endpoint, endpoint),
    variables: parts.variables,
    bodyText: parts.bodyText,
    bodyInPlace: parts.bare ? parts.bodyText : bodyInPlace(text),
  };
}

/** Whether a text is one of the known endpoints; ends the command when it is not. */
export function checkEndpoint(source: string, endpoint: string): EndpointPath {
  if (isEndpointPath(endpoint)) return endpoint;
  const known = ENDPOINT_PATHS.join(' ');
  throw unusable(
    `${source}: ${JSON.stringify(endpoint)} is no known endpoint; use one of ${known}`,
  );
}

function chooseEndpoint(
  source: string,
  inFile: string | null,
  given: string | undefined,
): EndpointPath {
  if (inFile !== null && given !== undefined && inFile !== given) {
    throw unusable(`${source}: the file is for ${inFile}; leave --endpoint ${given} out`);
  }
  const endpoint = inFile ?? given;
  if (endpoint === undefined) {
    throw unusable(`${source}: the file names no endpoint; add "endpoint" or give --endpoint PATH`);
  }
  return checkEndpoint(source, endpoint);
}

async function readBytes(source: string, readInput: ReadInput): Promise<Uint8Array> {
  const tooLarge = (bytes: number | string): CommandFailure =>
    unusable(
      `${source}: ${bytes} bytes, more than the ${maxRequestFileBytes} allowed; make it smaller`,
    );
  if (source === '-') {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of readInput()) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > maxRequestFileBytes) throw tooLarge(`over ${maxRequestFileBytes}`);
    }
    return Buffer.concat(chunks);
  }
  try {
    const found = await stat(source);
    if (!found.isFile()) throw unusable(`${source}: not a file; name a request file`);
    if (found.size > maxRequestFileBytes) throw tooLarge(found.size);
    return await readFile(source);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why = code === 'ENOENT' ? 'no such file; check the name' : `cannot be read (${code})`;
    throw unusable(`${source}: ${why}`, error);
  }
}

function decodeText(source: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw unusable(`${source}: not UTF-8 text; save it as UTF-8`, error);
  }
}

function bodyInPlace(text: string): string {
  const top = readTopLevel(text);
  const body = top.ok ? top.properties.findLast(({ name }) => name === 'body') : undefined;
  if (body === undefined) return '{}';
  const end = body.valueOffset + body.valueLength;
  return (
    text.slice(0, body.valueOffset).replace(/[^\r\n]/g, ' ') + text.slice(body.valueOffset, end)
  );
}
