import { targetIdOf } from '#shared/braze/blast-radius';
import { checkKnownTarget, targetKindOf } from '#shared/braze/known-target';
import type { Environment } from '#shared/domain/environment';
import type { Log } from '../log/log';
import type { Lookups } from '../lookups/service';
import type { ComposedRequest } from './compose-request';

/**
 * Adds what is known offline of the request's target to its findings (T01, T02). These are never errors,
 * and where nothing can be read of what is known, nothing is added: a cache stops no send.
 */
export async function addKnownTarget(
  composed: ComposedRequest,
  environment: Environment,
  deps: { readonly lookups: Pick<Lookups, 'target'>; readonly log: Log },
): Promise<ComposedRequest> {
  const { endpoint, wire, diagnostics } = composed;
  if (endpoint === null || !wire.ok) return composed;
  const kind = targetKindOf(endpoint);
  const id = targetIdOf(endpoint, wire.value);
  if (kind === null || id === null) return composed;
  try {
    const known = await deps.lookups.target({ environmentId: environment.id, kind, id });
    const found = checkKnownTarget(endpoint, wire.json, known);
    // Offsets would count in the body as sent, not in the text on the screen.
    const added = found.map((one) => ({ ...one, offset: 0, length: 0 }));
    return { ...composed, diagnostics: [...diagnostics, ...added] };
  } catch (error) {
    deps.log.warn('target not known', { environmentId: environment.id, error });
    return composed;
  }
}
