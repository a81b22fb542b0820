/** An http(s) address in parts; the parts are as written, not decoded. */
export interface WebAddress {
  /** Lower case, without user name and port. */
  readonly host: string;
  readonly userInfo: string | null;
  readonly path: string;
  /** Parameter names and values, decoded where they can be. */
  readonly query: readonly (readonly [name: string, value: string])[];
}

const ADDRESS =
  /^https?:\/\/(?:([^\s/?#@]*)@)?([^\s/?#@:\\]+|\[[0-9a-f:.]+\])(?::\d{1,5})?((?:\/[^?#]*)?)(?:\?([^#]*))?(?:#.*)?$/is;

/** Percent-decodes a text; a malformed one stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Reads an absolute http(s) address; null for anything else, and where white space stands in it. */
export function readWebAddress(text: string): WebAddress | null {
  if (/\s/.test(text)) return null;
  const match = ADDRESS.exec(text);
  const host = match?.[2]?.toLowerCase();
  if (match === null || host === undefined || /^\.|\.\./.test(host)) return null;
  return {
    host,
    userInfo: match[1] ?? null,
    path: match[3] ?? '',
    query: (match[4] ?? '')
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const equals = pair.indexOf('=');
        const [name, value] =
          equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
        return [decoded(name), decoded(value)] as const;
      }),
  };
}

/**
 * File extension of an address's path without the dot, lower case. Null where the last part of the path
 * has none; digits alone (`/v1.2`) are no extension.
 */
export function extensionOf(address: WebAddress): string | null {
  const file = decoded(address.path.slice(address.path.lastIndexOf('/') + 1)).split(';')[0] ?? '';
  const extension = /\.([A-Za-z0-9]{1,16})$/.exec(file)?.[1]?.toLowerCase() ?? null;
  return extension === null || /^\d+$/.test(extension) ? null : extension;
}
