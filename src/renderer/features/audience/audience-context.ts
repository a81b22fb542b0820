import { inject, type InjectionKey, provide, type Ref } from 'vue';
import type { AudienceChange } from '#shared/braze/audience/change';
import type { AudiencePart } from '#shared/braze/audience/tree';
import type { JsonNode } from '#shared/braze/json-node';
import type { RuleFinding } from '../body-part/rule-finding';

/** What every row of the builder needs; given once at the top. */
export interface AudienceContext {
  readonly root: Readonly<Ref<AudiencePart>>;
  /** Nothing can be changed. */
  readonly locked: Readonly<Ref<boolean>>;
  /** Pointer of the row that has the keyboard. */
  readonly cursor: Readonly<Ref<string>>;
  /** Pointer of the condition whose fields are shown. */
  readonly opened: Readonly<Ref<string | null>>;
  readonly folded: Readonly<Ref<ReadonlySet<string>>>;
  /** What the rules say about one part, without the parts below it. */
  readonly findingsOf: (part: AudiencePart) => readonly RuleFinding[];
  /** The row has the keyboard now. */
  readonly enter: (pointer: string) => void;
  readonly focus: (pointer: string, where: 'row' | 'fields') => void;
  readonly open: (pointer: string | null) => void;
  readonly fold: (pointer: string) => void;
  /** `then` says where the keyboard goes; `now`: the change has to be in effect when this returns. */
  readonly change: (wanted: AudienceChange, then: 'row' | 'fields' | 'stay', now?: boolean) => void;
  readonly remove: (part: AudiencePart) => void;
  readonly showInText: (part: AudiencePart) => void;
  /** How a part stands in the text, cut off where it is long. */
  readonly sourceOf: (part: AudiencePart) => string;
  readonly sourceOfNode: (node: JsonNode) => string;
}

const key: InjectionKey<AudienceContext> = Symbol('audience');

export function provideAudience(context: AudienceContext): void {
  provide(key, context);
}

export function useAudience(): AudienceContext {
  const context = inject(key);
  if (context === undefined) throw new Error('A row of the audience stands outside of it');
  return context;
}
