const brackets = /["{}[\]]/g;
const space = /[ \t\r\n,:]*/y;
const endOfWord = /[,}]/g;

/**
 * The source of a member of the object that a text is; of a repeated one the last, as `JSON.parse` takes it. Null
 * where there is none. Only for a text that is JSON: it looks for brackets and quotes and checks nothing.
 */
export function memberText(json: string, wanted: string): string | null {
  let at = skipSpace(json, json.indexOf('{') + 1);
  let found: string | null = null;
  while (json[at] === '"') {
    const keyEnd = endOfString(json, at);
    const key = json.slice(at, keyEnd);
    const start = skipSpace(json, keyEnd);
    const end = endOfValue(json, start);
    const name: unknown = key.includes('\\') ? JSON.parse(key) : key.slice(1, -1);
    if (name === wanted) found = json.slice(start, end).trimEnd();
    at = skipSpace(json, end);
  }
  return found;
}

function skipSpace(json: string, from: number): number {
  space.lastIndex = from;
  space.test(json);
  return space.lastIndex;
}

/** Behind the quote that ends the string which begins at a place. */
function endOfString(json: string, start: number): number {
  for (
    let quote = json.indexOf('"', start + 1);
    quote !== -1;
    quote = json.indexOf('"', quote + 1)
  ) {
    let before = quote;
    while (json[before - 1] === '\\') before -= 1;
    if ((quote - before) % 2 === 0) return quote + 1;
  }
  return json.length;
}

/** Where the value that begins at a place ends. */
function endOfValue(json: string, start: number): number {
  const first = json[start];
  if (first === '"') return endOfString(json, start);
  if (first !== '{' && first !== '[') {
    endOfWord.lastIndex = start;
    return endOfWord.exec(json)?.index ?? json.length;
  }
  let depth = 0;
  brackets.lastIndex = start;
  for (let sign = brackets.exec(json); sign !== null; sign = brackets.exec(json)) {
    if (sign[0] === '"') brackets.lastIndex = endOfString(json, sign.index);
    else depth += sign[0] === '{' || sign[0] === '[' ? 1 : -1;
    if (depth === 0) return brackets.lastIndex;
  }
  return json.length;
}
