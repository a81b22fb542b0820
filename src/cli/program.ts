import { Command, CommanderError, Option } from 'commander';
import { scenarios } from '#sandbox/scenarios';
import { maxRunConcurrency } from '#shared/domain/run-state';
import { DeskError } from '#shared/errors';
import { languages } from '#shared/domain/language';
import type { DoctorOptions } from './commands/doctor';
import type { SearchOptions } from './commands/history';
import type { RunOptions } from './commands/run';
import type { SandboxCommandOptions } from './commands/sandbox';
import type { SendOptions } from './commands/send';
import { validate, type ValidateOptions } from './commands/validate';
import type { DeskDeps } from './desk-deps';
import { errorText } from './error-texts';
import { CommandFailure, type ExitCode, exitCodes, exitCodesHelp } from './exit-codes';
import {
  collect,
  collectMapping,
  collectOutcome,
  collectReport,
  collectVariable,
  moment,
  quotaWindow,
  wholeNumber,
} from './option-values';

const anyCount = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const waitMs = wholeNumber(0, 2_147_483_647);

/** Reads the arguments, runs the command, and says how it ended; prints one line for what failed. */
export async function runProgram(args: readonly string[], deps: DeskDeps): Promise<ExitCode> {
  let ended: ExitCode = exitCodes.done;
  const program = createProgram(deps, (code) => {
    ended = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return ended;
  } catch (error) {
    return failed(error, deps);
  }
}

function failed(error: unknown, { print }: DeskDeps): ExitCode {
  if (error instanceof CommandFailure) {
    print.note(error.message);
    return error.exitCode;
  }
  if (error instanceof DeskError) {
    print.note(errorText(error));
    return error.code === 'environment_unknown' || error.code === 'host_invalid'
      ? exitCodes.usage
      : exitCodes.failed;
  }
  // Commander has printed its own line, or the help that was asked for.
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  throw error;
}

function createProgram(deps: DeskDeps, end: (code: ExitCode) => void): Command {
  const { print } = deps;
  const program = new Command('desk')
    .description('Compose, check, send and audit Braze dispatches without a window.')
    .version(deps.version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .option(
      '--home <folder>',
      'where all user data is (default: DESK_HOME, or the app’s own place)',
    )
    .addOption(
      new Option('--format <format>', 'how results are printed')
        .choices(['text', 'json'])
        .default('text'),
    )
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('afterAll', exitCodesHelp)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void print.result(text.trimEnd()),
      writeErr: (text) => {
        print.note(text.trimEnd());
      },
    });
  const home = (): string | undefined => program.opts<{ home?: string }>().home;
  const format = (): 'text' | 'json' => program.opts<{ format: 'text' | 'json' }>().format;

  program
    .command('validate')
    .summary('check request files against the rules R01 to R35')
    .description('Checks request files, or bare bodies with --endpoint; - is standard input.')
    .argument('[file...]', 'request files')
    .option('--endpoint <path>', 'what a bare body is for, such as /campaigns/trigger/send')
    .option(
      '--ndjson',
      'read {name, endpoint, body} a line from standard input, answer each with a line',
    )
    .addOption(
      new Option('--lang <language>', 'language of the messages').choices(languages).default('en'),
    )
    .action(async (files: string[], options: Omit<ValidateOptions, 'format'>) => {
      end(await validate(files, { ...options, format: format() }, deps));
    });

  program
    .command('sandbox')
    .summary('start the Braze-compatible server on 127.0.0.1')
    .description(
      'Serves until it is stopped. The first line of output is {"url", "apiKey"} as JSON.',
    )
    .option('--port <n>', 'port (default: any free one)', wholeNumber(0, 65_535))
    .option('--latency <ms>', 'wait before each answer', waitMs)
    .option('--quota-hour <n>', 'calls an hour that name their users', anyCount)
    .option('--quota-broadcast <n>', 'broadcast calls a minute', anyCount)
    .option('--quota-audience <n>', 'broadcast calls a minute to one audience', anyCount)
    .option(
      '--quota-window <n/seconds>',
      'a further window that only the headers tell of, such as 500/10',
      quotaWindow,
    )
    .option('--quota-others <percent>', 'share that somebody else takes', wholeNumber(0, 99))
    .addOption(
      new Option('--scenario <name>', 'what becomes of sends').choices(
        scenarios.map(({ id }) => id),
      ),
    )
    .option('--journal <file>', 'append a line of JSON for each request received')
    .action(async ({ latency, ...options }: SandboxCommandOptions & { latency?: number }) => {
      const { sandbox } = await import('./commands/sandbox');
      end(await sandbox({ ...options, latencyMs: latency }, deps));
    });

  program
    .command('send')
    .summary('send one request file')
    .description(
      'Sends once, through the same gate and ledger as the app, and prints the dispatch as JSON.\n' +
        'Never sends again by itself.',
    )
    .argument('<request>', 'request file, or - for standard input')
    .addOption(new Option('--env <name>', 'a saved environment, by name or id').conflicts('url'))
    .option('--url <url>', 'an unsaved environment; its key is read from DESK_API_KEY')
    .option('--endpoint <path>', 'what a bare body is for')
    .option('--var <name=value>', 'a value for {{name}} (may be repeated)', collectVariable)
    .option('--dry-run', 'print what the gate says and send nothing')
    .option('--confirm <text>', 'what the gate asks for (may be repeated)', collect)
    .option('--repeat', 'send although the same was sent a short while ago')
    .option('--timeout <ms>', 'how long the call may take', wholeNumber(1, 600_000))
    .action(async (request: string, options: Omit<SendOptions, 'home' | 'request'>) => {
      const { send } = await import('./commands/send');
      end(await send({ ...options, request, home: home() }, deps));
    });

  program
    .command('run')
    .summary('send a request for every row of a data file')
    .description(
      'Packs the rows of a CSV, JSON or NDJSON file into calls and sends them within the quota.\n' +
        'What has left is written down before it leaves: a run that was paused or cut off goes on\n' +
        'with --resume, and no row of a call that had its answer is sent again.',
    )
    .argument('[request]', 'request file, or - for standard input; not with --resume')
    .option(
      '--data <file>',
      'CSV, JSON or NDJSON; columns named as recipient fields map by themselves',
    )
    .addOption(new Option('--env <name>', 'a saved environment, by name or id').conflicts('url'))
    .option('--url <url>', 'an unsaved environment; its key is read from DESK_API_KEY')
    .option('--endpoint <path>', 'what a bare body is for')
    .option('--var <name=value>', 'a value for {{name}} (may be repeated)', collectVariable)
    .option(
      '--map <column=path>',
      'where a column goes: trigger_properties.code, request.send_id … (may be repeated)',
      collectMapping,
    )
    .option('--batch <n>', 'most recipients a call', wholeNumber(1, 50), 50)
    .option('--concurrency <n>', 'most calls in flight', wholeNumber(1, maxRunConcurrency), 32)
    .option('--reserve <percent>', 'share of the quota to leave to others', wholeNumber(0, 90))
    .option('--stop-after <n>', 'pause after so many failed calls', wholeNumber(1, 1_000_000_000))
    .option('--resume <run>', 'go on with a run that was paused or cut off')
    .option('--report <kind=file>', 'junit=FILE or json=FILE (may be repeated)', collectReport)
    .option('--confirm <text>', 'what the gate asks for (may be repeated)', collect)
    .option('--repeat', 'begin although the same was begun a short while ago')
    .option('--timeout <ms>', 'how long one call may take', wholeNumber(1, 600_000))
    .action(
      async (
        request: string | undefined,
        options: Omit<RunOptions, 'home' | 'request' | 'format'>,
      ) => {
        const { run } = await import('./commands/run');
        end(await run({ ...options, request, home: home(), format: format() }, deps));
      },
    );

  const history = program
    .command('history')
    .summary('look into the ledger: search, show')
    .description('Looks into the ledger, offline.')
    .helpCommand('help [command]', 'show help for a command');
  history
    .command('search')
    .summary('find dispatches, newest first')
    .argument('<query>', 'words: a campaign, a dispatch_id, a user, an error …; "" for all')
    .option('--env <name>', 'only of this environment, by name or id')
    .option('--outcome <name>', 'only with this outcome (may be repeated)', collectOutcome)
    .option('--since <date>', 'from this day or time on', moment(false))
    .option('--until <date>', 'up to this day or time', moment(true))
    .option('--limit <n>', 'at most so many', wholeNumber(1, 100_000), 50)
    .action(async (query: string, options: Omit<SearchOptions, 'query' | 'home' | 'format'>) => {
      const { searchHistory } = await import('./commands/history');
      end(await searchHistory({ ...options, query, home: home(), format: format() }, deps));
    });
  history
    .command('show')
    .summary('print one dispatch with everything that was sent and came back')
    .argument('<id>', 'its id, as search prints it')
    .action(async (id: string) => {
      const { showHistory } = await import('./commands/history');
      end(await showHistory(id, { home: home(), format: format() }, deps));
    });

  program
    .command('doctor')
    .summary('show versions, keychain, ledger, paths and whether an environment answers')
    .addOption(new Option('--env <name>', 'the environment to try').conflicts('url'))
    .option('--url <url>', 'an unsaved environment; its key is read from DESK_API_KEY')
    .action(async (options: Pick<DoctorOptions, 'env' | 'url'>) => {
      const { doctor } = await import('./commands/doctor');
      end(await doctor({ ...options, home: home(), format: format() }, deps));
    });

  return program;
}
