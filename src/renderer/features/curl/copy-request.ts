import type { CurlDialect } from '#shared/curl/curl-dialect';
import type { CopiedRequest } from '#shared/curl/copy-curl';
import { copyAsCurl } from '#shared/curl/copy-curl';
import type { Variable } from '#shared/domain/variable';
import { createVariableLookup } from '#shared/lib/variables';
import { composeWireBody } from '#shared/lib/wire-body';
import { copyText } from '../../composables/use-clipboard';
import { text as t } from '../../i18n/use-text';
import { showToast } from '../../lib/toasts';
import { shellNames } from './shell-names';

export interface EditedRequest {
  /** Null while the environment has none. */
  readonly address: string | null;
  readonly endpoint: string;
  readonly bodyText: string;
  /** Weakest scope first: environment, request. */
  readonly scopes: readonly (readonly Variable[])[];
}

async function copy(
  request: CopiedRequest,
  dialect: CurlDialect,
  keyHeader: boolean,
  unresolved: readonly string[],
): Promise<void> {
  const copied = copyAsCurl(request, dialect, { keyHeader });
  if (!copied.ok) {
    showToast(t(`curl.copy.${copied.code}`));
    return;
  }
  try {
    await copyText(copied.command);
  } catch {
    return; // said by copyText
  }
  const shell = shellNames[dialect];
  showToast(
    unresolved.length === 0
      ? t('curl.copy.done', { shell })
      : t('curl.copy.unresolved', { shell, names: unresolved.join(', ') }),
  );
}

/** Puts a request as it would leave now on the clipboard, or says why not. */
export async function copyEdited(
  { address, endpoint, bodyText, scopes }: EditedRequest,
  dialect: CurlDialect,
  keyHeader: boolean,
): Promise<void> {
  if (address === null) {
    showToast(t('curl.copy.noHost'));
    return;
  }
  const lookup = createVariableLookup(scopes, {
    uuid: () => crypto.randomUUID(),
    now: () => Date.now(),
  });
  const wire = composeWireBody(bodyText, lookup);
  if (!wire.ok) {
    showToast(t('curl.copy.broken', { line: wire.line, column: wire.column }));
    return;
  }
  const names = [...wire.unresolved, ...wire.notJson];
  await copy({ host: address, endpoint, bodyJson: wire.json }, dialect, keyHeader, names);
}

/** Puts a dispatch as it left on the clipboard. */
export async function copySent(
  sent: { readonly host: string; readonly endpoint: string; readonly sentBody: string },
  dialect: CurlDialect,
  keyHeader: boolean,
): Promise<void> {
  const { host, endpoint, sentBody } = sent;
  await copy({ host, endpoint, bodyJson: sentBody }, dialect, keyHeader, []);
}
