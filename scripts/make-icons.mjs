// Draws resources/icons/icon.svg as PNG in every size the app ships. Run it after changing the drawing,
// on a built app: node scripts/virtual-desktop.mjs --if-needed -- node scripts/make-icons.mjs
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { ensureElectron, sandboxArguments } from './lib/electron-runtime.mjs';
import { projectRoot } from './lib/paths.mjs';
import { say } from './lib/say.mjs';

const sizes = [512, 256, 128, 64, 32, 16];
const folder = join(projectRoot, 'resources', 'icons');
const home = mkdtempSync(join(tmpdir(), 'dispatch-desk-icons-'));

const { path } = await ensureElectron();
const app = await _electron.launch({
  executablePath: path,
  args: [projectRoot, ...sandboxArguments()],
  cwd: projectRoot,
  env: { ...process.env, DESK_HOME: home },
});
try {
  const page = await app.firstWindow();
  const drawing = readFileSync(join(folder, 'icon.svg')).toString('base64');
  for (const size of sizes) {
    const picture = await page.evaluate(async ([svg, pixels]) => {
      const image = new Image();
      image.src = `data:image/svg+xml;base64,${svg}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = pixels;
      canvas.getContext('2d')?.drawImage(image, 0, 0, pixels, pixels);
      return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
    }, /** @type {const} */ ([drawing, size]));
    writeFileSync(join(folder, `${size}x${size}.png`), Buffer.from(picture, 'base64'));
    say(`${size} × ${size}`);
  }
} finally {
  await app.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
