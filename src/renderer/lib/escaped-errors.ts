import { toAppError } from '../api/desk';
import { text } from '../i18n/use-text';
import { showToast } from './toasts';

/** Shows failures that no part of the page took care of, so that none passes in silence. */
export function showEscapedErrors(target: Window): void {
  target.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    showToast(text(`errors.${toAppError(event.reason).code}`));
  });
}
