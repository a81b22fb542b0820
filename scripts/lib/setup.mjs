// Everything between a fresh clone and a runnable checkout. Each step first looks whether it is
// needed, so a second start does none of them. Node built-ins only, until the packages are there.
import { ensureDependencies, ensureKeychainModule } from './dependencies.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** The oldest Node that the tools run on. */
const oldestNode = [20, 19];

/** Throws one plain sentence when this Node is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(`Node ${oldestNode.join('.')} or newer is needed; this is ${process.version}.`);
  }
}

/**
 * @param {{ virtual: boolean, say: (line: string) => void }} options `virtual`: the app will run on
 *   a virtual desktop
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>}
 */
export async function setUp({ virtual, say }) {
  checkNode();
  await ensureSystemPackages({ virtual, say });
  await ensureDependencies(say);
  await ensureKeychainModule(say);
  const { ensureElectron } = await import('./electron-runtime.mjs');
  return ensureElectron(say);
}
