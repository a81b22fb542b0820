// `desk validate --ndjson` on 1,000 bodies of 50 recipients, whole process, against a bare loop that reads, parses and
// prints the same lines, in turn and in the same run, because the machine's own speed drifts.
import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../scripts/lib/paths.mjs';
import { sampleBody } from './bodies.mjs';
import { median, spread } from './statistics.mjs';

const runs = 7;
const bodies = 1_000;
const bareLoop = `
let rest = '';
process.stdin.setEncoding('utf8');
for await (const chunk of process.stdin) {
  const lines = (rest + chunk).split('\\n');
  rest = lines.pop() ?? '';
  for (const line of lines) process.stdout.write(JSON.stringify({ name: JSON.parse(line).name }) + '\\n');
}
`;

/** @param {(line: string) => void} say */
export async function measureValidate(say) {
  const scratch = mkdtempSync(join(tmpdir(), 'dispatch-desk-bench-'));
  try {
    const file = join(scratch, 'bodies.ndjson');
    const lines = Array.from({ length: bodies }, (_, index) =>
      JSON.stringify({
        name: `body ${index}`,
        endpoint: '/campaigns/trigger/send',
        body: sampleBody(index),
      }),
    );
    writeFileSync(file, `${lines.join('\n')}\n`);
    const desk = [join(projectRoot, 'out/main/desk.js'), 'validate', '--ndjson'];
    const bare = ['--input-type=module', '--eval', bareLoop];
    // V8 keeps no code between processes; the first runs only bring the files into the cache.
    await timed(desk, file);
    await timed(bare, file);

    /** @type {number[]} */
    const deskMs = [];
    /** @type {number[]} */
    const bareMs = [];
    for (let run = 0; run < runs; run += 1) {
      const deskTime = await timed(desk, file);
      const bareTime = await timed(bare, file);
      deskMs.push(deskTime);
      bareMs.push(bareTime);
      say(`desk ${Math.round(deskTime)} ms, bare loop ${Math.round(bareTime)} ms`);
    }
    return {
      what: 'desk validate --ndjson, start to end of the process, against a loop that only parses and prints',
      bodies,
      recipients: 50,
      bytes: statSync(file).size,
      runs,
      deskMs: spread(deskMs),
      bareMs: spread(bareMs),
      ratio: Number((median(deskMs) / median(bareMs)).toFixed(2)),
      limitMs: 2_000,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Milliseconds from spawning to the end; throws unless every line was answered.
 * @param {readonly string[]} args
 * @param {string} file
 * @returns {Promise<number>}
 */
async function timed(args, file) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  createReadStream(file, { highWaterMark: 1 << 20 }).pipe(child.stdin);
  let answered = 0;
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
    for (const byte of chunk) if (byte === 10) answered += 1;
  });
  await new Promise((resolve) => child.once('close', resolve));
  const elapsed = performance.now() - startedAt;
  if (answered !== bodies) throw new Error(`${answered} of ${bodies} lines were answered`);
  return elapsed;
}
