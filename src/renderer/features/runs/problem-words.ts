import type { RowProblem } from '#shared/domain/data-row';
import type { GateBlock } from '#shared/domain/gate';
import type { RunRow } from '#shared/domain/run-state';
import { hasText, text } from '../../i18n/use-text';
import { formatBytes, formatCount } from '../../lib/format';
import { blockWords } from '../send-confirmation/block-words';

/** Why a row cannot be sent, in words. */
export function problemText({ code, params }: RowProblem, language: string): string {
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value !== 'number') return [name, value];
      const isSize = name === 'bytes' || (name === 'limit' && code !== 'json_too_deep');
      return [name, isSize ? formatBytes(value, language) : formatCount(value, language)];
    }),
  );
  return text(`runs.problem.${code}`, shown);
}

/** What is known of a row in words: the server's are given as they are, the program's own are put into words. */
export function rowText(row: Pick<RunRow, 'outcome' | 'text'>, language: string): string {
  if (row.text === null) return '';
  if (row.outcome === 'unreadable') {
    const problem = parsed(row.text);
    return isProblem(problem) ? problemText(problem, language) : row.text;
  }
  if (row.outcome === 'blocked') {
    const blocks = parsed(row.text);
    return isBlocks(blocks)
      ? blocks.map((block) => blockWords(block, language).reason).join(' ')
      : row.text;
  }
  return row.text;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function isProblem(value: unknown): value is RowProblem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    hasText(`runs.problem.${value.code}`) &&
    'params' in value
  );
}

function isBlocks(value: unknown): value is readonly GateBlock[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
}
