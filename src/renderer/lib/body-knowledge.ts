import type { TargetKnowledge } from '#shared/domain/lookup';

/** A campaign or Canvas as it is offered while an id is typed. */
export interface NamedTarget {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
}

/** What is known of the environment that a body is for; nothing of it comes from the body. */
export interface BodyKnowledge {
  readonly target: TargetKnowledge | null;
  readonly campaigns: readonly NamedTarget[];
  readonly canvases: readonly NamedTarget[];
  /** Identifiers of the environment's test users. */
  readonly testUsers: readonly string[];
  /** Names of the environment's and the request's variables. */
  readonly variables: readonly string[];
}

export const knowsNothing: BodyKnowledge = {
  target: null,
  campaigns: [],
  canvases: [],
  testUsers: [],
  variables: [],
};
