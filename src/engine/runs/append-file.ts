import { open } from 'node:fs/promises';

/** An open file that is only appended to. */
export interface AppendFile {
  /** Writes all of it or fails. */
  append(bytes: Uint8Array): Promise<void>;
  /** Resolves once everything that was appended would survive a power cut. */
  sync(): Promise<void>;
  /** Cuts off what lies behind. */
  truncate(bytes: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens or makes a file for appending. Handed in, so that a disk can be full where a test wants it. */
export type OpenAppendFile = (path: string) => Promise<AppendFile>;

/** The system's file. */
export const openAppendFile: OpenAppendFile = async (path) => {
  const handle = await open(path, 'a', 0o600);
  return {
    append: async (bytes) => {
      // One write may take a part only, as on a nearly full disk.
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
        done += bytesWritten;
      }
    },
    sync: () => handle.datasync(),
    truncate: (bytes) => handle.truncate(bytes),
    close: () => handle.close(),
  };
};
