import type { AppError } from '#shared/errors';
import { errorText } from '../../i18n/error-text';
import { hasText, text } from '../../i18n/use-text';

/** Why a look-up failed; the reason for no answer in words where there are some. */
export function failureText(error: AppError, language: string): string {
  if (error.code === 'call_refused') {
    const { status, detail } = error.params;
    const hint =
      status === 401 || status === 403 ? text('lookups.permission') : String(detail ?? '');
    return `${errorText(error, language)} ${hint}`.trim();
  }
  if (error.code !== 'call_failed') return errorText(error, language);
  const key = `answer.failure.${String(error.params['reason'])}.cause`;
  const reason = hasText(key) ? text(key) : String(error.params['reason']);
  return `${text('lookups.offline')} · ${reason}`;
}
