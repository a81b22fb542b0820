// npm test: every stage, ending at the first that fails. `npm test -- unit e2e` runs only those;
// after a single stage, further words go to its tool: `npm test -- unit src/shared`.
import { checkNode } from './lib/setup.mjs';
import { say, seconds, warn } from './lib/say.mjs';
import { stages } from './lib/test-stages.mjs';

const words = process.argv.slice(2);
const named = words.filter((word) => word in stages);
const chosen = named.length > 0 ? [...new Set(named)] : Object.keys(stages);
const rest = words.filter((word) => !(word in stages));

if (rest.length > 0 && named.length !== 1) {
  warn(`Not a stage: ${rest.join(' ')}. There are: ${Object.keys(stages).join(', ')}`);
  process.exitCode = 2;
} else {
  process.exitCode = await runStages(chosen, rest);
}

/**
 * @param {string[]} names
 * @param {string[]} args
 */
async function runStages(names, args) {
  /** @type {string[]} */
  const summary = [];
  const total = { passed: 0, failed: 0 };
  let ok = true;
  for (const name of names) {
    if (!ok) {
      summary.push(`${name.padEnd(8)} not run`);
      continue;
    }
    say(`\n── ${name}`);
    const began = performance.now();
    const result = await runStage(name, args);
    ok = result.ok;
    total.passed += result.passed ?? 0;
    // A stage can fail without a failing test of its own: that is a failure too.
    total.failed += Math.max(result.failed ?? 0, result.ok ? 0 : 1);
    summary.push(describe(name, result, performance.now() - began));
  }
  say(`\n${summary.join('\n')}\n`);
  say(`${total.passed} passed, ${total.failed} failed`);
  return ok ? 0 : 1;
}

/**
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<import('./lib/test-stages.mjs').StageResult>}
 */
async function runStage(name, args) {
  try {
    checkNode();
    return (await stages[name]?.(args)) ?? { ok: false };
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    return { ok: false };
  }
}

/**
 * @param {string} name
 * @param {import('./lib/test-stages.mjs').StageResult} result
 * @param {number} milliseconds
 */
function describe(name, { ok, passed, failed, skipped }, milliseconds) {
  const counts = passed === undefined ? '' : `${passed} passed, ${failed ?? 0} failed`;
  const left = skipped ? `, ${skipped} skipped` : '';
  const columns = [name.padEnd(8), ok ? 'ok    ' : 'FAILED', seconds(milliseconds).padStart(8)];
  return `${columns.join('  ')}  ${counts}${left}`.trimEnd();
}
