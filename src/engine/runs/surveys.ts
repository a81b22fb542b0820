import { isEndpointPath } from '#shared/braze/endpoints';
import type { Environment } from '#shared/domain/environment';
import type { GateReport } from '#shared/domain/gate';
import { DeskError } from '#shared/errors';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { SentBefore } from '#shared/domain/sent-before';
import type { Publish } from '../publish';
import { type ComposeDeps, composeRequest } from '../sending/compose-request';
import { withSentBefore } from '../sending/gate';
import { surveyRows } from './rows/survey-rows';

/** Surveys of data files, for the routes of that name. */
export interface Surveys {
  survey(input: ParsedInput<'runs.survey'>): Promise<RouteOutput<'runs.survey'>>;
  /** Ends a survey; nothing happens where it has ended already. */
  cancelSurvey(input: ParsedInput<'runs.cancelSurvey'>): Promise<null>;
}

/** What surveys need. */
export interface SurveysDeps extends ComposeDeps {
  /** @throws DeskError `data_file_unknown`. */
  fileOf(token: string): string;
  /** @throws DeskError `environment_unknown`. */
  environmentOf(id: string): Environment;
  /** What the gate says of the run as a whole, scrubbed. */
  gate(environment: Environment, request: OutgoingRequest): Promise<GateReport>;
  /** A run with the same request over the same file, a short while ago. @param sha256 of the file. */
  repeated(
    environment: Environment,
    request: OutgoingRequest,
    sha256: string,
  ): Promise<SentBefore | null>;
  scrub(text: string): string;
  monotonicMs(): number;
  readonly publish: Publish;
}

/** How often progress is told, in milliseconds. */
const progressMs = 100;

/**
 * Makes the surveys. A request that cannot be made into calls is not read for: the gate's report says why.
 * Throws the codes of data files, `mapping_invalid`, and `call_cancelled`.
 */
export function createSurveys(deps: SurveysDeps): Surveys {
  const underWay = new Map<string, AbortController>();
  return {
    async survey({ survey: id, environmentId, request, file, options, mapping, batch }) {
      const path = deps.fileOf(file);
      const environment = deps.environmentOf(environmentId);
      const report = await deps.gate(environment, request);
      const { wire } = composeRequest(environment, request, deps);
      const { endpoint } = request;
      if (!wire.ok || !isEndpointPath(endpoint)) return { survey: null, report };
      const stop = new AbortController();
      underWay.set(id, stop);
      let toldMs = Number.NEGATIVE_INFINITY;
      try {
        const found = await surveyRows(
          { path, source: options, mapping, endpoint, bodyJson: wire.json, batch },
          {
            signal: stop.signal,
            onProgress(progress) {
              const now = deps.monotonicMs();
              if (now - toldMs < progressMs) return;
              toldMs = now;
              deps.publish('survey.progressed', { survey: id, ...progress });
            },
          },
        );
        const { firstCall } = found;
        const before = await deps.repeated(environment, request, found.fingerprint.sha256);
        return {
          survey: {
            ...found,
            firstCall: firstCall && { ...firstCall, body: deps.scrub(firstCall.body) },
          },
          report: withSentBefore(report, before),
        };
      } catch (error) {
        if (stop.signal.aborted) throw new DeskError('call_cancelled', {}, { cause: error });
        throw error;
      } finally {
        underWay.delete(id);
      }
    },
    cancelSurvey: ({ survey: id }) => {
      underWay.get(id)?.abort();
      return Promise.resolve(null);
    },
  };
}
