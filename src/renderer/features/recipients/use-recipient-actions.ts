import type { BodyChange } from '#shared/braze/body-change';
import type { ValueChange } from '#shared/braze/value-edits';
import { askBody } from '../../body/ask-body';
import type {
  IdentifierKind,
  RecipientColumn,
  RecipientTable,
} from '../../body/recipients/recipient-table';
import { pathOfCell } from '../../body/recipients/recipient-table';
import { copyText } from '../../composables/use-clipboard';
import type { BodyPort } from '../../composables/use-body-port';
import { useText } from '../../i18n/use-text';
import { flushPendingEdits } from '../../lib/pending-edits';
import { showToast } from '../../lib/toasts';
import type { GridRange } from './grid-cursor';
import type { OpenRecipients } from './use-recipients';

export interface RecipientActions {
  readonly set: (row: number, column: RecipientColumn, source: string | null) => Promise<boolean>;
  readonly setKind: (row: number, kind: IdentifierKind) => Promise<boolean>;
  readonly clear: (range: GridRange) => Promise<void>;
  readonly add: (index: number) => Promise<boolean>;
  readonly duplicate: (range: GridRange) => Promise<boolean>;
  readonly remove: (range: GridRange) => Promise<void>;
  readonly move: (from: number, to: number) => Promise<boolean>;
  readonly copy: (range: GridRange, whole: boolean) => Promise<void>;
  /** The first row that came, or null where none did. */
  readonly paste: (
    text: string,
    at: { readonly row: number; readonly column: number } | null,
  ) => Promise<number | null>;
}

/** Everything that can be done to recipients, each as one patch of the body's text. */
export function useRecipientActions(
  recipients: OpenRecipients,
  table: () => RecipientTable | null,
  columns: () => readonly RecipientColumn[],
  port: BodyPort,
): RecipientActions {
  const { t } = useText();

  async function change(wanted: BodyChange, said: string | null = null): Promise<boolean> {
    const outcome = await port.change(wanted);
    if (outcome.state === 'refused') showToast(t('recipients.refused'));
    if (outcome.state === 'done' && said !== null) {
      showToast(said, { label: t('common.undo'), run: () => void outcome.undo() });
    }
    return outcome.state === 'done';
  }

  function pathAt(row: number, column: RecipientColumn) {
    const properties = table()?.properties ?? 'trigger_properties';
    return pathOfCell(row, column, properties, recipients.rowAt(row)?.identifier ?? null);
  }

  return {
    async set(row, column, source) {
      const path = pathAt(row, column);
      return path !== null && change({ kind: 'set', values: [{ path, value: source }] });
    },
    async setKind(row, kind) {
      const current = recipients.rowAt(row);
      if (current === null || (current.identifiers.length === 1 && current.identifier === kind)) {
        return false;
      }
      const shown = current.cells[columns().findIndex(({ group }) => group === 'identifier')];
      const name = JSON.stringify(shown?.kind === 'string' ? shown.text : '');
      const value = kind === 'user_alias' ? `{"alias_name":${name},"alias_label":""}` : name;
      const values: ValueChange[] = [
        ...current.identifiers
          .filter((other) => other !== kind)
          .map((other) => ({ path: ['recipients', row, other], value: null })),
        ...(current.identifiers.includes(kind) ? [] : [{ path: ['recipients', row, kind], value }]),
      ];
      return change({ kind: 'set', values });
    },
    async clear(range) {
      const values: ValueChange[] = [];
      for (let row = range.fromRow; row <= range.toRow; row += 1) {
        for (const column of columns().slice(range.fromColumn, range.toColumn + 1)) {
          const path = pathAt(row, column);
          if (path !== null) values.push({ path, value: null });
        }
      }
      if (values.length > 0) await change({ kind: 'set', values });
    },
    add: (index) =>
      change({
        kind: 'insert',
        path: ['recipients'],
        index,
        values: ['{"external_user_id":""}'],
      }),
    async duplicate({ fromRow, toRow }) {
      flushPendingEdits();
      const reply = await askBody(recipients.text.value, 'sources', { from: fromRow, to: toRow });
      if (reply.state !== 'answered') return false;
      return change({
        kind: 'insert',
        path: ['recipients'],
        index: toRow + 1,
        values: reply.answer,
      });
    },
    async remove({ fromRow, toRow }) {
      const indices = Array.from({ length: toRow - fromRow + 1 }, (_none, at) => fromRow + at);
      const said = t('recipients.removed', {}, indices.length);
      await change({ kind: 'remove', path: ['recipients'], indices }, said);
    },
    move: (from, to) => change({ kind: 'move', path: ['recipients'], from, to }),
    async copy(range, whole) {
      const reply = await askBody(recipients.text.value, 'copy', {
        endpoint: recipients.endpoint.value,
        columns: columns().slice(range.fromColumn, range.toColumn + 1),
        fromRow: range.fromRow,
        toRow: range.toRow,
        header: whole,
      });
      if (reply.state === 'answered') await copyText(reply.answer);
    },
    async paste(text, at) {
      flushPendingEdits();
      const count = table()?.count ?? 0;
      const reply = await askBody(recipients.text.value, 'paste', {
        endpoint: recipients.endpoint.value,
        text,
        columns: [...columns()],
        at,
      });
      if (reply.state !== 'answered') return null;
      const [wanted] = reply.answer?.changes ?? [];
      if (reply.answer === null || wanted === undefined) {
        showToast(t('recipients.nothingToPaste'));
        return null;
      }
      const { added, changed } = reply.answer;
      const parts = [
        ...(added > 0 ? [t('recipients.added', {}, added)] : []),
        ...(changed > 0 ? [t('recipients.changed', {}, changed)] : []),
      ];
      const done = await change(wanted, parts.join(' · '));
      return done && added > 0 ? count : null;
    },
  };
}
