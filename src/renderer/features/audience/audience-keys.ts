import { placeOf } from '#shared/braze/audience/changes';
import { newCondition } from '#shared/braze/audience/condition-changes';
import { type AudiencePart, partAt } from '#shared/braze/audience/tree';
import type { AudienceContext } from './audience-context';
import { type MoveDirection, placeAfter } from './part-moves';

const MOVES: Readonly<Record<string, MoveDirection>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

/** Keys on the rows of the builder; in the fields only Escape, which leads back to the row. */
export function createAudienceKeys(
  context: AudienceContext,
  shown: () => readonly AudiencePart[],
): (event: KeyboardEvent) => void {
  const { root, locked, opened, folded, focus, open, fold, change, remove } = context;

  function walk(part: AudiencePart, key: string): boolean {
    const rows = shown();
    const at = rows.findIndex(({ pointer }) => pointer === part.pointer);
    const to = (index: number): boolean => {
      const target = rows[index];
      if (target !== undefined) focus(target.pointer, 'row');
      return true;
    };
    switch (key) {
      case 'ArrowUp':
        return to(at - 1);
      case 'ArrowDown':
        return to(at + 1);
      case 'Home':
        return to(0);
      case 'End':
        return to(rows.length - 1);
      case 'ArrowRight':
        if (part.kind === 'condition') {
          focus(part.pointer, 'fields');
          return true;
        }
        if (!folded.value.has(part.pointer)) return to(at + 1);
        fold(part.pointer);
        return true;
      case 'ArrowLeft': {
        if (opened.value === part.pointer) {
          open(null);
          return true;
        }
        if (part.kind === 'group' && !folded.value.has(part.pointer) && part.parts.length > 0) {
          fold(part.pointer);
          return true;
        }
        const place = placeOf(root.value, part.pointer);
        if (place !== null) focus(place.group, 'row');
        return true;
      }
      default:
        return false;
    }
  }

  function move(pointer: string, direction: MoveDirection): void {
    const place = placeAfter(root.value, pointer, direction);
    if (place !== null) change({ kind: 'move', pointer, place }, 'row');
  }

  /** Into the group the row is, or behind the row; a condition that stands alone gets a group. */
  function add(part: AudiencePart): void {
    const value = newCondition();
    const place =
      part.kind === 'group'
        ? { group: part.pointer, index: part.parts.length }
        : placeOf(root.value, part.pointer);
    if (place === null) change({ kind: 'join', pointer: part.pointer, value }, 'fields');
    else if (part.kind === 'group') change({ kind: 'add', place, value }, 'fields');
    else change({ kind: 'add', place: { ...place, index: place.index + 1 }, value }, 'fields');
  }

  function onRow(event: KeyboardEvent, part: AudiencePart): boolean {
    const { key, altKey, shiftKey } = event;
    if (event.ctrlKey || event.metaKey) return false;
    const direction = MOVES[key];
    if (altKey && direction !== undefined) {
      if (locked.value) return true;
      if (shiftKey && direction === 'down') {
        if (placeOf(root.value, part.pointer) !== null) {
          change({ kind: 'duplicate', pointer: part.pointer }, 'row');
        }
      } else if (!shiftKey) {
        move(part.pointer, direction);
      }
      return true;
    }
    if (altKey || shiftKey) return false;
    if (key === 'Insert' || key === 'Delete') {
      if (locked.value) return true;
      if (key === 'Insert') add(part);
      else remove(part);
      return true;
    }
    if (key === 'Enter' && part.kind === 'condition') {
      focus(part.pointer, 'fields');
      return true;
    }
    return walk(part, key);
  }

  return (event) => {
    const { target } = event;
    if (event.isComposing || !(target instanceof HTMLElement)) return;
    const pointer = target.dataset['row'];
    const part = pointer === undefined ? undefined : partAt(root.value, pointer);
    if (part !== undefined) {
      if (onRow(event, part)) event.preventDefault();
      return;
    }
    if (
      event.key === 'Escape' &&
      opened.value !== null &&
      target.closest('[data-testid="condition-fields"]')
    ) {
      const at = opened.value;
      open(null);
      focus(at, 'row');
      event.preventDefault();
    }
  };
}
