import { shallowRef } from 'vue';
import type { GateReport } from '#shared/domain/gate';
import type { AppError } from '#shared/errors';
import type { TabDocument } from '../../lib/tab-document';

/** What the gate said when it was last asked, and about which text of which tab. */
export interface GateCheck {
  readonly tabId: string;
  readonly document: TabDocument | null;
  readonly environmentId: string;
  readonly result: { readonly report: GateReport } | { readonly error: AppError };
}

export const gateCheck = shallowRef<GateCheck | null>(null);
