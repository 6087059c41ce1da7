import { parentPort, workerData } from "node:worker_threads";
import { outliveStrayRejections } from "../../electron/import/stray-rejections.ts";
import type { Seedling } from "./mutations.ts";
import { checkProblem } from "./outcome.ts";
import { randomFrom } from "./random.ts";
import { readers } from "./readers.ts";

/** Which runs a thread makes, from the first to before the last. */
export interface FuzzInput {
  reader: string;
  seed: number;
  first: number;
  last: number;
}

export type FuzzMessage =
  | { kind: "begun"; run: number }
  | { kind: "value" | "refused"; run: number }
  | { kind: "failed"; run: number; why: string };

/** The file of one run, the same for the same seed. */
function fileOf({ reader, seed }: FuzzInput, run: number, files: readonly Seedling[]): Seedling {
  const random = randomFrom(`${seed} ${reader} ${run}`);
  return readers[reader]!.mutate(random, random.pick(files), random.pick(files));
}

async function outcomeOf(reader: string, file: Seedling, run: number): Promise<FuzzMessage> {
  try {
    await readers[reader]!.read(file);
    return { kind: "value", run };
  } catch (error) {
    try {
      checkProblem(error);
      return { kind: "refused", run };
    } catch (wrong) {
      const why = wrong instanceof Error ? (wrong.stack ?? wrong.message) : String(wrong);
      return { kind: "failed", run, why };
    }
  }
}

const port = parentPort;
if (port) {
  outliveStrayRejections();
  // fuzz.ts started us, with this shape.
  const input = workerData as FuzzInput;
  const files = readers[input.reader]!.files();
  for (let run = input.first; run < input.last; run++) {
    const file = fileOf(input, run, files);
    port.postMessage({ kind: "begun", run } satisfies FuzzMessage);
    port.postMessage(await outcomeOf(input.reader, file, run));
  }
}
