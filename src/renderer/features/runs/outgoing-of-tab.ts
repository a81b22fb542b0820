import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { OpenTab } from '../../stores/tabs';

/** A tab's request as it is now, with what is not saved; null while it cannot be read as a request. */
export function outgoingOfTab(tab: OpenTab): OutgoingRequest | null {
  if (tab.document?.mode !== 'request') return null;
  const { endpoint, bodyText, variables } = tab.document;
  return {
    endpoint,
    bodyText,
    variables: variables.map((variable) => ({ ...variable })),
    name: tab.title,
    ref: tab.ref === null ? null : { ...tab.ref },
  };
}
