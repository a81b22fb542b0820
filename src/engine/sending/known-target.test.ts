import { describe, expect, it } from 'vitest';
import type { TargetKnowledge } from '#shared/domain/lookup';
import { deskOnServer } from './testing/desk-on-server';
import { sampleRequest } from './testing/sample-request';

const environmentId = 'staging';

function archived(kind: 'campaign' | 'canvas', id: string): TargetKnowledge {
  const listed = { id, name: 'Sale', tags: [], lastEdited: null, archived: true };
  return {
    kind,
    id,
    listed: { ...listed, apiCampaign: false },
    details: null,
    listFetchedAtMs: 1,
    otherKindName: null,
  };
}

describe('what is known of the target', () => {
  it('is a warning in the gate’s report, and what it warns of is sent', async () => {
    const lookups = {
      target: ({ kind, id }: { kind: 'campaign' | 'canvas'; id: string }) =>
        Promise.resolve(archived(kind, id)),
    };
    const desk = await deskOnServer(undefined, { lookups });
    const report = await desk.dispatches.check({ environmentId, request: sampleRequest() });
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'T01.archived', severity: 'warning', offset: 0 }),
    );
    expect(report.blocks).toEqual([]);
    expect((await desk.send()).outcome).toBe('accepted');
    expect(desk.seen).toHaveLength(1);
  });

  it('stops nothing where it cannot be read', async () => {
    const lookups = { target: () => Promise.reject(new Error('disk')) };
    const desk = await deskOnServer(undefined, { lookups });
    const report = await desk.dispatches.check({ environmentId, request: sampleRequest() });
    expect(report.verdict).toBe('clear');
    expect((await desk.send()).outcome).toBe('accepted');
  });
});
