import type { BlastRadius } from '#shared/domain/dispatch';
import type { Confirmation, GateBlock, GateReport } from '#shared/domain/gate';

/** Blocks of the environment: with one of these no case can leave, whatever is in it. */
const ofEnvironment: ReadonlySet<GateBlock['code']> = new Set(['secret', 'host_invalid']);

/**
 * What the gate says of several requests together: whom they reach in all, and everything that has to be
 * typed, each once. What blocks one case alone is that case's own matter and no block here.
 */
export function combineReports(reports: readonly GateReport[]): GateReport {
  const blocks = distinct(
    reports.flatMap((report) => report.blocks.filter(({ code }) => ofEnvironment.has(code))),
  );
  const leaving = reports.filter(({ verdict }) => verdict !== 'blocked');
  const confirmations = distinct<Confirmation>(leaving.flatMap((report) => report.confirmations));
  const targets = new Set(leaving.map(({ targetId }) => targetId));
  const [first] = leaving;
  return {
    verdict:
      blocks.length > 0 ? 'blocked' : confirmations.length > 0 ? 'needs_confirmation' : 'clear',
    blocks,
    confirmations,
    blastRadius: widest(leaving.map(({ blastRadius }) => blastRadius)),
    targetId: targets.size === 1 ? (first?.targetId ?? null) : null,
    diagnostics: [],
    wireBody: first?.wireBody ?? null,
    wireBytes: leaving.reduce((sum, { wireBytes }) => sum + wireBytes, 0),
    host: reports[0]?.host ?? '',
  };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function widest(radii: readonly BlastRadius[]): BlastRadius {
  const segment = radii.find(({ kind }) => kind === 'segment');
  if (segment !== undefined) return segment;
  const audiences = radii.filter((radius) => radius.kind === 'audience');
  const [audience] = audiences.sort((a, b) => a.conditions - b.conditions);
  if (audience !== undefined) return audience;
  const recipients = radii.filter((radius) => radius.kind === 'recipients');
  if (recipients.length === 0) return { kind: 'none' };
  return { kind: 'recipients', count: recipients.reduce((sum, { count }) => sum + count, 0) };
}
