/** One line of a plot. */
export interface PlotLine {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** The token of its colour, such as `--color-accent`. */
  readonly color: string;
  readonly dashed: boolean;
}
