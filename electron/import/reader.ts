import { startWorker } from "../worker-thread.ts";
import type { Unit } from "./collect.ts";
import type { Read } from "./read-units.ts";
import type { ReaderInput } from "./worker.ts";

/** How many results may be on their way: enough to keep both threads busy, too few to fill memory. */
const ahead = 16;

/** Reads units in a worker thread, in their order. Leaving the loop early ends the thread. */
export async function* readInWorker(units: Unit[], annotator: string): AsyncGenerator<Read, void> {
  const input: ReaderInput = { units, annotator };
  const worker = startWorker<Read | null>(import.meta.url, input);
  try {
    for (let asked = 0; asked < ahead; asked++) worker.post("more");
    for (let read = await worker.next(); read !== null; read = await worker.next()) {
      worker.post("more");
      yield read;
    }
  } finally {
    await worker.end();
  }
}
