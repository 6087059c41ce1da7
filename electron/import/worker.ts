import { parentPort, workerData } from "node:worker_threads";
import type { Unit } from "./collect.ts";
import { type Read, readUnits } from "./read-units.ts";
import { outliveStrayRejections } from "./stray-rejections.ts";

/** What the importing thread hands over at the start. */
export interface ReaderInput {
  annotator: string;
}

/**
 * What it sends from then on: each message asks for one result more, so that a slow disk on the other
 * side never lets results pile up, and most bring the next unit, so that this thread holds only a few.
 */
export type ReaderMessage = Unit | null;

const port = parentPort;
if (port) {
  outliveStrayRejections();
  // Our own reader.ts started us, with this shape.
  const { annotator } = workerData as ReaderInput;
  const waiting: Unit[] = [];
  const reads = readUnits(takenFrom(waiting), annotator, (page, pages) =>
    port.postMessage({ kind: "page", page, pages } satisfies Read),
  );
  port.on("message", async (unit: ReaderMessage) => {
    if (unit !== null) waiting.push(unit);
    const { value, done } = await reads.next();
    if (!done) port.postMessage(value, roomsOf(value));
  });
}

/** What is handed over instead of copied. */
function roomsOf(read: Read): ArrayBuffer[] {
  return read.kind === "report" ? [read.report.source.deflated.buffer] : [];
}

/** Ends when nothing waits: there are more requests than results only when all units have come. */
function* takenFrom(waiting: Unit[]): Generator<Unit> {
  for (let unit = waiting.shift(); unit; unit = waiting.shift()) yield unit;
}
