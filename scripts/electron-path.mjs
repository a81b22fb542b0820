// Prints the path of the Electron that this checkout runs on, fetching it first if need be.
import { ensureElectron } from './lib/electron-runtime.mjs';
import { say, warn } from './lib/say.mjs';

try {
  const { path } = await ensureElectron(warn);
  say(path);
} catch (error) {
  warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
