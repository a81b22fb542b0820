import type { CurlArguments } from './curl-arguments';

type Effect = (read: CurlArguments, value: string) => void;

/** What an option means for the request. Options that are not here change only how curl works, and are left out. */
const effects: Readonly<Record<string, Effect>> = {
  request: (read, value) => {
    read.method = value.replace(/^=/, '').trim().toUpperCase();
  },
  url: (read, value) => read.addresses.push({ text: value, offset: 0 }),
  header: addHeader,
  data: (read, value) => addData(read, value, false),
  'data-ascii': (read, value) => addData(read, value, false),
  'data-binary': (read, value) => addData(read, value, true),
  'data-raw': (read, value) => read.data.push({ kind: 'text', text: value, json: false }),
  'data-urlencode': (read, value) => {
    const encoded = urlEncoded(value);
    if (encoded === null) read.data.push({ kind: 'file', json: false });
    else read.data.push({ kind: 'text', text: encoded, json: false });
  },
  json: (read, value) => {
    read.json = true;
    if (value.startsWith('@')) addFile(read, value, true, true);
    else read.data.push({ kind: 'text', text: value, json: true });
  },
  'url-query': (read, value) => {
    const encoded = value.startsWith('+') ? value.slice(1) : urlEncoded(value);
    if (encoded === null) read.notes.add('file_reference');
    else read.query.push(encoded);
  },
  get: (read) => {
    read.get = true;
  },
  head: (read) => {
    read.head = true;
  },
  'upload-file': (read) => {
    read.upload = true;
    read.notes.add('file_reference');
  },
  form: addForm,
  'form-string': addForm,
  'oauth2-bearer': (read, value) => read.bearers.push(value.trim()),
  insecure: (read) => read.notes.add('insecure'),
  config: (read) => read.notes.add('file_reference'),
  cookie: (read) => read.notes.add('cookies'),
};

const credentialOptions = new Set(['user', 'cert', 'key', 'netrc', 'netrc-file', 'aws-sigv4']);
const routeOptions = new Set([
  ...['proxy', 'preproxy', 'proxy1.0', 'socks4', 'socks4a', 'socks5', 'socks5-hostname', 'resolve'],
  ...['connect-to', 'unix-socket', 'abstract-unix-socket', 'request-target'],
]);

/** Takes one option into account. Options that carry credentials or lead elsewhere are dropped with a note. */
export function applyOption(read: CurlArguments, name: string, value: string): void {
  if (Object.hasOwn(effects, name)) effects[name]?.(read, value);
  else if (credentialOptions.has(name)) read.notes.add('other_credentials');
  else if (routeOptions.has(name)) read.notes.add('rerouted');
}

function addForm(read: CurlArguments): void {
  read.form = true;
  read.notes.add('form_data');
}

/** `Name: value`; `Name;` has an empty value; `Name:` takes a header of curl's own away and is nothing to us. */
function addHeader(read: CurlArguments, text: string): void {
  if (text.startsWith('@')) {
    read.notes.add('file_reference');
    return;
  }
  const colon = text.indexOf(':');
  if (colon === -1) {
    if (text.endsWith(';')) setHeader(read, text.slice(0, -1).trim(), '');
    return;
  }
  const value = text.slice(colon + 1).trim();
  if (value !== '') setHeader(read, text.slice(0, colon).trim(), value);
}

function setHeader(read: CurlArguments, name: string, value: string): void {
  switch (name.toLowerCase()) {
    case '':
      return;
    case 'authorization': {
      const bearer = /^bearer(?:\s+|$)/i.exec(value)?.[0];
      if (bearer === undefined) read.notes.add('other_credentials');
      else read.bearers.push(value.slice(bearer.length));
      return;
    }
    case 'proxy-authorization':
      read.notes.add('other_credentials');
      return;
    case 'cookie':
      read.notes.add('cookies');
      return;
    default:
      read.headers.push([name, value]);
  }
}

function addData(read: CurlArguments, value: string, keepsLines: boolean): void {
  if (value.startsWith('@')) addFile(read, value, keepsLines, false);
  else read.data.push({ kind: 'text', text: value, json: false });
}

function addFile(read: CurlArguments, value: string, keepsLines: boolean, json: boolean): void {
  const stdin = value === '@-' || value === '@/dev/stdin';
  read.data.push(stdin ? { kind: 'stdin', json, keepsLines } : { kind: 'file', json });
}

/** `content`, `=content` or `name=content`, of which the content is encoded; null for `@file` and `name@file`. */
function urlEncoded(value: string): string | null {
  const separator = value.search(/[=@]/);
  if (separator === -1) return encode(value);
  if (value[separator] === '@') return null;
  const name = value.slice(0, separator);
  const content = encode(value.slice(separator + 1));
  return name === '' ? content : `${name}=${content}`;
}

/** As curl encodes: everything but letters, digits and `-._~`; a blank becomes a plus sign. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replaceAll('%20', '+')
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
