import { parentPort, workerData } from "node:worker_threads";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { createWriter, type WriterOptions, type Written } from "./writers.ts";

/** Either what one document came to, or why the export has to stop, with the system's code for it. */
export type WriterReply =
  | { ok: true; written: Written }
  | { ok: false; code: string | null; message: string };

const port = parentPort;
if (port) {
  // Our own export.ts started us, with these options; then it sends one document after the other.
  const writer = createWriter(workerData as WriterOptions);
  const begun = attempt(() => ({ files: writer.begin(), spans: 0, losses: [] }));
  port.postMessage(begun);
  port.on("message", (document: AnnotatedDocument) =>
    port.postMessage(attempt(() => writer.write(document))),
  );
}

function attempt(work: () => Written): WriterReply {
  try {
    return { ok: true, written: work() };
  } catch (error) {
    // Only the system's own errors have a number too.
    const system = error instanceof Error && "errno" in error && "code" in error;
    const code = system ? String(error.code) : null;
    return { ok: false, code, message: error instanceof Error ? error.message : String(error) };
  }
}
