/**
 * What the sandbox can be told to do with a send, in the order a menu shows it.
 *
 * `shape` scenarios only change the answer to a call that would have been accepted: key, quota and
 * body are still checked. `instead` scenarios replace the whole exchange, whatever was sent.
 */
export const scenarios = [
  { id: 'accepted', label: 'Accept', kind: 'shape' },
  { id: 'minor_errors', label: 'Accept with minor errors', kind: 'shape' },
  { id: 'paused_notice', label: 'Notice: target is paused', kind: 'shape' },
  { id: 'archived_notice', label: 'Notice: target is archived', kind: 'shape' },
  { id: 'queued', label: 'Queue (202)', kind: 'shape' },
  { id: 'bad_request', label: 'Bad request (400)', kind: 'instead' },
  { id: 'invalid_campaign', label: 'Invalid campaign (400)', kind: 'instead' },
  { id: 'unauthorized', label: 'Unauthorized (401)', kind: 'instead' },
  { id: 'unauthorized_echo', label: 'Unauthorized, key echoed (401)', kind: 'instead' },
  { id: 'forbidden', label: 'Forbidden (403)', kind: 'instead' },
  { id: 'not_found', label: 'Not found (404)', kind: 'instead' },
  { id: 'payload_too_large', label: 'Body too large (413)', kind: 'instead' },
  { id: 'unsupported_media', label: 'Unsupported media type (415)', kind: 'instead' },
  { id: 'rate_limited', label: 'Rate limited (429)', kind: 'instead' },
  { id: 'rate_limited_bare', label: 'Rate limited without headers (429)', kind: 'instead' },
  { id: 'server_error', label: 'Server error (500)', kind: 'instead' },
  { id: 'bad_gateway', label: 'Bad gateway (502)', kind: 'instead' },
  { id: 'unavailable', label: 'Unavailable (503)', kind: 'instead' },
  { id: 'timeout', label: 'Gateway timeout (504)', kind: 'instead' },
  { id: 'hang', label: 'Never answer', kind: 'instead' },
  { id: 'slow_drip', label: 'Answer a byte at a time', kind: 'shape' },
  { id: 'dropped', label: 'Drop before the answer', kind: 'instead' },
  { id: 'dropped_midbody', label: 'Drop inside the answer', kind: 'shape' },
  { id: 'huge', label: 'Answer with 50 MB', kind: 'shape' },
  { id: 'broken_json', label: 'Answer with broken JSON', kind: 'shape' },
  { id: 'html', label: 'Answer with a web page', kind: 'shape' },
  { id: 'bad_utf8', label: 'Answer with broken text', kind: 'shape' },
  { id: 'redirect', label: 'Redirect (302)', kind: 'instead' },
] as const satisfies readonly {
  readonly id: string;
  readonly label: string;
  readonly kind: 'shape' | 'instead';
}[];

/** One scenario: its id, an English label and whether it shapes or replaces the exchange. */
export type Scenario = (typeof scenarios)[number];

/** The id of a scenario, as `setScenario` and the header `X-Sandbox-Scenario` take it. */
export type ScenarioId = Scenario['id'];

/** A scenario that changes the answer to an accepted call. */
export type ShapeScenarioId = Extract<Scenario, { kind: 'shape' }>['id'];

/** A scenario that replaces the exchange. */
export type InsteadScenarioId = Extract<Scenario, { kind: 'instead' }>['id'];

/** Finds a scenario by id; undefined when there is none. Ids are case-sensitive. */
export function findScenario(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}
