import { isEndpointPath } from '#shared/braze/endpoints';
import type { Mapping } from '#shared/domain/run';
import { compileMapping, type MappingProblem } from '#shared/lib/row-mapping';

/** All that is wrong with a mapping for an endpoint; `column` is empty where it is about no single one. */
export function mappingProblemsOf(mapping: Mapping, endpoint: string): readonly MappingProblem[] {
  if (!isEndpointPath(endpoint)) {
    return [{ code: 'endpoint_without_recipients', column: '', target: endpoint }];
  }
  const compiled = compileMapping(mapping, endpoint);
  return compiled.ok ? [] : compiled.problems;
}
