import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blastRadiusOf } from '#shared/braze/blast-radius';
import { isEndpointPath } from '#shared/braze/endpoints';
import { validateText, validateValue } from '#shared/braze/validate';
import { newRequestFile, readRequestFile, type RequestParts } from '#shared/lib/request-file';
import { createVariableLookup } from '#shared/lib/variables';
import { composeWireBody } from '#shared/lib/wire-body';

const folder = join(import.meta.dirname, '../../../resources/sample-collection');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.jsonc'),
);
const dynamic = {
  uuid: () => '5f0c0000-0000-4000-8000-000000000001',
  now: () => Date.UTC(2026, 11, 1),
};

function read(file: string): RequestParts {
  const parts = readRequestFile(readFileSync(join(folder, file), 'utf8'));
  if (!parts.ok) throw new Error(`${file}:${parts.line} ${parts.reason}`);
  return parts;
}

function wire(parts: RequestParts): unknown {
  const body = composeWireBody(parts.bodyText, createVariableLookup([parts.variables], dynamic));
  if (!body.ok) throw new Error(`line ${body.line}`);
  expect(body.unresolved).toEqual([]);
  expect(body.notJson).toEqual([]);
  return body.value;
}

describe('the sample collection', () => {
  it('has its requests', () => {
    expect(files).toHaveLength(6);
    expect(files).toContain('Welcome.jsonc');
  });

  it.each(files)('%s leaves nothing to remark on, as a text and as it leaves', (file) => {
    const parts = read(file);
    if (!isEndpointPath(parts.endpoint)) throw new Error(`endpoint ${String(parts.endpoint)}`);
    const nowMs = dynamic.now();
    const findings = [
      ...validateText(parts.endpoint, parts.bodyText, { placeholders: 'allow', nowMs }),
      ...validateValue(parts.endpoint, wire(parts), { nowMs }),
    ];
    expect(findings).toEqual([]);
  });

  it('teaches every way to reach people', () => {
    const kinds = files.map((file) => {
      const parts = read(file);
      return isEndpointPath(parts.endpoint)
        ? blastRadiusOf(parts.endpoint, wire(parts)).kind
        : null;
    });
    expect([...new Set(kinds)].sort()).toEqual(['audience', 'recipients', 'segment']);
  });

  it('is told from a file that would not pass', () => {
    const broken = readRequestFile(
      newRequestFile('/campaigns/trigger/send', '{ "campaign_id": 5 }'),
    );
    expect(
      broken.ok && validateText('/campaigns/trigger/send', broken.bodyText).length,
    ).toBeGreaterThan(0);
  });
});
