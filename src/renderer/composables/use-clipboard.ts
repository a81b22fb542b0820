import { request, toAppError } from '../api/desk';
import { text as textOf } from '../i18n/use-text';
import { showToast } from '../lib/toasts';

/** Puts a text, scrubbed of every key, on the clipboard. Says what went wrong, and then throws. */
export async function copyText(text: string): Promise<void> {
  try {
    await request('clipboard.write', { text });
  } catch (thrown) {
    showToast(textOf(`errors.${toAppError(thrown).code}`));
    throw thrown;
  }
}
