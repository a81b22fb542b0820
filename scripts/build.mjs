// npm run build
import { build } from './lib/build.mjs';
import { say, seconds, warn } from './lib/say.mjs';

const began = performance.now();
try {
  await build();
  say(`Built in ${seconds(performance.now() - began)}`);
} catch (error) {
  warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
