import { sliceLength, slicesOf } from '#shared/lib/text-slices';
import { nextTurn } from './next-turn';

/** Where in a message a text stands. */
type Path = readonly (string | number)[];

/** What crosses over: a piece of a text that comes later, or a message whose long texts came before it. */
type Part =
  | { readonly slice: string }
  | { readonly message: unknown; readonly texts: readonly { path: Path; slices: number }[] };

interface LongText {
  readonly path: Path;
  readonly text: string;
}

function setAt(message: unknown, path: Path, text: string): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return text;
  if (Array.isArray(message)) {
    return message.map((entry: unknown, at) => (at === key ? setAt(entry, rest, text) : entry));
  }
  const fields = message as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: setAt(fields[key], rest, text) };
}

function longTextsIn(message: unknown, path: Path = []): LongText[] {
  if (typeof message === 'string') {
    return message.length > sliceLength ? [{ path, text: message }] : [];
  }
  if (typeof message !== 'object' || message === null) return [];
  return Object.entries(message).flatMap(([key, value]) =>
    // Most of what is in a message is neither long nor deep.
    typeof value === 'object' || typeof value === 'string'
      ? longTextsIn(value, [...path, Array.isArray(message) ? Number(key) : key])
      : [],
  );
}

/**
 * Sends messages in their order, and those with a text of megabytes piece by piece with a pause after each: copying
 * one at once would keep the page from painting. Short messages leave at once while nothing else is on its way.
 */
export function createSlicedSender(post: (part: Part) => void): (message: unknown) => void {
  let last: Promise<void> | null = null;

  async function sendLong(message: unknown, texts: readonly LongText[]): Promise<void> {
    let stripped = message;
    for (const { path, text } of texts) {
      stripped = setAt(stripped, path, '');
      const { first, last: rest } = slicesOf(text);
      for (const slice of [...first, rest]) {
        post({ slice });
        await nextTurn();
      }
    }
    post({
      message: stripped,
      texts: texts.map(({ path, text }) => ({
        path,
        slices: Math.ceil(text.length / sliceLength),
      })),
    });
  }

  return (message) => {
    const texts = longTextsIn(message);
    if (last === null && texts.length === 0) {
      post({ message, texts: [] });
      return;
    }
    const sent = (last ?? Promise.resolve()).then(() => sendLong(message, texts));
    last = sent;
    void sent.then(() => {
      if (last === sent) last = null;
    });
  };
}

/** Puts together again what a sliced sender sends, and hands each message on once it is whole. */
export function createSlicedReceiver(receive: (message: never) => void): (part: unknown) => void {
  let slices: string[] = [];
  return (data) => {
    const part = data as Part;
    if ('slice' in part) {
      slices.push(part.slice);
      return;
    }
    let whole = part.message;
    let from = 0;
    for (const { path, slices: count } of part.texts) {
      whole = setAt(whole, path, slices.slice(from, from + count).join(''));
      from += count;
    }
    slices = [];
    receive(whole as never);
  };
}
