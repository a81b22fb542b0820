import { createSandbox } from '#sandbox/create-sandbox';
import type { SandboxOptions } from '#sandbox/sandbox';
import { DeskError } from '#shared/errors';
import { errorText } from '../error-texts';
import { CommandFailure, type ExitCode, exitCodes } from '../exit-codes';
import type { Interruption } from '../interruption';
import type { Print } from '../print';

export type SandboxCommandOptions = Pick<
  SandboxOptions,
  | 'port'
  | 'latencyMs'
  | 'quotaHour'
  | 'quotaBroadcast'
  | 'quotaAudience'
  | 'quotaWindow'
  | 'quotaOthers'
  | 'scenario'
  | 'journal'
>;

/** `desk sandbox`: serves until it is told to stop. */
export async function sandbox(
  options: SandboxCommandOptions,
  deps: { readonly print: Print; readonly interruption: Interruption; now(): number },
): Promise<ExitCode> {
  const server = await createSandbox({ ...options, now: () => deps.now() }).catch(
    (error: unknown) => {
      if (!(error instanceof DeskError)) throw error;
      const code = error.code === 'port_taken' ? exitCodes.failed : exitCodes.usage;
      throw new CommandFailure(code, errorText(error), { cause: error });
    },
  );
  // Before the first line: who reads it may stop the server at once.
  const stopped = deps.interruption.takeOver();
  // The key of a server that only this machine reaches and that delivers nothing: callers need it.
  await deps.print.result(JSON.stringify({ url: server.url, apiKey: server.apiKey }));
  deps.print.note(`Listening on ${server.url}. Stop with Ctrl+C.`);
  const signal = await stopped;
  await server.stop();
  return signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.done;
}
