/**
 * The part of the D-Bus wire format that asking the Secret Service two questions takes: little-endian
 * messages with text arguments out, and any basic, array, struct or variant type back.
 * Source: D-Bus specification, "Marshaling" and "Message Format".
 */
export interface MethodCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** Texts, or at most one dictionary of texts. */
  readonly args: readonly (string | Readonly<Record<string, string>>)[];
}

/** A reply to one of our calls; other messages on the bus read as null. */
export interface Reply {
  readonly serial: number;
  /** The error's name, or null. */
  readonly error: string | null;
  readonly values: readonly unknown[];
}

const headerField = {
  path: 1,
  interface: 2,
  member: 3,
  error: 4,
  reply: 5,
  destination: 6,
  signature: 8,
};
const messageType = { call: 1, return: 2, error: 3 };
/** The specification's own limit. */
const largestMessage = 134_217_728;

class Writer {
  private parts: number[] = [];

  get bytes(): Buffer {
    return Buffer.from(this.parts);
  }
  align(to: number): void {
    while (this.parts.length % to !== 0) this.parts.push(0);
  }
  byte(value: number): void {
    this.parts.push(value & 0xff);
  }
  uint32(value: number): void {
    this.align(4);
    for (let shift = 0; shift < 32; shift += 8) this.byte(value >>> shift);
  }
  text(value: string): void {
    const bytes = Buffer.from(value, 'utf8');
    this.uint32(bytes.length);
    this.parts.push(...bytes, 0);
  }
  signature(value: string): void {
    this.parts.push(value.length, ...Buffer.from(value, 'latin1'), 0);
  }
  /** An array whose byte length stands before it, without the padding up to its first element. */
  array(alignment: number, fill: () => void): void {
    this.uint32(0);
    const lengthAt = this.parts.length - 4;
    this.align(alignment);
    const start = this.parts.length;
    fill();
    const length = this.parts.length - start;
    for (let index = 0; index < 4; index += 1) {
      this.parts[lengthAt + index] = (length >>> (index * 8)) & 0xff;
    }
  }
}

/** One method call as bytes. */
export function encodeCall(call: MethodCall, serial: number): Buffer {
  const body = new Writer();
  let signature = '';
  for (const arg of call.args) {
    if (typeof arg === 'string') {
      signature += 's';
      body.text(arg);
      continue;
    }
    signature += 'a{ss}';
    body.array(8, () => {
      for (const [name, value] of Object.entries(arg)) {
        body.align(8);
        body.text(name);
        body.text(value);
      }
    });
  }

  const message = new Writer();
  for (const value of [0x6c, messageType.call, 0, 1]) message.byte(value);
  message.uint32(body.bytes.length);
  message.uint32(serial);
  const fields: readonly (readonly [number, string, string])[] = [
    [headerField.path, 'o', call.path],
    [headerField.interface, 's', call.interface],
    [headerField.member, 's', call.member],
    [headerField.destination, 's', call.destination],
    [headerField.signature, 'g', signature],
  ];
  message.array(8, () => {
    for (const [code, type, value] of fields) {
      message.align(8);
      message.byte(code);
      message.signature(type);
      if (type === 'g') message.signature(value);
      else message.text(value);
    }
  });
  message.align(8);
  return Buffer.concat([message.bytes, body.bytes]);
}

/** The length of the message that a buffer begins with, or null while its header is not all there. */
export function messageLength(buffer: Buffer): number | null {
  if (buffer.length < 16) return null;
  const little = buffer[0] === 0x6c;
  const body = little ? buffer.readUInt32LE(4) : buffer.readUInt32BE(4);
  const fields = little ? buffer.readUInt32LE(12) : buffer.readUInt32BE(12);
  const length = 16 + Math.ceil(fields / 8) * 8 + body;
  if (length > largestMessage) throw new RangeError('message too long');
  return length;
}

/** Reads one whole message. */
export function decodeReply(message: Buffer): Reply | null {
  const type = message[1];
  if (type !== messageType.return && type !== messageType.error) return null;
  const reader = new Reader(message);
  reader.position = 12;
  const fields = new Map<unknown, unknown>();
  for (const field of reader.value('a(yv)') as readonly unknown[][]) fields.set(field[0], field[1]);
  reader.align(8);
  const signature = fields.get(headerField.signature);
  const values = typeof signature === 'string' ? reader.values(signature) : [];
  const name = fields.get(headerField.error);
  return {
    serial: Number(fields.get(headerField.reply)),
    error: type === messageType.error ? (typeof name === 'string' ? name : 'unnamed') : null,
    values,
  };
}

const alignments: Readonly<Record<string, number>> = {
  y: 1,
  g: 1,
  v: 1,
  n: 2,
  q: 2,
  b: 4,
  i: 4,
  u: 4,
  s: 4,
  o: 4,
  a: 4,
  x: 8,
  t: 8,
  d: 8,
  '(': 8,
  '{': 8,
};

class Reader {
  position = 0;
  private readonly little: boolean;
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.little = bytes[0] === 0x6c;
  }

  align(to: number): void {
    this.position = Math.ceil(this.position / to) * to;
  }

  values(signature: string): unknown[] {
    const found: unknown[] = [];
    for (let at = 0; at < signature.length;) {
      const end = endOfType(signature, at);
      found.push(this.value(signature.slice(at, end)));
      at = end;
    }
    return found;
  }

  value(type: string): unknown {
    const kind = type.charAt(0);
    this.align(alignments[kind] ?? 1);
    switch (kind) {
      case 'y':
        return this.bytes.readUInt8(this.take(1));
      case 'b':
        return this.uint32() !== 0;
      case 'i':
      case 'u':
        return this.uint32();
      case 'n':
      case 'q':
        return this.take(2);
      case 'x':
      case 't':
      case 'd':
        return this.take(8);
      case 's':
      case 'o':
        return this.text(this.uint32());
      case 'g':
        return this.text(this.bytes.readUInt8(this.take(1)));
      case 'v':
        return this.value(this.text(this.bytes.readUInt8(this.take(1))));
      case 'a':
        return this.array(type.slice(1));
      case '(':
      case '{':
        return this.values(type.slice(1, -1));
      default:
        throw new RangeError(`type ${kind}`);
    }
  }

  private array(type: string): unknown[] {
    const length = this.uint32();
    this.align(alignments[type.charAt(0)] ?? 1);
    const end = this.position + length;
    const found: unknown[] = [];
    while (this.position < end) found.push(this.value(type));
    return found;
  }

  private take(count: number): number {
    const at = this.position;
    this.position += count;
    return at;
  }

  private uint32(): number {
    const at = this.take(4);
    return this.little ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }

  private text(length: number): string {
    const at = this.take(length + 1);
    return this.bytes.toString('utf8', at, at + length);
  }
}

/** Where one complete type in a signature ends. */
function endOfType(signature: string, start: number): number {
  let at = start;
  while (signature.charAt(at) === 'a') at += 1;
  const open = signature.charAt(at);
  if (open !== '(' && open !== '{') return at + 1;
  let depth = 0;
  for (; at < signature.length; at += 1) {
    const character = signature.charAt(at);
    if (character === '(' || character === '{') depth += 1;
    if (character === ')' || character === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new RangeError('signature');
}
