import { z } from 'zod';
import { blastRadiusOf, targetIdOf } from '#shared/braze/blast-radius';
import { isEndpointPath } from '#shared/braze/endpoints';
import type { Environment } from '#shared/domain/environment';
import { confirmationKinds, type GateReport } from '#shared/domain/gate';
import { type QueueEntry, queueReasons } from '#shared/domain/queue';
import { outgoingRequestSchema } from '#shared/ipc/contract-parts';
import { bodyHash } from '../ledger/body-hash';

/** What a person saw when this was confirmed. Anything else at the moment of leaving asks again. */
const confirmedSchema = z.strictObject({
  environmentName: z.string().max(60),
  production: z.boolean(),
  /** `sandbox` for the built-in server, whose port is another one after each start. */
  host: z.string().max(300),
  /** SHA-256 of the body as it leaves, hexadecimal. */
  bodyHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Confirmed = Readonly<z.infer<typeof confirmedSchema>>;

export const storedEntrySchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['hold', 'scheduled']),
  state: z.enum(['waiting', 'asking', 'leaving']),
  reason: z.enum(queueReasons).nullable(),
  createdAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  environmentId: z.string().min(1).max(60),
  /** Its body is the one that leaves: variables have their values, so it holds no others. */
  request: outgoingRequestSchema,
  confirmations: z
    .array(z.strictObject({ kind: z.enum(confirmationKinds), text: z.string().max(500) }))
    .max(4),
  confirmed: confirmedSchema,
  /** The ledger row under which it left or was to leave; null while it waits. */
  rowId: z.uuid().nullable(),
});

/** One entry as the queue's file has it. Holds no key: a body with a key in it is never queued. */
export type StoredEntry = Readonly<z.infer<typeof storedEntrySchema>>;

/** What is confirmed by sending to that environment now. @param body as it leaves. */
export function confirmedOf(environment: Environment, host: string, body: string): Confirmed {
  return {
    environmentName: environment.name,
    production: environment.production,
    host: environment.host.kind === 'sandbox' ? 'sandbox' : host,
    bodyHash: bodyHash(body),
  };
}

/** Whether what would leave now is what was confirmed. A new name alone is no other target. */
export function isConfirmed(then: Confirmed, now: Confirmed): boolean {
  return (
    then.production === now.production && then.host === now.host && then.bodyHash === now.bodyHash
  );
}

/** What the gate says of the body that would leave; null where there is none. */
export function confirmedNow(environment: Environment, report: GateReport): Confirmed | null {
  return report.wireBody === null ? null : confirmedOf(environment, report.host, report.wireBody);
}

/** The entry as the page sees it: without the body. */
export function viewOf(entry: StoredEntry): QueueEntry {
  const { endpoint, bodyText, name } = entry.request;
  const body = parsed(bodyText);
  const known = isEndpointPath(endpoint) ? endpoint : null;
  return {
    id: entry.id,
    kind: entry.kind,
    state: entry.state,
    reason: entry.reason,
    createdAt: entry.createdAt,
    dueAt: entry.dueAt,
    environmentId: entry.environmentId,
    environmentName: entry.confirmed.environmentName,
    production: entry.confirmed.production,
    endpoint,
    requestName: name,
    targetId: known === null ? null : targetIdOf(known, body),
    blastRadius: known === null ? { kind: 'none' } : blastRadiusOf(known, body),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
