import { closeSync, openSync, readSync } from "node:fs";

const chunkBytes = 2 ** 20;

/**
 * The lines of a file of our own, without their ends; read piece by piece.
 * @throws RangeError for one of more bytes than `most`, before it is put together.
 */
export function* linesOf(file: string, most: number): Generator<string, void> {
  const handle = openSync(file, "r");
  try {
    let rest: Buffer[] = [];
    let bytes = 0;
    const chunk = Buffer.alloc(chunkBytes);
    for (;;) {
      const read = readSync(handle, chunk, 0, chunkBytes, null);
      if (read === 0) break;
      let start = 0;
      for (let end = chunk.indexOf(10); end >= 0 && end < read; end = chunk.indexOf(10, start)) {
        yield Buffer.concat([...rest, chunk.subarray(start, end)]).toString("utf8");
        rest = [];
        bytes = 0;
        start = end + 1;
      }
      rest.push(Buffer.from(chunk.subarray(start, read)));
      bytes += read - start;
      if (bytes > most) throw new RangeError(`a line of more than ${most} bytes`);
    }
    const last = Buffer.concat(rest).toString("utf8");
    if (last !== "") yield last;
  } finally {
    closeSync(handle);
  }
}
