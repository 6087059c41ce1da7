import { Worker } from "node:worker_threads";

/** A thread that answers with messages of one type. */
export interface WorkerThread<Message> {
  post(message: unknown): void;
  /** Its next message, as soon as there is one. @throws what ended the thread, if it ended. */
  next(): Promise<Message>;
  /** Whether the process is to wait for it before it ends; it is until this says otherwise. */
  setNeeded(isNeeded: boolean): void;
  end(): Promise<void>;
}

/** A file that is made to fill memory ends its thread, not the app. */
const mostMegabytes = 1024;

/** For what has just been made. V8 would take twice as much after a while, which makes nothing faster here. */
const youngMegabytes = 48;

/** What the readers' own code and the importing side may take besides, in megabytes. */
const besides = 300;
/** How often its memory is looked at, in milliseconds. */
const lookEvery = 250;

/** Starts the worker.ts that lies beside the module with this address. */
export function startWorker<Message>(
  beside: string,
  workerData: unknown,
  megabytes: number = mostMegabytes,
): WorkerThread<Message> {
  // From source the worker is TypeScript, in the packaged app it is JavaScript.
  const file = new URL(beside.endsWith(".ts") ? "./worker.ts" : "./worker.js", beside);
  const worker = new Worker(file, {
    workerData,
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes,
      maxYoungGenerationSizeMb: youngMegabytes,
    },
  });
  const inbox = createInbox<Message>();
  worker.on("message", inbox.deliver);
  worker.on("error", inbox.fail);
  worker.on("exit", (code) => inbox.fail(new Error(`the thread ended with code ${code}`)));
  endWhenFull(worker, megabytes);
  return {
    post: (message) => worker.postMessage(message),
    next: inbox.next,
    setNeeded: (isNeeded) => {
      if (isNeeded) worker.ref();
      else worker.unref();
    },
    end: async () => {
      await worker.terminate();
    },
  };
}

/**
 * What a thread holds in buffers is not in its heap, whose limit knows nothing of it. The process as a
 * whole is looked at: asking a thread that is ending for its own figures has crashed Node.
 */
function endWhenFull(worker: Worker, megabytes: number): void {
  const most = process.memoryUsage.rss() + (megabytes + besides) * 2 ** 20;
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() > most) void worker.terminate();
  }, lookEvery);
  timer.unref();
  worker.on("exit", () => clearInterval(timer));
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
