/** A place in a text that is underlined, with what is wrong there. Lines and columns count from 1. */
export interface BodyMarker {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** The rule's id, shown behind the message; '' for none. */
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
