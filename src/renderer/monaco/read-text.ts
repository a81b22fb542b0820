import type { ReadText } from 'monaco-editor/editor/common/model/pieceTreeTextBuffer/pieceTreeTextBufferBuilder';
import { nextTurn } from '../lib/next-turn';
import type { MonacoApi } from './load-monaco';

/** Read within a few milliseconds. In UTF-16 units. */
const pieceLength = 250_000;

/**
 * Has Monaco read a text piece by piece, so that the page goes on meanwhile; null once it is not wanted any more.
 * What comes of it is the same as of the whole text.
 */
export async function readText(
  monaco: MonacoApi,
  text: string,
  isWanted: () => boolean,
): Promise<ReadText | null> {
  const builder = new monaco.PieceTreeTextBufferBuilder();
  for (let at = 0; at < text.length; at += pieceLength) {
    builder.acceptChunk(text.slice(at, at + pieceLength));
    await nextTurn();
    if (!isWanted()) return null;
  }
  return builder.finish();
}
