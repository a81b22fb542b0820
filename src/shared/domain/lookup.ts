import type { PropertyContract } from '../braze/contract/contract';
import type { AppError } from '../errors';

/** What a trigger can be aimed at. */
export const targetKinds = ['campaign', 'canvas'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** One line of `GET /campaigns/list` or `GET /canvas/list`. Times are as the server wrote them. */
export interface ListedTarget {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly lastEdited: string | null;
  /** The server lists it only among the archived ones. */
  readonly archived: boolean;
  /** `is_api_campaign`: the kind that `/messages/send` refers to; never of a Canvas. */
  readonly apiCampaign: boolean;
}

/** One list as it was read last. */
export interface TargetList {
  /** Epoch milliseconds; null before the first time. */
  readonly fetchedAtMs: number | null;
  readonly entries: readonly ListedTarget[];
  /** Why the latest attempt left the list as it was; null when it did not. */
  readonly failure: { readonly error: AppError; readonly atMs: number } | null;
}

/** What details say of a target's state. A flag that the server did not give is null. */
export interface TargetState {
  readonly archived: boolean | null;
  readonly draft: boolean | null;
  readonly enabled: boolean | null;
  /** Its values are not documented. */
  readonly scheduleType: string | null;
  readonly lastSent: string | null;
}

/** `GET /campaigns/details` or `GET /canvas/details`, as far as it is of use, and when it was read. */
export interface TargetDetails extends TargetState {
  readonly id: string;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly fetchedAtMs: number;
  readonly description: string;
  readonly channels: readonly string[];
  readonly tags: readonly string[];
  readonly firstSent: string | null;
  readonly updatedAt: string | null;
  /** The properties that its texts read. */
  readonly contract: PropertyContract;
}

/** Both lists of an environment, and the state of those whose details were read, by id. */
export interface LookupView {
  readonly environmentId: string;
  readonly campaigns: TargetList;
  readonly canvases: TargetList;
  readonly states: Readonly<Record<string, TargetState>>;
  readonly refreshing: boolean;
}

/** Everything known, offline, of the id that a request is aimed at. */
export interface TargetKnowledge {
  readonly kind: TargetKind;
  readonly id: string;
  readonly listed: ListedTarget | null;
  readonly details: TargetDetails | null;
  /** When the list of its kind was read; null: never, so that an id which is not in it means nothing. */
  readonly listFetchedAtMs: number | null;
  /** The name under which the id stands in the list of the other kind. */
  readonly otherKindName: string | null;
}

/** How far a refresh has come: names read so far. */
export interface LookupProgress {
  readonly environmentId: string;
  readonly campaigns: number;
  readonly canvases: number;
}
