import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DispatchSummary } from '#shared/domain/dispatch';
import type { HistoryPage } from '#shared/ipc/contract';
import { sampleDispatch } from '../features/history/testing/sample-dispatch';
import { placed, useHistoryStore } from './history';

type Answer = (page: HistoryPage) => void;

interface FakeMain {
  readonly asked: { readonly input: Record<string, unknown>; readonly answer: Answer }[];
  append: (summary: DispatchSummary) => void;
}

/** Stands for main: keeps the questions until the test answers them. */
function fakeMain(): FakeMain {
  const main: FakeMain = { asked: [], append: () => undefined };
  vi.stubGlobal('window', {
    desk: {
      request: (name: string, input: Record<string, unknown>) =>
        new Promise((resolve) => {
          expect(name).toBe('history.list');
          main.asked.push({ input, answer: (page) => resolve({ ok: true, value: page }) });
        }),
      on: (name: string, callback: (summary: DispatchSummary) => void) => {
        expect(name).toBe('history.appended');
        main.append = callback;
        return () => undefined;
      },
    },
  });
  return main;
}

function page(
  numbers: readonly number[],
  next: string | null = null,
  total = numbers.length,
): HistoryPage {
  return { items: numbers.map((number) => sampleDispatch(number)), next, total };
}

let main: FakeMain;
let history: ReturnType<typeof useHistoryStore>;

function shown(): number[] {
  return history.items.map(({ id }) => Number(id.slice(-4)));
}

/** Answers the question of this number, in the order they were asked. */
async function answer(index: number, given: HistoryPage): Promise<void> {
  await vi.waitFor(() => expect(main.asked.length).toBeGreaterThan(index));
  main.asked[index]!.answer(given);
  await vi.waitFor(() => expect(history.loading).toBe(false));
}

beforeEach(() => {
  setActivePinia(createPinia());
  main = fakeMain();
  history = useHistoryStore();
  history.load();
});

describe('paging', () => {
  it('adds the next page behind the first and stops at the end', async () => {
    void history.refresh();
    await answer(0, page([4, 3], 'cursor', 4));
    void history.loadMore();
    expect(main.asked[1]?.input).toMatchObject({ before: 'cursor' });
    await answer(1, page([2, 1], null, 4));
    expect(shown()).toEqual([4, 3, 2, 1]);
    await history.loadMore();
    expect(main.asked).toHaveLength(2);
  });

  it('asks for a page once, however often the end is reached', async () => {
    void history.refresh();
    await answer(0, page([2], 'cursor', 3));
    void history.loadMore();
    void history.loadMore();
    expect(main.asked).toHaveLength(2);
  });

  it('forgets a page that arrives after the search was changed', async () => {
    void history.refresh();
    await answer(0, page([9, 8], 'cursor', 9));
    void history.loadMore();
    void history.setFilter({ query: 'welcome' });
    main.asked[1]!.answer(page([7, 6]));
    await answer(2, page([3], null, 1));
    expect(shown()).toEqual([3]);
    expect(history.total).toBe(1);
  });

  it('shows the answer to the last of two searches, whichever comes first', async () => {
    void history.setFilter({ query: 'a' });
    void history.setFilter({ query: 'ab' });
    main.asked[1]!.answer(page([2]));
    await vi.waitFor(() => expect(shown()).toEqual([2]));
    main.asked[0]!.answer(page([5]));
    await answer(1, page([2]));
    expect(shown()).toEqual([2]);
  });
});

describe('new dispatches', () => {
  it('appear on top and are counted', async () => {
    void history.refresh();
    await answer(0, page([2, 1]));
    main.append(sampleDispatch(3));
    expect(shown()).toEqual([3, 2, 1]);
    expect(history.total).toBe(3);
  });

  it('go where their time puts them when they end out of order', async () => {
    void history.refresh();
    await answer(0, page([4, 1]));
    main.append(sampleDispatch(2));
    expect(shown()).toEqual([4, 2, 1]);
  });

  it('replace their line when they are known', async () => {
    void history.refresh();
    await answer(0, page([2, 1]));
    main.append(sampleDispatch(2, { outcome: 'refused' }));
    expect(history.items.map(({ outcome }) => outcome)).toEqual(['refused', 'accepted']);
    expect(history.total).toBe(2);
  });

  it('are looked up under a filter, and keep the pages that were loaded', async () => {
    void history.setFilter({ query: 'x' });
    await answer(0, page([4, 3], 'cursor', 4));
    void history.loadMore();
    await answer(1, page([2, 1], null, 4));
    main.append(sampleDispatch(6));
    main.append(sampleDispatch(7));
    main.asked[2]!.answer(page([6, 4], 'cursor', 5));
    await vi.waitFor(() => expect(main.asked).toHaveLength(4));
    main.asked[3]!.answer(page([6, 4], 'cursor', 5));
    await vi.waitFor(() => expect(shown()).toEqual([6, 4, 3, 2, 1]));
    expect(history.next).toBeNull();
    expect(history.total).toBe(5);
  });

  it('start the list anew when more came than fit on a page', async () => {
    void history.setFilter({ query: 'x' });
    await answer(0, page([2, 1], null, 2));
    main.append(sampleDispatch(9));
    main.asked[1]!.answer(page([9, 8], 'gap', 9));
    await vi.waitFor(() => expect(shown()).toEqual([9, 8]));
    expect(history.next).toBe('gap');
  });

  it('wait until the history is opened', () => {
    main.append(sampleDispatch(1));
    expect(history.items).toEqual([]);
    expect(main.asked).toEqual([]);
  });
});

it('places into an empty list', () => {
  expect(placed([], sampleDispatch(1))).toHaveLength(1);
});
