type Flush = () => void;

/** Of an editor in which what is typed may have to wait. */
export interface InputInTurn {
  /** Hands on what is in the text by now. */
  readonly handOn: () => void;
  /** Has something done once all is in the text that came before. */
  readonly inTurn: (run: () => void) => void;
}

const flushes = new Map<Flush, InputInTurn | null>();

/** An editor that hands on what is typed with a delay registers how to do it at once. */
export function registerPendingEdits(flush: Flush, input: InputInTurn | null = null): () => void {
  flushes.set(flush, input);
  return () => flushes.delete(flush);
}

/** Called before a text is sent, saved or closed, so that the last keystrokes are in it. */
export function flushPendingEdits(): void {
  for (const flush of [...flushes.keys()]) flush();
}

/**
 * The same without keeping the page: what is on its way into a text gets there first, at its own pace. `take` is called
 * at the one moment at which all is handed on that came before the asking, and nothing that came after it.
 */
export function afterPendingEdits<T>(take: () => T): Promise<T> {
  const editors = [...flushes].map(([flush, input]) => ({ flush, input }));
  return new Promise((resolve) => {
    // What it throws is for whoever asked.
    const end = (): void =>
      resolve(
        new Promise<T>((taken) => {
          for (const { flush, input } of editors) (input?.handOn ?? flush)();
          taken(take());
        }),
      );
    const turns = editors.flatMap(({ input }) => (input === null ? [] : [input.inTurn]));
    turns.reduce<() => void>((run, inTurn) => () => inTurn(run), end)();
  });
}
