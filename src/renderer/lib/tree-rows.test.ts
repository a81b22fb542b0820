import { describe, expect, it } from 'vitest';
import type { Collection, CollectionEntry } from '#shared/domain/collection';
import { rowKey, treeRows } from './tree-rows';

const folder = (path: string): CollectionEntry => ({
  kind: 'folder',
  path,
  name: path.split('/').at(-1) ?? '',
  depth: path.split('/').length - 1,
});
const saved = (path: string): CollectionEntry => ({
  ...folder(path),
  kind: 'request',
  name: (path.split('/').at(-1) ?? '').replace('.jsonc', ''),
});

const collection: Collection = {
  id: 'c',
  name: 'Team',
  folder: '/team',
  state: 'ready',
  truncated: false,
  entries: [
    folder('On'),
    folder('On/Deep'),
    saved('On/Deep/Inner.jsonc'),
    saved('On/Welcome.jsonc'),
    folder('Win'),
    saved('Win/Back.jsonc'),
    saved('Top.jsonc'),
  ],
};
const none = new Set<string>();
const names = (rows: ReturnType<typeof treeRows>) => rows.map(({ name }) => name);

describe('the rows of the tree', () => {
  it('shows the top of a collection and keeps folders closed', () => {
    expect(names(treeRows([collection], none, none, ''))).toEqual(['Team', 'On', 'Win', 'Top']);
  });

  it('shows what is in open folders, but not below a closed one', () => {
    const deepOnly = new Set([rowKey('c', 'On/Deep')]);
    expect(names(treeRows([collection], none, deepOnly, ''))).toEqual(['Team', 'On', 'Win', 'Top']);
    const both = new Set([rowKey('c', 'On'), rowKey('c', 'On/Deep')]);
    expect(names(treeRows([collection], none, both, ''))).toEqual([
      'Team',
      'On',
      'Deep',
      'Inner',
      'Welcome',
      'Win',
      'Top',
    ]);
  });

  it('counts level, place and number of siblings', () => {
    const rows = treeRows([collection], none, new Set([rowKey('c', 'On')]), '');
    expect(rows.find(({ name }) => name === 'Welcome')).toMatchObject({
      level: 3,
      position: 2,
      setSize: 2,
    });
    expect(rows.find(({ name }) => name === 'Top')).toMatchObject({
      level: 2,
      position: 3,
      setSize: 3,
      expanded: null,
    });
  });

  it('opens the way to a match of the filter, whatever its case', () => {
    expect(names(treeRows([collection], new Set([rowKey('c', '')]), none, 'INNER'))).toEqual([
      'Team',
      'On',
      'Deep',
      'Inner',
    ]);
    expect(treeRows([collection], none, none, 'nowhere')).toEqual([]);
  });

  it('hides the entries of a closed collection', () => {
    expect(names(treeRows([collection], new Set([rowKey('c', '')]), none, ''))).toEqual(['Team']);
  });
});
