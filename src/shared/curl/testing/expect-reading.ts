import { expect } from 'vitest';
import type { CurlDialect } from '../curl-dialect';
import type { CurlNote } from '../curl-notes';
import { readCurl, type CurlRequestReading } from '../read-curl';

/** Where most commands of the tables go to. */
export const sendUrl = 'https://rest.iad-01.braze.com/campaigns/trigger/send';

/** What most of them carry as their key. */
export const sampleKey = '4f1d0b6a-93c2-4e57-8a1b-6d2c0e9f7b35';

/** A row of a table: a command, and what of its reading differs from the usual. */
export interface ReadingRow {
  readonly name: string;
  readonly text: string;
  readonly dialect?: CurlDialect;
  readonly reading: Partial<Omit<CurlRequestReading, 'ok' | 'notes'>>;
  /** In any order; all of them. Default: none. */
  readonly notes?: readonly CurlNote[];
}

/** The usual: a POST with a JSON body to the endpoint that sends a campaign. */
const usual = {
  method: 'POST',
  url: sendUrl,
  host: 'rest.iad-01.braze.com',
  endpoint: '/campaigns/trigger/send',
  clusterId: 'US-01',
  headers: [['Content-Type', 'application/json']],
  bodyText: '{"campaign_id":"c1"}',
  bodyFrom: 'inline',
  apiKey: sampleKey,
  unknownOptions: [],
} as const;

/** Reads a row's command and compares everything there is to know. */
export function expectReading({ text, dialect, reading, notes = [] }: ReadingRow): void {
  const read = readCurl(text, { dialect });
  if (!read.ok) throw new Error(`${read.code} at ${read.offset}`);
  const { notes: taken, ok, dialect: readAs, ...rest } = read;
  const { dialect: expectedDialect, ...differing } = reading;
  expect(rest).toEqual({ ...usual, ...differing });
  expect([...taken].sort()).toEqual([...notes].sort());
  if (expectedDialect !== undefined) expect(readAs).toBe(expectedDialect);
  expect(ok).toBe(true);
}
