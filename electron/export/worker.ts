import { parentPort, workerData } from "node:worker_threads";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { WriterOptions, Written } from "./writer.ts";
import { createWriter } from "./writers.ts";

/** Either what one step came to, or why the export has to stop, with the system's code for it. */
export type WriterReply =
  | { ok: true; written: Written }
  | { ok: false; code: string | null; message: string };

const port = parentPort;
if (port) {
  // Our own export.ts started us, with these options; then it sends documents, and null for the end.
  const writer = createWriter(workerData as WriterOptions);
  const answer = async (work: () => Written | Promise<Written>) =>
    port.postMessage(await attempt(work));
  let turn = answer(() => writer.begin());
  port.on("message", (document: AnnotatedDocument | null) => {
    // One after the other, whatever comes while a writer waits for its disk.
    turn = turn.then(() => answer(() => (document ? writer.write(document) : writer.end())));
  });
}

async function attempt(work: () => Written | Promise<Written>): Promise<WriterReply> {
  try {
    return { ok: true, written: await work() };
  } catch (error) {
    // Only the system's own errors have a number too.
    const system = error instanceof Error && "errno" in error && "code" in error;
    const code = system ? String(error.code) : null;
    return { ok: false, code, message: error instanceof Error ? error.message : String(error) };
  }
}
