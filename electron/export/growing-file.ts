import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** A file that is written from its start to its end, and read back piece by piece. */
export interface GrowingFile {
  append(text: string): Stretch;
  /** The bytes of a stretch as they stand on the disk. */
  read(stretch: Stretch): Buffer;
  close(): void;
}

interface Stretch {
  start: number;
  length: number;
}

export function growFile(path: string): GrowingFile {
  mkdirSync(dirname(path), { recursive: true });
  const handle = openSync(path, "w+");
  return {
    append(text) {
      const start = fstatSync(handle).size;
      const bytes = Buffer.from(text, "utf8");
      let done = 0;
      while (done < bytes.length)
        done += writeSync(handle, bytes, done, bytes.length - done, start + done);
      return { start, length: bytes.length };
    },
    read({ start, length }) {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, start));
    },
    close: () => closeSync(handle),
  };
}
