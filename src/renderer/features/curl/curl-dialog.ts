import { shallowRef } from 'vue';

/** The open dialog with the text it starts with; null while it is closed, so that no pasted key stays behind. */
export const curlDialog = shallowRef<{ readonly text: string } | null>(null);
