import { closeSync, openSync, readSync } from "node:fs";

const chunkBytes = 2 ** 20;

/** The lines of a file of our own, without their ends; read piece by piece. */
export function* linesOf(file: string): Generator<string, void> {
  const handle = openSync(file, "r");
  try {
    let rest: Buffer[] = [];
    const chunk = Buffer.alloc(chunkBytes);
    for (;;) {
      const read = readSync(handle, chunk, 0, chunkBytes, null);
      if (read === 0) break;
      let start = 0;
      for (let end = chunk.indexOf(10); end >= 0 && end < read; end = chunk.indexOf(10, start)) {
        yield Buffer.concat([...rest, chunk.subarray(start, end)]).toString("utf8");
        rest = [];
        start = end + 1;
      }
      rest.push(Buffer.from(chunk.subarray(start, read)));
    }
    const last = Buffer.concat(rest).toString("utf8");
    if (last !== "") yield last;
  } finally {
    closeSync(handle);
  }
}
