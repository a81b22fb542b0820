import type { MappingProblem } from '#shared/lib/row-mapping';
import type { useRunSetupStore } from '../../../stores/run-setup';

/** Why a run cannot begin yet. */
export type StartHindrance =
  | 'request'
  | 'environment'
  | 'file'
  | 'mapping'
  | 'reading'
  | 'cancelled'
  | 'failed'
  | 'gate'
  | 'nothing';

type Setup = Pick<
  ReturnType<typeof useRunSetupStore>,
  'outgoing' | 'environment' | 'inspection' | 'survey'
>;

/** The first thing that keeps a run from beginning; null: it may. */
export function startHindrance(
  { outgoing, environment, inspection, survey }: Setup,
  mappingProblems: readonly MappingProblem[],
): StartHindrance | null {
  if (outgoing === null) return 'request';
  if (environment === null) return 'environment';
  if (inspection === null) return 'file';
  if (mappingProblems.length > 0) return 'mapping';
  if (survey === null || survey.state === 'reading') return 'reading';
  if (survey.state !== 'done') return survey.state;
  if (survey.report?.verdict === 'blocked' || survey.survey === null) return 'gate';
  return survey.survey.ready === 0 ? 'nothing' : null;
}
