import { parentPort, workerData } from "node:worker_threads";
import type { Unit } from "./collect.ts";
import { readUnits } from "./read-units.ts";

/** What the importing thread hands over at the start. */
export interface ReaderInput {
  units: Unit[];
  annotator: string;
}

// Each message asks for one more, so that a slow disk on the other side never lets results pile up.
const port = parentPort;
if (port) {
  // Our own reader.ts started us, with this shape.
  const { units, annotator } = workerData as ReaderInput;
  const reads = readUnits(units, annotator);
  port.on("message", async () => {
    const { value, done } = await reads.next();
    port.postMessage(done ? null : value);
  });
}
