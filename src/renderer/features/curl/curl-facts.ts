import { blastRadiusOf } from '#shared/braze/blast-radius';
import { isEndpointPath } from '#shared/braze/endpoints';
import type { CurlDialect } from '#shared/curl/curl-dialect';
import type { CurlImport } from '#shared/curl/import-curl';
import { importCurl } from '#shared/curl/import-curl';
import type { CurlFailure, CurlRequestReading } from '#shared/curl/read-curl';
import { readCurl } from '#shared/curl/read-curl';
import type { BlastRadius } from '#shared/domain/dispatch';
import { composeWireBody } from '#shared/lib/wire-body';
import { createTextPlaces } from '../../lib/text-places';

/** What is shown of a command that could be read. */
export interface CurlFacts {
  readonly ok: true;
  readonly reading: CurlRequestReading;
  readonly made: CurlImport;
  readonly endpointKnown: boolean;
  /** UTF-8 bytes as they would leave; those of the text where it is no JSON. Null when the command brings no body. */
  readonly bodyBytes: number | null;
  readonly bodyIsJson: boolean;
  /** Null where nothing can be said about it. */
  readonly blastRadius: BlastRadius | null;
}

/** Why there is nothing to show, with the place in the text. */
export interface CurlUnread {
  readonly ok: false;
  readonly code: CurlFailure['code'];
  readonly line: number;
  readonly column: number;
}

export function readCurlFacts(text: string, dialect: CurlDialect | 'auto'): CurlFacts | CurlUnread {
  const reading = readCurl(text, dialect === 'auto' ? {} : { dialect });
  if (!reading.ok) {
    return { ok: false, code: reading.code, ...createTextPlaces(text).at(reading.offset) };
  }
  const made = importCurl(reading);
  const wire = composeWireBody(made.bodyText, () => null);
  const { endpoint } = made;
  const encoder = new TextEncoder();
  return {
    ok: true,
    reading,
    made,
    endpointKnown: isEndpointPath(endpoint),
    bodyBytes:
      reading.bodyText === null ? null : encoder.encode(wire.ok ? wire.json : made.bodyText).length,
    bodyIsJson: wire.ok,
    blastRadius: wire.ok && isEndpointPath(endpoint) ? blastRadiusOf(endpoint, wire.value) : null,
  };
}
