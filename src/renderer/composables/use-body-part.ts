import type { Ref } from 'vue';
import { computed, shallowRef, watch } from 'vue';
import type { BodyPartName } from '#shared/braze/body-parts';
import { askBody } from '../body/ask-body';
import type { BodyPart } from '../body/body-part';
import type { OpenTab } from '../stores/tabs';

/**
 * One field at the top of the body, read anew whenever the text changes; null until it was read first, and
 * where there is no body. Of texts that follow each other quickly only the latest counts.
 */
export function useBodyPart(
  tab: () => OpenTab,
  name: BodyPartName,
  kind: 'array' | 'object',
): Readonly<Ref<BodyPart | null>> {
  const part = shallowRef<BodyPart | null>(null);
  const id = computed(() => tab().id);
  const text = computed(() => {
    const { document } = tab();
    return document?.mode === 'request' ? document.bodyText : null;
  });

  watch(id, () => (part.value = null));
  watch(
    text,
    async (asked) => {
      if (asked === null) {
        part.value = null;
        return;
      }
      const reply = await askBody(asked, 'part', { name, kind });
      if (reply.state === 'answered' && text.value === asked) part.value = reply.answer;
    },
    { immediate: true },
  );
  return part;
}
