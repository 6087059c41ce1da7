import { Worker } from "node:worker_threads";
import type { FuzzInput, FuzzMessage } from "./worker.ts";

/** Milliseconds that a mutated file may take, on a machine that is busy with other things. */
const longest = 20_000;
/** Megabytes that a reader may have in use. */
const mostMemory = 512;
/** After so many failures of one reader there is enough to mend. */
const enough = 10;

export interface FuzzResult {
  reader: string;
  values: number;
  refused: number;
  /** What went wrong, each with the command that shows it again. */
  failures: string[];
}

/** Feeds mutated files to one reader, in a thread that is ended when a file hangs or fills it. */
export async function fuzz({ reader, seed, first, last }: FuzzInput): Promise<FuzzResult> {
  const result: FuzzResult = { reader, values: 0, refused: 0, failures: [] };
  const fail = (run: number, why: string) =>
    result.failures.push(
      `${reader}, run ${run}: ${why}\n  npm run fuzz -- --only ${reader} --seed ${seed} --first ${run} --count 1`,
    );
  let next = first;
  while (next < last && result.failures.length < enough)
    next = await stretch({ reader, seed, first: next, last }, result, fail);
  return result;
}

/** Runs until the end, or until a file ends the thread; answers with the run to go on with. */
function stretch(
  input: FuzzInput,
  result: FuzzResult,
  fail: (run: number, why: string) => void,
): Promise<number> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  let run = input.first;
  let patience: NodeJS.Timeout | undefined;
  return new Promise((resolve) => {
    let isOver = false;
    const end = (next: number, why?: string) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(patience);
      if (why !== undefined) fail(run, why);
      void worker.terminate().then(() => resolve(next));
    };
    worker.on("message", (message: FuzzMessage) => {
      run = message.run;
      clearTimeout(patience);
      if (message.kind === "begun")
        patience = setTimeout(() => end(run + 1, `no end after ${longest} ms`), longest);
      else if (message.kind === "failed") fail(run, message.why);
      else result[message.kind === "value" ? "values" : "refused"] += 1;
      if (message.kind === "failed" && result.failures.length >= enough) end(input.last);
    });
    worker.on("error", (error) => end(run + 1, `it ended the thread: ${error.stack ?? error}`));
    worker.on("exit", () => end(input.last));
  });
}
