import { shallowRef } from 'vue';

/**
 * What surrounds the editor, in the order in which it comes: the window's edges, what stands above the editor, beside it, what
 * answers, and what is seen only at times. The editor is there before all of them, since it is what a person waits for, and
 * none of them keeps the page from taking keys for long.
 */
const order = ['edges', 'tools', 'sidebar', 'answer', 'rest'] as const;
export type WindowPart = (typeof order)[number];

/** Everything, unless a window is being opened. */
const there = shallowRef<number>(order.length);

/** Whether a part of the window is there by now. */
export function hasPart(part: WindowPart): boolean {
  return there.value > order.indexOf(part);
}

/** Leaves all parts out. Called before the window's content is mounted. */
export function holdParts(): void {
  there.value = 0;
}

/** Lets the parts come, each when what was there before it has been painted. Resolves with the last. */
export async function letPartsCome(painted: () => Promise<void>): Promise<void> {
  for (let parts = 1; parts <= order.length; parts += 1) {
    await painted();
    there.value = parts;
  }
}
