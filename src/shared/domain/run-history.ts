/** How a run went over the time in which it ran; one list a line, all of one length. */
export interface RunHistory {
  /** Seconds in which the run ran, without its pauses; ascending. */
  readonly seconds: readonly number[];
  readonly callsPerSecond: readonly (number | null)[];
  /** Milliseconds. */
  readonly p50: readonly (number | null)[];
  readonly p95: readonly (number | null)[];
  /** Calls left of the quota, as the server told. */
  readonly remaining: readonly (number | null)[];
  /** The quota as the server told last; null where it told of none. */
  readonly limit: number | null;
}
