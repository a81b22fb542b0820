import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memberOf } from '#shared/braze/json-value';

/** The version of the package that a file of ours belongs to; `0.0.0` where there is none above it. */
export function ownVersion(fileUrl: string): string {
  for (let folder = dirname(fileURLToPath(fileUrl)); ; folder = dirname(folder)) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const version = memberOf(manifest, 'version');
      if (memberOf(manifest, 'name') === 'dispatch-desk' && typeof version === 'string') {
        return version;
      }
    } catch {
      // No such file, or none of ours.
    }
    if (dirname(folder) === folder) return '0.0.0';
  }
}
