import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeReply, encodeCall, messageLength } from './dbus-wire';
import { sessionBusSocket } from './session-bus';

describe('where the message bus listens', () => {
  it.each([
    ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
    ['unix:path=/run/user/1000/bus,guid=0123', '/run/user/1000/bus'],
    ['unix:abstract=/tmp/dbus-AbC,guid=0123', '\0/tmp/dbus-AbC'],
    ['tcp:host=localhost,port=1;unix:path=/tmp/a%20b', '/tmp/a b'],
    ['unix:path=/tmp/%zz', '/tmp/%zz'],
    ['tcp:host=localhost,port=1', null],
    ['unix:', null],
    ['nonsense', null],
    ['', null],
  ])('%j', (address, socket) => {
    expect(sessionBusSocket({ DBUS_SESSION_BUS_ADDRESS: address })).toBe(socket);
  });

  it('is the runtime folder when no address is given and the socket is there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-runtime-'));
    expect(sessionBusSocket({ XDG_RUNTIME_DIR: folder })).toBeNull();
    writeFileSync(join(folder, 'bus'), '');
    expect(sessionBusSocket({ XDG_RUNTIME_DIR: folder })).toBe(join(folder, 'bus'));
  });
});

describe('the wire format', () => {
  const call = { destination: 'a.b', path: '/', interface: 'a.b.C', member: 'D' };

  it('tells the length of every call it writes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }), (args) => {
        const bytes = encodeCall({ ...call, args }, 7);
        expect(messageLength(bytes)).toBe(bytes.length);
        expect(messageLength(bytes.subarray(0, 15))).toBeNull();
        // A call is no reply.
        expect(decodeReply(bytes)).toBeNull();
      }),
    );
  });

  it('reads texts back, also when what answers is an error', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (args, fails) => {
          const bytes = encodeCall({ ...call, args }, 7);
          bytes[1] = fails ? 3 : 2;
          const reply = decodeReply(bytes);
          expect(reply?.values).toEqual(args);
          expect(reply?.error).toBe(fails ? 'unnamed' : null);
        },
      ),
    );
  });

  it('refuses a message of impossible length', () => {
    const bytes = encodeCall({ ...call, args: [] }, 1);
    bytes.writeUInt32LE(0xffffffff, 4);
    expect(() => messageLength(bytes)).toThrow(RangeError);
  });
});
