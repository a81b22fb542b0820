import { StringDecoder } from 'node:string_decoder';
import iconv from 'iconv-lite';
import type { DataEncoding } from '#shared/domain/data-words';

/** Turns bytes into text piece by piece; what is no character becomes U+FFFD. */
export interface ChunkDecoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

/** A decoder that leaves a byte order mark where it is. */
export function createDecoder(encoding: DataEncoding): ChunkDecoder {
  switch (encoding) {
    case 'utf-8': {
      // Not TextDecoder: it makes texts of two bytes a character, whatever is in them, which cost twice as much.
      const decoder = new StringDecoder('utf8');
      return {
        write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
        end: () => decoder.end(),
      };
    }
    case 'utf-16le':
    case 'utf-16be': {
      const decoder = new TextDecoder(encoding, { ignoreBOM: true });
      return {
        write: (bytes) => decoder.decode(bytes, { stream: true }),
        end: () => decoder.decode(),
      };
    }
    // Not TextDecoder: some releases of Node read 0x80–0x9F of windows-1252 as control characters.
    case 'windows-1252':
    case 'euc-kr': {
      const decoder = iconv.getDecoder(encoding === 'euc-kr' ? 'cp949' : 'windows-1252');
      return {
        write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
        end: () => decoder.end() ?? '',
      };
    }
  }
}
