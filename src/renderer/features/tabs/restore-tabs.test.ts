import { describe, expect, it } from 'vitest';
import type { Draft } from '#shared/domain/draft';
import { settingsDefaults } from '#shared/domain/settings';
import { restoredTabs } from './restore-tabs';

const ref = { root: 'c', path: 'Welcome.jsonc' };

function draft(id: string, change: Partial<Draft> = {}): Draft {
  return {
    id,
    ref: null,
    title: 'Untitled',
    text: '{"endpoint": "/messages/send", "body": {"kept": 1}}',
    baseRevision: null,
    savedAt: '2026-01-01T00:00:00.000Z',
    ...change,
  };
}

describe('tabs after a start', () => {
  it('come back in their order, edits included', async () => {
    const settings = {
      ...settingsDefaults,
      tabs: [
        { draftId: null, ref: { root: 'c', path: 'Receipt.jsonc' } },
        { draftId: 'd1', ref },
      ],
    };
    const tabs = await restoredTabs(settings, [draft('d1', { ref, baseRevision: '7' })]);
    expect(tabs.map(({ title, state, dirty }) => [title, state, dirty])).toEqual([
      ['Receipt', 'waiting', false],
      ['Untitled', 'waiting', true],
    ]);
    expect(tabs[1]).toMatchObject({ id: 'd1', baseRevision: '7' });
    expect(tabs[1]?.document).toMatchObject({ bodyText: '{"kept": 1}' });
  });

  it('include a draft that the settings did not get to know before a crash', async () => {
    const tabs = await restoredTabs(settingsDefaults, [draft('lost')]);
    expect(tabs).toMatchObject([{ id: 'lost', state: 'ready', dirty: true }]);
  });

  it('put such a draft into the tab of its file instead of opening it twice', async () => {
    const settings = { ...settingsDefaults, tabs: [{ draftId: null, ref }] };
    const tabs = await restoredTabs(settings, [draft('lost', { ref })]);
    expect(tabs).toMatchObject([{ id: 'lost', ref, dirty: true }]);
  });

  it('leave out a tab that has neither file nor draft any more', async () => {
    const settings = { ...settingsDefaults, tabs: [{ draftId: 'gone', ref: null }] };
    expect(await restoredTabs(settings, [])).toEqual([]);
  });
});
