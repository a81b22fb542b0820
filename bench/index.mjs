// Prints one JSON value: what performance claims rest on. `npm run bench -- start` runs one entry.
import { cpus, totalmem } from 'node:os';
import { measurePeers } from './peers.mjs';
import { measureCost } from './cost.mjs';
import { measureKills } from './kill.mjs';
import { measureMemory } from './memory.mjs';
import { measureQuota } from './quota.mjs';
import { measureRows } from './rows.mjs';
import { measureStart } from './start.mjs';
import { measureTyping } from './typing.mjs';
import { measureValidate } from './validate.mjs';

const entries = {
  start: measureStart,
  typing: measureTyping,
  rows: measureRows,
  validate: measureValidate,
  peers: measurePeers,
  cost: measureCost,
  kill: measureKills,
  memory: measureMemory,
  quota: measureQuota,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in entries));
if (unknown.length > 0) {
  process.stderr.write(
    `Unknown: ${unknown.join(', ')}. There are: ${Object.keys(entries).join(', ')}\n`,
  );
  process.exit(2);
}

/** @type {Record<string, unknown>} */
const results = {};
for (const [name, measure] of Object.entries(entries)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name}\n`);
  results[name] = await measure((line) => process.stderr.write(`  ${line}\n`));
}

const report = {
  at: new Date().toISOString(),
  machine: {
    platform: process.platform,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  },
  results,
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
