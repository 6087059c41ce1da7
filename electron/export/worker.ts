import { parentPort } from "node:worker_threads";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { Writer, WriterOptions, Written } from "./writer.ts";
import { createWriter } from "./writers.ts";

/** Either what one step came to, or why the export has to stop, with the system's code for it. */
export type WriterReply =
  | { ok: true; written: Written }
  | { ok: false; code: string | null; message: string };

/** One step of an export; another one may begin when one has come to its end. */
export type WriterOrder =
  | { do: "begin"; options: WriterOptions }
  | { do: "write"; document: AnnotatedDocument }
  | { do: "end" };

const port = parentPort;
if (port) {
  const carryOut = startWriting();
  let turn = Promise.resolve();
  // Only our own export.ts sends orders.
  port.on("message", (order: WriterOrder) => {
    // One after the other, whatever comes while a writer waits for its disk.
    turn = turn.then(async () => port.postMessage(await attempt(() => carryOut(order))));
  });
}

function startWriting() {
  let writer: Writer | null = null;
  return (order: WriterOrder): Written | Promise<Written> => {
    if (order.do === "begin") {
      writer = createWriter(order.options);
      return writer.begin();
    }
    if (writer === null) throw new Error("nothing is being written");
    return order.do === "write" ? writer.write(order.document) : writer.end();
  };
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
