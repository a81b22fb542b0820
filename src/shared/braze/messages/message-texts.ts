import type { DiagnosticCode } from '../diagnostic-codes';
import type { JsonKind } from '../json-node';

type Under<Rule extends string> = Extract<DiagnosticCode, `${Rule}.${string}`>;

type BodyRule =
  | 'JSON'
  | 'R01'
  | 'R02'
  | 'R03'
  | 'R04'
  | 'R05'
  | 'R06'
  | 'R07'
  | 'R08'
  | 'R09'
  | 'R10'
  | 'R11'
  | 'R25';
type UserRule = 'R12' | 'R13' | 'R14' | 'R15' | 'R16' | 'R17' | 'R18' | 'R19' | 'R20' | 'R21';
type TargetRule = 'Q01' | 'T01' | 'T02';

/** Messages about the text, the target and the properties. */
export type BodyTexts = Readonly<Record<Under<BodyRule>, string>>;

/** Messages about recipients and their attributes. */
export type UserTexts = Readonly<Record<Under<UserRule>, string>>;

/** Messages about attachments, audiences, Canvases, messages and schedules. */
export type ContentTexts = Readonly<
  Record<Exclude<DiagnosticCode, Under<BodyRule> | Under<UserRule> | Under<TargetRule>>, string>
>;

/** Messages about look-ups, and about what is known of the target and its properties. */
export type TargetTexts = Readonly<Record<Under<TargetRule>, string>>;

/** All of one language; a missing or extra text does not compile. */
export interface MessageCatalogue {
  /** `{name}` stands for a parameter of the finding. */
  readonly texts: Readonly<Record<DiagnosticCode, string>>;
  /** Added to every finding that rests on something undocumented. */
  readonly unconfirmed: string;
  /** What JSON types are called. */
  readonly kinds: Readonly<Record<JsonKind, string>>;
}
