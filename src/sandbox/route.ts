import type { Answer } from './answer';
import type { Workspace } from './workspace';

/** One checked call, as the handlers see it. */
export interface Call {
  readonly query: URLSearchParams;
  /** The JSON object of a POST; empty for a GET. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Answers a call whose key, quota and body are in order. */
export type RouteHandler = (call: Call, workspace: Workspace) => Answer;
