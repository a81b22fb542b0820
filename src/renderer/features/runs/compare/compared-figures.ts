import type { RunComparison, RunFigures } from '#shared/domain/run-comparison';
import { rowOutcomes } from '#shared/domain/run-state';
import { text } from '../../../i18n/use-text';
import { formatCount, formatDuration, formatMoment, formatPercent } from '../../../lib/format';
import { rowOutcomeWord } from '../row-outcome-words';

/** One line of two runs side by side, as texts. */
export interface ComparedFigure {
  readonly id: string;
  readonly label: string;
  readonly left: string;
  readonly right: string;
  /** What is to be said of the two; empty where that is nothing. */
  readonly difference: string;
  readonly differs: boolean;
}

/** The figures in groups: which runs these are, what became of the rows, and how fast they went. */
export function comparedFigures(
  { left, right, same }: RunComparison,
  language: string,
): readonly {
  readonly id: 'what' | 'rows' | 'pace';
  readonly figures: readonly ComparedFigure[];
}[] {
  const count = (value: number): string => formatCount(value, language);
  const none = '–';

  const told = (
    id: string,
    label: string,
    of: (side: RunFigures) => string,
    isSame: boolean | null = null,
  ): ComparedFigure => ({
    id,
    label,
    left: of(left),
    right: of(right),
    difference: isSame === null ? '' : text(isSame ? 'runs.compare.same' : 'runs.compare.other'),
    differs: isSame === false,
  });
  const counted = (id: string, label: string, of: (side: RunFigures) => number): ComparedFigure => {
    const by = of(right) - of(left);
    return {
      id,
      label,
      left: count(of(left)),
      right: count(of(right)),
      difference: by === 0 ? '' : signed(by, count),
      differs: by !== 0,
    };
  };
  /** By how much of the left one the right one is more or less. */
  const measured = (
    id: string,
    label: string,
    of: (side: RunFigures) => number | null,
    shown: (value: number) => string,
  ): ComparedFigure => {
    const [one, other] = [of(left), of(right)];
    const by =
      one === null || other === null || one === 0 ? 0 : Math.round((other / one - 1) * 100);
    return {
      id,
      label,
      left: one === null ? none : shown(one),
      right: other === null ? none : shown(other),
      difference: by === 0 ? '' : signed(by, (value) => formatPercent(value / 100, language)),
      differs: false,
    };
  };

  const moment = (iso: string | null): string =>
    iso === null ? none : formatMoment(iso, language);
  const duration = (ms: number): string => formatDuration(ms, language);
  const pace = (value: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  const digest = (sha256: string): string => sha256.slice(0, 10);
  const settings = (side: RunFigures): string => {
    const { batch, concurrency, reservePercent } = side.run.settings;
    return text('runs.compare.settingsText', {
      batch: count(batch),
      concurrency: count(concurrency),
      reserve: formatPercent(reservePercent / 100, language),
    });
  };
  return [
    {
      id: 'what',
      figures: [
        told('began', text('runs.compare.began'), ({ startedAt }) => moment(startedAt)),
        told('ended', text('runs.compare.ended'), ({ endedAt }) => moment(endedAt)),
        told('ran', text('runs.compare.ran'), ({ run }) =>
          duration(run.elapsedMs < 1000 ? run.elapsedMs : Math.round(run.elapsedMs / 1000) * 1000),
        ),
        told(
          'environment',
          text('runs.list.environment'),
          ({ run }) => run.environmentName,
          same.environment,
        ),
        told(
          'template',
          text('runs.compare.template'),
          ({ templateSha256 }) => digest(templateSha256),
          same.template,
        ),
        told(
          'data',
          text('runs.list.file'),
          ({ run, dataSha256 }) => `${run.dataFile} · ${digest(dataSha256)}`,
          same.dataFile,
        ),
        told('settings', text('runs.compare.settings'), settings, same.settings && same.mapping),
      ],
    },
    {
      id: 'rows',
      figures: rowOutcomes
        .filter((outcome) => left.run.rows[outcome] + right.run.rows[outcome] > 0)
        .map((outcome) =>
          counted(outcome, rowOutcomeWord(outcome), ({ run }) => run.rows[outcome]),
        ),
    },
    {
      id: 'pace',
      figures: [
        counted('calls', text('runs.compare.calls'), ({ callsMade }) => callsMade),
        measured(
          'rate',
          text('runs.compare.rowsPerSecond'),
          ({ rowsPerSecond }) => rowsPerSecond,
          pace,
        ),
        ...(['p50', 'p90', 'p99', 'max'] as const).map((quantile) =>
          measured(
            quantile,
            quantile === 'max'
              ? text('runs.compare.longest')
              : text('runs.compare.latency', { quantile }),
            ({ latency }) => latency[quantile],
            duration,
          ),
        ),
      ],
    },
  ];
}

/** With its sign, also where it is more. */
function signed(value: number, shown: (value: number) => string): string {
  return value > 0 ? `+${shown(value)}` : `−${shown(-value)}`;
}
