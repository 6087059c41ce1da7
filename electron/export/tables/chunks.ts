import { appendFileSync } from "node:fs";

/** Gathers pieces of text and hands on about 64 kibibytes at a time. */
export interface Chunks {
  add(piece: string): void;
  /** Hands on what is left. */
  end(): void;
}

/** Larger texts are put where memory is tidied up rarely: pieces of a mebibyte fill 100 MB with what is done. */
const chunkLength = 2 ** 16;

export function createChunks(write: (text: string) => void): Chunks {
  let pieces: string[] = [];
  let length = 0;
  const end = () => {
    if (length > 0) write(pieces.join(""));
    pieces = [];
    length = 0;
  };
  return {
    add(piece) {
      pieces.push(piece);
      length += piece.length;
      if (length >= chunkLength) end();
    },
    end,
  };
}

/** Appends to a file that is open only while it is written: one that is open cannot be removed on Windows. */
export function chunksTo(file: string): Chunks {
  return createChunks((text) => appendFileSync(file, text));
}

/** Rows as they come, some at a time: one promise for each row would take longer than reading it. */
export async function* inBatches<Row>(rows: AsyncIterable<Row>, size = 500): AsyncIterable<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
