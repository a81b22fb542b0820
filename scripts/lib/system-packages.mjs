// What Electron, the keychain and the tests need of Debian and its children.
import { existsSync } from 'node:fs';
import { runCommand, tail } from './run-command.mjs';

// A package that a newer release renamed has several names: any of them will do.
const running = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libsecret-1-0'],
];

/** To compile keytar, where its ready-made file cannot be downloaded. */
const compiling = [['libsecret-1-dev'], ['pkg-config', 'pkgconf'], ['g++'], ['make'], ['python3']];

/** A display, a keychain and Korean letters for machines without a desktop. */
const virtualDesktop = [['xvfb'], ['xauth'], ['dbus'], ['gnome-keyring'], ['fonts-nanum']];

/**
 * Installs what is missing where that is possible without asking (root on Debian or Ubuntu), and
 * otherwise says in one line what to install. Never fails: what is truly missing shows itself where
 * it is needed.
 * @param {{ virtual: boolean, say: (line: string) => void }} options `virtual`: there is no desktop
 */
export async function ensureSystemPackages({ virtual, say }) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const wanted = [...running, ...compiling, ...(virtual ? virtualDesktop : [])];
  const installed = await installedOf(wanted.flat());
  const missing = wanted.filter((names) => !names.some((name) => installed.has(name)));
  if (missing.length === 0) return;

  if (process.getuid?.() !== 0) {
    const names = (await namesHere(missing)).join(' ');
    say(`System packages are missing. To install them: sudo apt-get install ${names}`);
    return;
  }
  // A bare system has no package lists yet, and without them no name is known.
  const update = await aptGet(['update']);
  const names = await namesHere(missing);
  say(`Installing system packages: ${names.join(' ')}`);
  const install = await aptGet(['install', '--yes', '--no-install-recommends', ...names]);
  if (install.code !== 0) {
    say(`apt-get could not install them:\n${tail(update.output + install.output)}`);
  }
}

/** @param {string[]} names */
async function installedOf(names) {
  const { output } = await runCommand(
    'dpkg-query',
    ['--show', '--showformat=${db:Status-Status} ${Package}\\n', ...names],
    { output: 'capture' },
  );
  const lines = output.split('\n').filter((line) => line.startsWith('installed '));
  return new Set(lines.map((line) => line.slice('installed '.length)));
}

/**
 * The name by which this release knows each package.
 * @param {string[][]} packages
 */
async function namesHere(packages) {
  const { output } = await runCommand('apt-cache', ['policy', ...packages.flat()], {
    env: { ...process.env, LC_ALL: 'C' },
    output: 'capture',
  });
  // "name:\n  Installed: (none)\n  Candidate: 1.2", with "(none)" for a name that only others provide.
  const known = new Set(
    [...output.matchAll(/^(\S+):\n.*\n\s+Candidate: (?!\(none\))/gm)].map((match) => match[1]),
  );
  return packages.map((names) => names.find((name) => known.has(name)) ?? names[0] ?? '');
}

/** @param {string[]} args */
function aptGet(args) {
  return runCommand('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    output: 'capture',
  });
}
