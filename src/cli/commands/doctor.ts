import { access } from 'node:fs/promises';
import { arch, platform, release } from 'node:os';
import { homePaths } from '#engine/home';
import type { KeyCheck } from '#shared/domain/environment';
import { DeskError } from '#shared/errors';
import type { AppProblem } from '#shared/ipc/contract';
import type { EnvironmentChoice } from '../chosen-environment';
import type { DeskDeps } from '../desk-deps';
import { errorText } from '../error-texts';
import { type ExitCode, exitCodes } from '../exit-codes';
import { type OpenEngine, withEngine } from '../with-engine';

export interface DoctorOptions extends EnvironmentChoice {
  readonly home: string | undefined;
  readonly format: 'text' | 'json';
}

/** What there is to know about this installation; no key is ever in it. */
interface Findings {
  readonly versions: Readonly<Record<string, string>>;
  readonly paths: readonly {
    readonly name: string;
    readonly path: string;
    readonly exists: boolean;
  }[];
  readonly keychain: { readonly state: string; readonly detail: string | null };
  readonly ledger: { readonly state: string; readonly dispatches: number | null };
  readonly environments: readonly {
    readonly id: string;
    readonly name: string;
    readonly key: string;
  }[];
  readonly check: (KeyCheck & { readonly environment: string }) | null;
  readonly problems: readonly AppProblem[];
}

/** `desk doctor`: looks, and sends no message. */
export async function doctor(options: DoctorOptions, deps: DeskDeps): Promise<ExitCode> {
  const findings = await withEngine(options, deps, (open) => examine(open, deps));
  if (options.format === 'json') await deps.print.result(JSON.stringify(findings));
  else await deps.print.result(asText(findings));
  const bad =
    findings.ledger.state !== 'ready' ||
    findings.problems.length > 0 ||
    (findings.check !== null && findings.check.verdict !== 'ok');
  return bad ? exitCodes.failed : exitCodes.done;
}

async function examine(
  { engine, environment, home, keychain }: OpenEngine,
  deps: DeskDeps,
): Promise<Findings> {
  const environments = await engine.environments.list();
  const places = Object.entries({ home, ...homePaths(home) });
  return {
    versions: {
      desk: deps.version,
      node: process.versions.node,
      system: `${platform()} ${release()} ${arch()}`,
    },
    paths: await Promise.all(
      places.map(async ([name, path]) => ({ name, path, exists: await isThere(path) })),
    ),
    keychain: await keychain(),
    ledger: await ledgerState(() =>
      engine.history.list({ query: '', environmentId: null, outcomes: [], before: null, limit: 1 }),
    ),
    environments: await Promise.all(
      environments.map(async ({ id, name }) => ({
        id,
        name,
        key: (await engine.secrets.status({ environmentId: id })).state,
      })),
    ),
    check:
      environment === null
        ? null
        : {
            environment: environment.name,
            ...(await engine.environments.checkKey({ environmentId: environment.id })),
          },
    problems: engine.problems.list(),
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function ledgerState(
  look: () => Promise<{ readonly total: number }>,
): Promise<Findings['ledger']> {
  try {
    return { state: 'ready', dispatches: (await look()).total };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return { state: error.code, dispatches: null };
  }
}

function asText({
  versions,
  paths,
  keychain,
  ledger,
  environments,
  check,
  problems,
}: Findings): string {
  const lines: [string, string][] = [
    ...Object.entries(versions),
    ...paths.map(({ name, path, exists }): [string, string] => [
      name,
      exists ? path : `${path} (not there yet)`,
    ]),
    [
      'keychain',
      keychain.detail === null ? keychain.state : `${keychain.state}: ${keychain.detail}`,
    ],
    [
      'ledger',
      ledger.dispatches === null
        ? ledger.state
        : `${ledger.state}, ${ledger.dispatches} dispatches`,
    ],
    ...environments.map(({ id, name, key }): [string, string] => [
      'environment',
      `${name} (${id}), key ${key}`,
    ]),
  ];
  if (check !== null) {
    const answer = check.status === null ? '' : `, HTTP ${check.status}`;
    lines.push([
      'check',
      `${check.environment} at ${check.host}: ${check.verdict}${answer}, ${Math.round(check.elapsedMs)} ms`,
    ]);
  }
  for (const problem of problems) lines.push(['problem', errorText(problem)]);
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, text]) => `${name.padEnd(width)}  ${text}`).join('\n');
}
