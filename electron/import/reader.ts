import { startWorker, type WorkerThread } from "../worker-thread.ts";
import type { Unit } from "./collect.ts";
import type { Read } from "./read-units.ts";
import type { ReaderInput, ReaderMessage } from "./worker.ts";

/** How many results may be on their way: enough to keep both threads busy, too few to fill memory. */
const ahead = 16;

/** How long one file may keep the thread silent; readers stop by themselves well before that. */
const longestSilence = 90_000;

/**
 * Reads units in a worker thread, in their order. A file that hangs or kills the thread is said, and
 * another thread goes on behind it. Leaving the loop early ends the thread.
 * @param patience how long a file, or a page that OCR reads, may take, in milliseconds.
 * @param megabytes how much memory a file may take.
 */
export async function* readInWorker(
  units: readonly Unit[],
  annotator: string,
  patience: number = longestSilence,
  megabytes?: number,
): AsyncGenerator<Read, void> {
  const start = () =>
    startWorker<Read>(import.meta.url, { annotator } satisfies ReaderInput, megabytes);
  let done = 0;
  while (done < units.length) {
    try {
      for await (const read of readInThread(units, done, start, patience)) {
        if (read.kind === "unit") done += 1;
        yield read;
      }
    } catch (error) {
      const at = units[done];
      if (!at) throw error;
      done += 1;
      yield {
        kind: "failed",
        problem: { file: at.shown, message: sentence(at, error) },
        code: null,
      };
      yield { kind: "unit" };
    }
  }
}

/** Reads the units from number `first` on. */
async function* readInThread(
  units: readonly Unit[],
  first: number,
  start: () => WorkerThread<Read>,
  patience: number,
): AsyncGenerator<Read, void> {
  const worker = start();
  let sent = first;
  let done = first;
  const nextUnit = (): ReaderMessage => units[sent++] ?? null;
  try {
    for (let asked = 0; asked < ahead; asked++) worker.post(nextUnit());
    while (done < units.length) {
      const read = await nextWithin(worker, patience);
      if (read.kind === "unit") done += 1;
      if (read.kind !== "page") worker.post(read.kind === "unit" ? nextUnit() : null);
      yield read;
    }
  } finally {
    await worker.end();
  }
}

class Silence extends Error {}

async function nextWithin<Message>(
  worker: WorkerThread<Message>,
  patience: number,
): Promise<Message> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silence()), patience);
  });
  try {
    return await Promise.race([worker.next(), silence]);
  } finally {
    clearTimeout(timer);
  }
}

function sentence({ shown }: Unit, error: unknown): string {
  const what =
    error instanceof Silence
      ? "takes too long to read"
      : "cannot be read: it needs more memory than Casemark gives one file";
  return `"${shown}" ${what}; save its text in a file of its own and import that.`;
}
