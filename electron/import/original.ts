import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createDeflateRaw, deflateRawSync } from "node:zlib";
import { AppError } from "../../shared/errors.ts";
import { sha256 } from "../sha256.ts";

/** What is kept of a file itself: its bytes deflated (RFC 1951), in a buffer of their own. */
export interface Original {
  sha256: string;
  size: number;
  deflated: Uint8Array<ArrayBuffer>;
}

export function originalOf(bytes: Uint8Array): Original {
  // Of its own: zlib answers with a corner of a larger block, which would travel whole.
  const deflated = new Uint8Array(deflateRawSync(bytes));
  return { sha256: sha256(bytes), size: bytes.length, deflated };
}

/**
 * The same of a file whose bytes its reader has taken away; at no time is all of it held.
 * @throws AppError "bad-file" when it is not any longer what was read.
 */
export async function originalAgain(
  file: string,
  shown: string,
  before: { sha256: string; size: number },
): Promise<Original> {
  const hash = createHash("sha256");
  const room = createRoom(before.size);
  await pipeline(
    createReadStream(file),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createDeflateRaw(),
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) room.put(chunk);
    },
  );
  const deflated = room.taken();
  if (deflated && hash.digest("hex") === before.sha256) return { ...before, deflated };
  throw new AppError("bad-file", `"${shown}" was changed while it was read; import it again.`);
}

/**
 * Takes up what comes of deflating so many bytes. Memory is only used as far as it is filled, and
 * nothing has to be joined, for which a large file would be held twice.
 */
function createRoom(size: number) {
  // What cannot be pressed grows by less than a thousandth.
  const room = new Uint8Array(size + (size >> 10) + 64);
  let used = 0;
  return {
    put(chunk: Uint8Array): void {
      if (used + chunk.length <= room.length) room.set(chunk, used);
      used += chunk.length;
    },
    /** Null when more has come than there is room for. */
    taken(): Uint8Array<ArrayBuffer> | null {
      return used > room.length ? null : new Uint8Array(room.buffer.transfer(used));
    },
  };
}
