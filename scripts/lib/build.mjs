// Builds the app into `out`, and knows whether that is needed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { runCommand } from './run-command.mjs';

const stampFile = join(projectRoot, 'out', '.built-from');

/** Whatever the build reads. */
const sources = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

/**
 * Builds if a source has changed since the last build. Throws with the builder's words.
 * @param {(line: string) => void} say
 */
export async function buildIfChanged(say) {
  if (builtFrom() === stateOfSources()) return;
  say('Building');
  await build();
}

/** Builds in any case. Throws with the builder's words. */
export async function build() {
  // Read before the build: what changes while it runs must count as changed.
  const state = stateOfSources();
  const builder = join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js');
  const { code, output } = await runCommand(process.execPath, [builder, 'build'], {
    cwd: projectRoot,
    output: 'capture',
  });
  if (code !== 0) throw new Error(`The build failed:\n${output.trimEnd()}`);
  writeFileSync(stampFile, state);
}

function builtFrom() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
}

/** Names, sizes and times of all sources: one pass over the tree, reading none of them. */
function stateOfSources() {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(projectRoot, source);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [path];
    for (const file of files) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
