/** A JSON number whose digits JavaScript would not write back as they are: 12345678901234567890, 1.0, 1e400. */
export class ExactNumber {
  /** The literal, as in the source. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
