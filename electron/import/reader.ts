import { Worker } from "node:worker_threads";
import type { Unit } from "./collect.ts";
import type { Read } from "./read-units.ts";
import type { ReaderInput } from "./worker.ts";

/** How many results may be on their way: enough to keep both threads busy, too few to fill memory. */
const ahead = 16;

/** Reads units in a worker thread, in their order. Leaving the loop early ends the thread. */
export async function* readInWorker(units: Unit[], annotator: string): AsyncGenerator<Read, void> {
  const input: ReaderInput = { units, annotator };
  const worker = new Worker(workerFile(), { workerData: input });
  const inbox = createInbox<Read | null>();
  worker.on("message", inbox.deliver);
  worker.on("error", inbox.fail);
  worker.on("exit", (code) => inbox.fail(new Error(`the reader ended with code ${code}`)));
  try {
    for (let asked = 0; asked < ahead; asked++) worker.postMessage("more");
    for (let read = await inbox.next(); read !== null; read = await inbox.next()) {
      worker.postMessage("more");
      yield read;
    }
  } finally {
    await worker.terminate();
  }
}

// From source the worker is TypeScript, bundled it is JavaScript beside this file.
function workerFile(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);
}

interface Inbox<Message> {
  deliver(message: Message): void;
  fail(error: Error): void;
  next(): Promise<Message>;
}

/** Holds messages until they are asked for, and those who ask until there is one. */
function createInbox<Message>(): Inbox<Message> {
  const waiting: Message[] = [];
  let failure: Error | null = null;
  let wake = () => {};
  return {
    deliver(message) {
      waiting.push(message);
      wake();
    },
    fail(error) {
      failure ??= error;
      wake();
    },
    async next() {
      for (;;) {
        const message = waiting.shift();
        if (message !== undefined) return message;
        if (failure) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
