import { shallowRef } from 'vue';
import type { RecipientColumn } from '../../body/recipients/recipient-table';

const least = 56;
const most = 900;

/** Widths in pixels that were dragged, for as long as the window is open. */
const dragged = shallowRef<ReadonlyMap<string, number>>(new Map());

function idOf({ group, key }: RecipientColumn): string {
  return `${group} ${key}`;
}

function usual({ group, key }: RecipientColumn): number {
  if (group === 'kind') return 140;
  if (group === 'identifier') return 160;
  if (group === 'field') return key.length > 16 ? 176 : 150;
  return Math.min(220, Math.max(112, key.length * 8 + 32));
}

export function widthOf(column: RecipientColumn): number {
  return dragged.value.get(idOf(column)) ?? usual(column);
}

export function setWidth(column: RecipientColumn, width: number): void {
  const clamped = Math.round(Math.max(least, Math.min(most, width)));
  dragged.value = new Map(dragged.value).set(idOf(column), clamped);
}

export function resetWidth(column: RecipientColumn): void {
  const others = new Map(dragged.value);
  others.delete(idOf(column));
  dragged.value = others;
}
