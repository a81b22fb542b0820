// Loaded into a measured program before its own code: leaves behind, as it ends, what it took.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env['BENCH_USAGE_FILE'] ?? '';

// A worker is given this module too; the figures of the process have its share in them.
if (isMainThread) process.once('exit', tell);

function tell() {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  // Not maxRSS: that one begins with the size of the process that started this one.
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
  const peakKiB = peak === null ? null : Number(peak[1]);
  writeFileSync(file, JSON.stringify({ peakKiB, cpuMs: (userCPUTime + systemCPUTime) / 1000 }));
}
