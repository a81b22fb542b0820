import type { ComputedRef, ShallowRef } from 'vue';
import { computed, shallowRef, watch } from 'vue';
import { askBody } from '../../body/ask-body';
import type { RecipientRow, TableAnswer } from '../../body/recipients/recipient-table';
import type { OpenTab } from '../../stores/tabs';

/** Rows read beyond those in sight, so that scrolling seldom waits. */
const margin = 60;

export interface OpenRecipients {
  /** Null until the body was read first. */
  readonly answer: ShallowRef<TableAnswer | null>;
  readonly text: ComputedRef<string>;
  readonly endpoint: ComputedRef<string>;
  readonly rowAt: (index: number) => RecipientRow | null;
  /** Says which rows are in sight. */
  readonly look: (start: number, end: number) => void;
}

/** The recipients of the body in step with its text; only the rows about the place in sight are in the page. */
export function useRecipients(tab: () => OpenTab): OpenRecipients {
  const answer = shallowRef<TableAnswer | null>(null);
  const id = computed(() => tab().id);
  const request = computed(() => {
    const { document } = tab();
    return document?.mode === 'request' ? document : null;
  });
  const text = computed(() => request.value?.bodyText ?? '');
  const endpoint = computed(() => request.value?.endpoint ?? '');
  let sight = { start: 0, end: 60 };

  async function read(): Promise<void> {
    const asked = text.value;
    const reply = await askBody(asked, 'recipients', {
      endpoint: endpoint.value,
      start: sight.start - margin,
      end: sight.end + margin,
    });
    if (reply.state === 'answered' && text.value === asked) answer.value = reply.answer;
  }

  watch(id, () => (answer.value = null));
  watch([text, endpoint], read, { immediate: true });

  return {
    answer,
    text,
    endpoint,
    rowAt(index) {
      const { value } = answer;
      return value?.state === 'ready' ? (value.rows[index - value.start] ?? null) : null;
    },
    look(start, end) {
      sight = { start, end };
      const { value } = answer;
      if (value?.state !== 'ready') return;
      const covered =
        value.start <= start && value.start + value.rows.length >= Math.min(end, value.count);
      if (!covered) void read();
    },
  };
}
