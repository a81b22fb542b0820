import { MISSING_RULES } from '#shared/braze/built-rules';
import { levelOf } from '#shared/braze/diagnostic';
import { validateText } from '#shared/braze/validate';
import type { Language } from '#shared/domain/language';
import { CommandFailure, type ExitCode, exitCodes } from '../exit-codes';
import { type Finding, findingsOf } from '../finding';
import type { Print } from '../print';
import { type ReadInput, readRequestInput } from '../request-input';
import { validateLines } from './validate-lines';

export interface ValidateOptions {
  readonly ndjson?: boolean;
  readonly endpoint: string | undefined;
  readonly lang: Language;
  readonly format: 'text' | 'json';
}

export interface ValidateDeps {
  readonly print: Print;
  readonly readInput: ReadInput;
  now(): number;
}

/** What was found in one request. */
export interface Verdict {
  readonly name: string;
  readonly endpoint: string;
  readonly level: 'valid' | 'warning' | 'error';
  readonly diagnostics: readonly Finding[];
}

/** `desk validate`: checks files, or lines from standard input, against the rules. */
export async function validate(
  files: readonly string[],
  options: ValidateOptions,
  deps: ValidateDeps,
): Promise<ExitCode> {
  const { print } = deps;
  if (MISSING_RULES.length > 0)
    print.note(`Not checked, as not built: ${MISSING_RULES.join(', ')}`);
  if (options.ndjson === true) {
    if (files.length > 0) {
      throw new CommandFailure(
        exitCodes.usage,
        '--ndjson reads standard input; leave the files out',
      );
    }
    return validateLines(deps.readInput(), options, deps);
  }
  if (files.length === 0) {
    throw new CommandFailure(exitCodes.usage, 'no file given; name request files, - or --ndjson');
  }

  const verdicts: Verdict[] = [];
  let unusable = false;
  for (const file of files) {
    try {
      const verdict = await validateFile(file, options, deps);
      verdicts.push(verdict);
      if (options.format === 'text') await print.result(asText(verdict));
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      unusable = true;
      print.note(error.message);
    }
  }
  if (options.format === 'json') await print.result(JSON.stringify(verdicts));
  if (unusable) return exitCodes.usage;
  return verdicts.some(({ level }) => level === 'error') ? exitCodes.failed : exitCodes.done;
}

async function validateFile(
  file: string,
  options: ValidateOptions,
  deps: ValidateDeps,
): Promise<Verdict> {
  const input = await readRequestInput(file, options.endpoint, deps.readInput);
  const diagnostics = validateText(input.endpoint, input.bodyInPlace, {
    // Values come from the environment and the command line, which are not known here.
    placeholders: 'allow',
    nowMs: deps.now(),
  });
  return {
    name: file,
    endpoint: input.endpoint,
    level: levelOf(diagnostics),
    diagnostics: findingsOf(diagnostics, options.lang, input.bodyInPlace),
  };
}

function asText({ name, level, diagnostics }: Verdict): string {
  const lines = diagnostics.map(
    ({ line, column, severity, rule, message, path }) =>
      `${name}:${line ?? 1}:${column ?? 1}: ${severity} ${rule} ${message}${path === '' ? '' : ` (${path})`}`,
  );
  return [...lines, `${name}: ${level}`].join('\n');
}
