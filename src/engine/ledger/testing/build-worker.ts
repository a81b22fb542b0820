import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/**
 * Builds a program of this room to JavaScript that plain Node can start, as the app's build does.
 * Inside the project, so that it finds the native modules.
 * @param entry path from the project's folder. Default: the ledger's worker.
 */
export async function buildWorker(entry = 'src/engine/ledger/worker.ts'): Promise<URL> {
  const parent = join(root, '.cache', 'test-builds');
  mkdirSync(parent, { recursive: true });
  const outDir = mkdtempSync(join(parent, 'program-'));
  // Another user may have to start it.
  chmodSync(outDir, 0o755);
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, entry),
      outDir,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'program.js' } },
    },
  });
  return pathToFileURL(join(outDir, 'program.js'));
}
