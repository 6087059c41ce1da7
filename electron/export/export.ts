import type { Progress } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { addUpLosses, type Loss } from "../../shared/formats/losses.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { startWorker } from "../worker-thread.ts";
import { type Destination, openDestination } from "./destination.ts";
import { explainWriting } from "./problems.ts";
import type { WriterReply } from "./worker.ts";
import type { WriterOptions, Written } from "./writers.ts";

export interface ExportRequest extends Omit<WriterOptions, "draft"> {
  /** The file or folder to make. */
  path: string;
  total: number;
  /** Read one at a time, so that memory does not grow with the project. */
  documents: Iterable<AnnotatedDocument>;
  signal: AbortSignal;
  progress(progress: Progress): void;
}

export interface ExportResult {
  reports: number;
  files: number;
  spans: number;
  losses: Loss[];
}

/**
 * Writes and verifies documents in a worker thread. What does not come to its end leaves nothing
 * behind. @throws AppError "cancelled", "bad-input", "disk-full", "read-only" or "internal".
 */
export async function exportDocuments(request: ExportRequest): Promise<ExportResult> {
  try {
    const kind = request.format === "brat" ? "folder" : "file";
    return await writeTo(openDestination(request.path, kind), request);
  } catch (error) {
    throw explainWriting(error, request.path);
  }
}

async function writeTo(destination: Destination, request: ExportRequest): Promise<ExportResult> {
  const { format, total, documents, signal, progress } = request;
  const { offsets, folders, scheme } = request;
  const options: WriterOptions = { format, offsets, folders, scheme, draft: destination.draft };
  const worker = startWorker<WriterReply>(import.meta.url, options);
  const sum = createSum();
  try {
    sum.add(written(await worker.next()));
    let reports = 0;
    for (const document of documents) {
      if (signal.aborted)
        throw new AppError("cancelled", "The export was cancelled; nothing was written.");
      worker.post(document);
      sum.add(written(await worker.next()));
      progress({ done: ++reports, total, doing: "Writing and reading back" });
    }
    destination.finish();
    return { reports, ...sum.result() };
  } catch (error) {
    destination.discard();
    throw error;
  } finally {
    await worker.end();
  }
}

function written(reply: WriterReply): Written {
  if (reply.ok) return reply.written;
  if (reply.code !== null) throw Object.assign(new Error(reply.message), { code: reply.code });
  throw new AppError(
    "internal",
    `The export was stopped and nothing was written: ${reply.message}`,
  );
}

/** Adds up results; what was lost in many documents is one sentence with its count. */
function createSum() {
  const sum: Written = { files: 0, spans: 0, losses: [] };
  return {
    add(one: Written) {
      sum.files += one.files;
      sum.spans += one.spans;
      sum.losses = addUpLosses([...sum.losses, ...one.losses]);
    },
    result: () => sum,
  };
}
