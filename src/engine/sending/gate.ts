import { blastRadiusOf, targetIdOf } from '#shared/braze/blast-radius';
import { type EndpointPath, endpointOf, reachesUsers } from '#shared/braze/endpoints';
import type { BlastRadius } from '#shared/domain/dispatch';
import type { Environment } from '#shared/domain/environment';
import type { Confirmation, ConfirmationKind, GateBlock, GateReport } from '#shared/domain/gate';
import { maxRequestFileBytes } from '#shared/domain/request-size';
import type { SecretState } from '#shared/domain/secret';
import type { SentBefore } from '#shared/domain/sent-before';
import type { ComposedRequest } from './compose-request';
import type { HostTarget } from './host-target';
import { namedUsersOf, notTestUsers } from './named-users';

/** What was typed to confirm, or the id of what is to be repeated. */
export interface GivenConfirmation {
  readonly kind: ConfirmationKind;
  readonly text: string;
}

/** Everything the gate looks at. */
export interface GateInput {
  readonly environment: Environment;
  readonly composed: ComposedRequest;
  readonly target: HostTarget;
  readonly secret: SecretState;
  /** Whether a key is written in the body, in whatever form. */
  readonly keyInBody: boolean;
  /** The same, sent a short while ago. Default: nothing. */
  readonly sentBefore?: SentBefore | null;
}

/** Identifiers that a block lists; the rest are counted. */
const mostListed = 20;

/** What a request may not leave for, and what has to be confirmed first. Pure; the body is not scrubbed. */
export function evaluateGate(input: GateInput): GateReport {
  const { environment, composed, target } = input;
  const { endpoint, wire, diagnostics } = composed;
  const value = wire.ok ? wire.value : undefined;
  const blastRadius =
    endpoint === null ? { kind: 'none' as const } : blastRadiusOf(endpoint, value);
  const targetId = endpoint === null ? null : targetIdOf(endpoint, value);
  const wireBytes = wire.ok ? Buffer.byteLength(wire.json) : 0;
  const blocks = blocksOf(input, blastRadius, wireBytes);
  const typed =
    endpoint === null ? [] : confirmationsFor(environment, endpoint, blastRadius, targetId);
  const confirmations = [...typed, ...duplicateOf(input.sentBefore ?? null)];
  return {
    verdict:
      blocks.length > 0 ? 'blocked' : confirmations.length > 0 ? 'needs_confirmation' : 'clear',
    blocks,
    confirmations,
    blastRadius,
    targetId,
    diagnostics,
    wireBody: wire.ok ? wire.json : null,
    wireBytes,
    host: target.host,
  };
}

/** The question about what was sent before. */
function duplicateOf(before: SentBefore | null): readonly Confirmation[] {
  return before === null ? [] : [{ kind: 'duplicate', phrases: [before.id], before }];
}

/** The report with the question about what was sent before. */
export function withSentBefore(report: GateReport, before: SentBefore | null): GateReport {
  if (before === null) return report;
  return {
    ...report,
    verdict: report.verdict === 'clear' ? 'needs_confirmation' : report.verdict,
    confirmations: [...report.confirmations, ...duplicateOf(before)],
  };
}

/** Every reason against sending: those of the report, and each confirmation that is not given. */
export function blocksAgainstSending(
  report: GateReport,
  given: readonly GivenConfirmation[],
): readonly GateBlock[] {
  const missing = report.confirmations.filter(({ kind, phrases }) => {
    const typed = given.filter((one) => one.kind === kind).map(({ text }) => text.trim());
    return !phrases.some((phrase) => typed.includes(phrase.trim()));
  });
  return [
    ...report.blocks,
    ...missing.map(({ kind }): GateBlock => ({ code: 'confirmation', kind })),
  ];
}

function blocksOf(input: GateInput, radius: BlastRadius, wireBytes: number): GateBlock[] {
  const { environment, composed, target, secret, keyInBody } = input;
  const { endpoint, wire, diagnostics } = composed;
  const blocks: GateBlock[] = [];
  if (!wire.ok) {
    blocks.push({ code: 'broken_json', line: wire.line, column: wire.column });
  } else {
    const { unresolved, notJson } = wire;
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const rules = [...new Set<string>(errors.map(({ rule }) => rule))];
    if (endpoint === null) blocks.push({ code: 'illegal_body', rules: ['endpoint'] });
    else if (rules.length > 0) blocks.push({ code: 'illegal_body', rules });
    if (unresolved.length > 0) blocks.push({ code: 'unresolved_variables', names: unresolved });
    if (notJson.length > 0) blocks.push({ code: 'variable_not_json', names: notJson });
    if (wireBytes > maxRequestFileBytes) {
      blocks.push({ code: 'too_large', bytes: wireBytes, limit: maxRequestFileBytes });
    }
    if (endpoint !== null)
      blocks.push(...testUserBlocks(environment, endpoint, wire.value, radius));
    if (keyInBody) blocks.push({ code: 'key_in_body' });
  }
  if (!target.ok) blocks.push({ code: 'host_invalid', host: target.host });
  if (secret === 'missing' || secret === 'locked' || secret === 'unavailable') {
    blocks.push({ code: 'secret', state: secret });
  }
  return blocks;
}

function testUserBlocks(
  { testUsers }: Environment,
  endpoint: EndpointPath,
  body: unknown,
  radius: BlastRadius,
): GateBlock[] {
  if (testUsers.length === 0 || !reachesUsers(endpoint)) return [];
  const wider =
    radius.kind === 'segment' || (radius.kind === 'audience' && radius.recipients === null);
  if (wider) return [{ code: 'wider_than_test_users' }];
  const others = notTestUsers(namedUsersOf(endpoint, body), testUsers);
  if (others.length === 0) return [];
  const identifiers = [...new Set(others.map(({ identifier }) => identifier))];
  return [
    {
      code: 'not_test_users',
      identifiers: identifiers.slice(0, mostListed),
      total: identifiers.length,
    },
  ];
}

function confirmationsFor(
  { name, production }: Environment,
  endpoint: EndpointPath,
  radius: BlastRadius,
  targetId: string | null,
): Confirmation[] {
  const confirmations: Confirmation[] = [];
  if (radius.kind === 'segment' || radius.kind === 'audience') {
    const blank = targetId === null || targetId.trim() === '';
    confirmations.push({ kind: 'blast_radius', phrases: [blank ? name : targetId] });
  }
  // A look-up changes nothing.
  if (production && endpointOf(endpoint).method === 'POST') {
    confirmations.push({ kind: 'production', phrases: [name] });
  }
  return confirmations;
}
