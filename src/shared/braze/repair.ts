import type { DiagnosticParams } from './diagnostic';
import type { TextEdit } from './text-edit';

/** What a repair does; key of its title. */
export type RepairCode =
  | 'keep_only'
  | 'remove_field'
  | 'remove_entry'
  | 'rename_field'
  | 'write_value'
  | 'add_field'
  | 'add_missing'
  | 'add_value'
  | 'wrap_in_list'
  | 'two_braces'
  | 'remove_recipient'
  | 'remove_earlier_recipient'
  | 'insert_comma'
  | 'remove_comma'
  | 'quote_value'
  | 'trim_value'
  | 'comment_out'
  | 'keep_first'
  | 'keep_last'
  | 'remove_repeats'
  | 'split_calls';

/** One way to repair a finding. */
export interface Repair {
  readonly code: RepairCode;
  /** What the title names. */
  readonly params: DiagnosticParams;
  /** Empty for `split_calls`, which makes several bodies of one: see `splitCalls`. */
  readonly edits: readonly TextEdit[];
}
