import type { Diagnostic, Severity } from '#shared/braze/diagnostic';
import { formatDiagnostic } from '#shared/braze/format-diagnostic';
import type { Language } from '#shared/domain/language';
import type { BlastRadius } from '#shared/domain/dispatch';
import { countConditions } from '#shared/braze/audience-size';
import type { BodyPartName } from '#shared/braze/body-parts';
import { isObject, lengthOf, memberOf } from '#shared/braze/json-value';
import { blastRadiusOf, targetIdOf } from '#shared/braze/blast-radius';
import { isEndpointPath } from '#shared/braze/endpoints';
import { checkKnownTarget } from '#shared/braze/known-target';
import { validateText } from '#shared/braze/validate';
import type { TargetKnowledge } from '#shared/domain/lookup';
import type { Variable } from '#shared/domain/variable';
import { createVariableLookup } from '#shared/lib/variables';
import { composeWireBody } from '#shared/lib/wire-body';
import { createTextPlaces } from './text-places';

/** What is asked about a body while it is edited. */
export interface BodyQuestion {
  readonly endpoint: string;
  readonly bodyText: string;
  /** Of the messages. */
  readonly language: Language;
  /** Weakest scope first: environment, request. */
  readonly scopes: readonly (readonly Variable[])[];
}

/** A place in the text with what was found there. Lines and columns count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type BodyFinding = Place &
  (
    | {
        readonly kind: 'rule';
        readonly rule: string;
        readonly severity: Severity;
        readonly message: string;
        /** JSON Pointer of what is wrong, or of what misses something. */
        readonly pointer: string;
      }
    | { readonly kind: 'unresolved' | 'not_json'; readonly name: string }
  );

/** How much is in the parts of a body that have a view: entries, and conditions of the audience. */
export type PartCounts = Readonly<Record<BodyPartName, number>>;

export interface BodyAnalysis {
  /** In the order of the text; of very many the gravest. */
  readonly findings: readonly BodyFinding[];
  /** How many there are, with those that are left out. */
  readonly findingCount: number;
  /** Null while the text is no JSON: nothing can be said about who is reached. */
  readonly blastRadius: BlastRadius | null;
  readonly targetId: string | null;
  /** UTF-8 bytes of the body as it would leave; null while it is no JSON. */
  readonly wireBytes: number | null;
  /** Null while it is no JSON. */
  readonly counts: PartCounts | null;
}

function countsOf(value: unknown): PartCounts {
  const member = (name: BodyPartName) => (isObject(value) ? memberOf(value, name) : undefined);
  return {
    recipients: lengthOf(member('recipients')),
    audience: countConditions(member('audience')),
    attachments: lengthOf(member('attachments')),
  };
}

/** More than a person reads, and than a page draws without a pause. */
const mostFindings = 1000;
const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function gravityOf(finding: BodyFinding): number {
  return finding.kind === 'rule' ? gravity[finding.severity] : gravity.error;
}

/** The gravest of them in the order of the text. */
function mostImportant(findings: readonly BodyFinding[]): readonly BodyFinding[] {
  const byPlace = (a: BodyFinding, b: BodyFinding) => a.line - b.line || a.column - b.column;
  const kept = [...findings].sort(byPlace);
  if (kept.length <= mostFindings) return kept;
  return kept
    .sort((a, b) => gravityOf(a) - gravityOf(b))
    .slice(0, mostFindings)
    .sort(byPlace);
}

function foundIn(
  findings: readonly BodyFinding[],
): Pick<BodyAnalysis, 'findings' | 'findingCount'> {
  return { findings: mostImportant(findings), findingCount: findings.length };
}

function placeholderPattern(name: string): RegExp {
  return new RegExp(`\\{\\{\\s*${name.replace(/[$-]/g, '\\$&')}\\s*\\}\\}`);
}

/** Checks a body as it is typed. What it says is advice: the gate in main decides. */
export function analyseBody(
  question: BodyQuestion,
  nowMs: number,
  target: TargetKnowledge | null = null,
): BodyAnalysis {
  const { endpoint, bodyText, language, scopes } = question;
  const places = createTextPlaces(bodyText);
  const findings: BodyFinding[] = [];

  const note = (diagnostics: readonly Diagnostic[]): void => {
    for (const diagnostic of diagnostics) {
      const { rule, severity, offset, length, pointer } = diagnostic;
      const message = formatDiagnostic(diagnostic, language);
      findings.push({
        kind: 'rule',
        rule,
        severity,
        message,
        pointer,
        ...places.range(offset, offset + length),
      });
    }
  };
  if (isEndpointPath(endpoint)) {
    note(validateText(endpoint, bodyText, { placeholders: 'allow', nowMs }));
  }

  // The values that are made anew at each use only have to be there for the analysis.
  const lookup = createVariableLookup(scopes, { uuid: () => '', now: () => nowMs });
  const wire = composeWireBody(bodyText, lookup);
  if (!wire.ok) {
    return {
      ...foundIn(findings),
      blastRadius: null,
      targetId: null,
      wireBytes: null,
      counts: null,
    };
  }
  for (const [kind, names] of [
    ['unresolved', wire.unresolved],
    ['not_json', wire.notJson],
  ] as const) {
    for (const name of names) {
      const match = placeholderPattern(name).exec(bodyText);
      const start = match?.index ?? 0;
      findings.push({ kind, name, ...places.range(start, start + (match?.[0].length ?? 0)) });
    }
  }
  const targetId = isEndpointPath(endpoint) ? targetIdOf(endpoint, wire.value) : null;
  if (isEndpointPath(endpoint) && target !== null && target.id === targetId) {
    note(checkKnownTarget(endpoint, bodyText, target, 'allow'));
  }
  return {
    ...foundIn(findings),
    blastRadius: isEndpointPath(endpoint) ? blastRadiusOf(endpoint, wire.value) : null,
    targetId,
    wireBytes: new TextEncoder().encode(wire.json).length,
    counts: countsOf(wire.value),
  };
}
