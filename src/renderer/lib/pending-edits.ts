type Flush = () => void;

const flushes = new Set<Flush>();

/** An editor that hands on what is typed with a delay registers how to do it at once. */
export function registerPendingEdits(flush: Flush): () => void {
  flushes.add(flush);
  return () => flushes.delete(flush);
}

/** Called before a text is sent, saved or closed, so that the last keystrokes are in it. */
export function flushPendingEdits(): void {
  for (const flush of flushes) flush();
}
