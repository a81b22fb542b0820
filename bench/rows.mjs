// From a CSV file to packed calls: a survey reads, maps, checks and packs every row and looks for repeated users.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { projectRoot } from '../scripts/lib/paths.mjs';
import { median, spread } from './statistics.mjs';

const rowCount = 1_000_000;
const runs = 3;

/**
 * @param {(line: string) => void} say
 */
export async function measureRows(say) {
  const parent = join(projectRoot, '.cache', 'bench');
  mkdirSync(parent, { recursive: true });
  // Inside the project, so that the built module finds its packages.
  const scratch = mkdtempSync(join(parent, 'rows-'));
  try {
    const survey = await buildSurvey(scratch);
    const file = join(scratch, 'rows.csv');
    await writeRows(file);
    /** @type {number[]} */
    const times = [];
    /** @type {number[]} */
    const peaks = [];
    for (let run = 0; run < runs; run += 1) {
      const program = join(projectRoot, 'bench', 'rows-program.mjs');
      const { stdout } = await promisify(execFile)(process.execPath, [program, survey, file]);
      const { rows, ready, calls, ms, peakBytes } = JSON.parse(stdout);
      if (rows !== rowCount || ready !== rowCount || calls !== rowCount / 50) {
        throw new Error(`counted ${stdout}`);
      }
      times.push(ms);
      peaks.push(peakBytes / 2 ** 20);
      say(`${Math.round(ms)} ms, ${Math.round(peakBytes / 2 ** 20)} MiB`);
    }
    return {
      what: 'survey of a CSV file: read, mapped, checked, packed, repeated users found',
      rows: rowCount,
      fileBytes: statSync(file).size,
      runs,
      ms: spread(times),
      rowsPerSecond: Math.round((rowCount / median(times)) * 1000),
      peakMiB: spread(peaks),
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * The part of the program that is measured, built as the app's own build does.
 * @param {string} outDir
 * @returns {Promise<string>} the module's path
 */
async function buildSurvey(outDir) {
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(projectRoot, 'src/engine/runs/rows/survey-rows.ts'),
      outDir,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'survey-rows.mjs' } },
    },
  });
  return join(outDir, 'survey-rows.mjs');
}

/** @param {string} path */
async function writeRows(path) {
  const file = createWriteStream(path);
  file.write('external_user_id,first_name,code,city,score\n');
  for (let start = 0; start < rowCount; start += 1000) {
    let text = '';
    for (let row = start; row < start + 1000; row += 1) {
      text += `user-${row},"Anna, ${row % 1000}",C-${row * 7},München,${row % 100}\n`;
    }
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}
