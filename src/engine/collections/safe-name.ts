import { DeskError } from '#shared/errors';

/** Bytes that a name may have before its number and extension; file systems stop at 255. */
const maxNameBytes = 200;

/** Names that Windows keeps for devices, with any extension; the raised digits count too. */
const reserved =
  /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?:\.|$)/i;

/** Direction and zero-width marks that make a name look like another one. The joiners of emoji and scripts stay. */
const deceptive = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * Makes the name that a person typed into one that every system can store and every tree shows: NFC,
 * no separators or reserved characters, no leading or trailing dots, at most 200 bytes. Throws
 * `name_invalid` when nothing of it is left.
 */
export function safeName(typed: string): string {
  const plain = typed
    .normalize('NFC')
    .replace(deceptive, '')
    .replace(/[\p{Cc}\p{Surrogate}\uFFFD]/gu, ' ')
    .replace(/[/\\:*?"<>|]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+/, '');
  const name = cutToBytes(plain, maxNameBytes).replace(/[ .]+$/, '');
  if (name === '' || /^-+$/.test(name))
    throw new DeskError('name_invalid', { name: typed.slice(0, 200) });
  if (reserved.test(name) || name.toLowerCase() === 'node_modules') return `_${name}`;
  return name;
}

/** Two names that a file system blind to letter case or to Unicode's forms would take for one. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

/**
 * The first of `name`, `name 2`, `name 3` … that is not taken; a number the name ends with is counted on.
 * `taken` holds the `nameKey` of whole file names; `extension` has its dot, or is ''.
 */
export function freeName(name: string, extension: string, taken: ReadonlySet<string>): string {
  if (!taken.has(nameKey(name + extension))) return name + extension;
  const numbered = /^(.*\S) (\d{1,6})$/s.exec(name);
  const stem = numbered?.[1] ?? name;
  for (let number = numbered === null ? 2 : Number(numbered[2]) + 1; ; number += 1) {
    const candidate = `${stem} ${number}${extension}`;
    if (!taken.has(nameKey(candidate))) return candidate;
  }
}

function cutToBytes(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text;
  let cut = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > limit) break;
    cut += segment;
  }
  return cut;
}
