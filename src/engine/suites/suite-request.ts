import type { RequestFile, RequestRef } from '#shared/domain/request';
import type { MatrixCase } from '#shared/lib/test-matrix';
import { DeskError } from '#shared/errors';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import { readRequestFile } from '#shared/lib/request-file';
import { pathFromSuite } from '#shared/lib/suite-paths';
import { placeholderNames } from '#shared/lib/variables';
import { requestName } from '../collections/request-extension';
import { fileNameOf } from '../collections/request-place';

/** The request of a suite with everything that its cases start from. */
export interface SuiteSource {
  readonly ref: RequestRef;
  readonly outgoing: OutgoingRequest;
  readonly placeholders: readonly string[];
}

/** Longest name that the ledger takes, in UTF-16 units. */
const longestName = 300;

/** Reads the request that a suite names; null where there is none or it cannot be read as one. */
export async function readSuiteRequest(
  suite: RequestRef,
  relative: string,
  read: (ref: RequestRef) => Promise<RequestFile>,
): Promise<SuiteSource | null> {
  const path = pathFromSuite(suite.path, relative);
  if (path === null) return null;
  const ref = { root: suite.root, path };
  let text: string;
  try {
    text = (await read(ref)).text;
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
  const parts = readRequestFile(text);
  if (!parts.ok || parts.endpoint === null) return null;
  return {
    ref,
    outgoing: {
      endpoint: parts.endpoint,
      bodyText: parts.bodyText,
      variables: [...parts.variables],
      name: requestName(fileNameOf(path)),
      ref,
    },
    placeholders: [...new Set(placeholderNames(parts.bodyText))],
  };
}

/** A case as a request of its own: its values win over those of the request. */
export function requestOfCase(
  { outgoing }: SuiteSource,
  { name, variables }: MatrixCase,
): OutgoingRequest {
  const own = new Set(variables.map((variable) => variable.name));
  return {
    ...outgoing,
    name: `${outgoing.name ?? ''} · ${name}`.slice(0, longestName),
    variables: [
      ...outgoing.variables.filter((variable) => !own.has(variable.name)),
      ...variables.map((variable) => ({ ...variable })),
    ],
  };
}
