import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../lib/toasts';
import { useTabsStore } from '../../stores/tabs';
import { useSplitting } from './use-splitting';

const text = '{ "endpoint": "/messages/send", "notes": "n", "body": { "a": 0 } } // end';

beforeEach(() => {
  setActivePinia(createPinia());
  toasts.value = [];
});

function splitInTwo() {
  const tabs = useTabsStore();
  const tab = tabs.openNew('Many', text);
  useSplitting().split(tab.id, ['{ "a": 1 }', '{ "a": 2 }']);
  return { tabs, tab, undo: toasts.value[0]?.action?.run };
}
const bodies = (tabs: ReturnType<typeof useTabsStore>) =>
  tabs.tabs.map(({ document }) => (document?.mode === 'request' ? document.bodyText : null));

describe('splitting a request', () => {
  it('opens a request for each body, with everything else as it was, and leaves the first alone', () => {
    const { tabs, tab } = splitInTwo();
    expect(bodies(tabs)).toEqual(['{ "a": 0 }', '{ "a": 1 }', '{ "a": 2 }']);
    for (const made of tabs.tabs) {
      expect(made.document).toMatchObject({ endpoint: '/messages/send', notes: 'n' });
    }
    expect(tabs.tabs[0]).toEqual(tab);
    expect(tabs.activeId).toBe(tabs.tabs[1]?.id);
  });

  it('is undone by closing what was made, but for what was edited since', async () => {
    const { tabs, tab, undo } = splitInTwo();
    tabs.edit(tabs.tabs[2]?.id ?? '', { bodyText: '{ "a": 3 }' });
    await undo?.();
    expect(bodies(tabs)).toEqual(['{ "a": 0 }', '{ "a": 3 }']);
    expect(tabs.activeId).toBe(tab.id);
  });
});
