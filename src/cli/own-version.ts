import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const packageSchema = z.object({ name: z.literal('dispatch-desk'), version: z.string() });

/** The version of the package that a file of ours belongs to; `0.0.0` where there is none above it. */
export function ownVersion(fileUrl: string): string {
  for (let folder = dirname(fileURLToPath(fileUrl)); ; folder = dirname(folder)) {
    try {
      return packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
        .version;
    } catch {
      if (dirname(folder) === folder) return '0.0.0';
    }
  }
}
