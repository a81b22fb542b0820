import { blastRadiusOf } from '#shared/braze/blast-radius';
import { isEndpointPath } from '#shared/braze/endpoints';
import type { BlastRadius, Dispatch } from '#shared/domain/dispatch';
import { unheardOf } from '../sending/dispatch-record';
import { shownHeaders } from '../sending/request-headers';
import { type Evidence, evidenceSchema } from './evidence';
import type { CallRecord, DoneRecord } from './journal-records';
import type { RunPlan } from './run-plan';

/** A call of a run as the ledger has it, made of its records in the journal. */
export function dispatchOfCall(
  plan: RunPlan,
  call: CallRecord,
  body: string,
  done: { readonly record: DoneRecord; readonly evidence: string | null } | null,
): Dispatch {
  const { environment, request } = plan;
  return {
    id: call.id,
    createdAt: new Date(call.at).toISOString(),
    environmentId: environment.id,
    environmentName: environment.name,
    production: environment.production,
    host: plan.host,
    endpoint: request.endpoint,
    requestName: request.name,
    targetId: plan.targetId,
    blastRadius: radiusOf(request.endpoint, body),
    outcome: done?.record.o ?? 'unknown',
    sentBody: body,
    sentHeaders: shownHeaders('POST'),
    blocks: [],
    ...(done === null ? unheardOf : evidenceOf(done.evidence)),
  };
}

function radiusOf(endpoint: string, body: string): BlastRadius {
  try {
    const value: unknown = JSON.parse(body);
    if (isEndpointPath(endpoint)) return blastRadiusOf(endpoint, value);
  } catch {
    // It left as JSON; what cannot be read any more counts as the widest.
  }
  return { kind: 'segment' };
}

function evidenceOf(text: string | null): Pick<Dispatch, keyof Evidence> {
  try {
    return evidenceSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return { ...unheardOf, failure: null };
  }
}
