import { type ExitCode, exitCodes } from '../exit-codes';
import { readLineBlocks } from '../read-lines';
import { answerLines } from './answer-lines';
import type { ValidateDeps, ValidateOptions } from './validate';

/** Reads `{name, endpoint, body}` a line and answers each with a line, in order, as they come. */
export async function validateLines(
  chunks: AsyncIterable<Uint8Array>,
  { endpoint, lang }: Pick<ValidateOptions, 'endpoint' | 'lang'>,
  { print, now }: ValidateDeps,
): Promise<ExitCode> {
  let worst: ExitCode = exitCodes.done;
  for await (const block of readLineBlocks(chunks)) {
    const { text, faults, hasErrors } = answerLines(block, { endpoint, lang }, now());
    if (faults.length > 0) worst = exitCodes.usage;
    else if (hasErrors && worst === exitCodes.done) worst = exitCodes.failed;
    for (const fault of faults) print.note(`standard input:${fault.number}: ${fault.text}`);
    if (text !== '') await print.result(text);
    if (print.isClosed()) return exitCodes.failed;
  }
  return worst;
}
