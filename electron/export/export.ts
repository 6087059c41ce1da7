import { renameSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import type { Progress } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { WholeFile } from "../../shared/formats/format.ts";
import { type ExportFormat, titleOfFormat } from "../../shared/formats/format-ids.ts";
import type { Loss } from "../../shared/formats/losses.ts";
import { leavesUnitOpen, mayWrite } from "../../shared/formats/offset-units.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { startWorker } from "../worker-thread.ts";
import { openDestination } from "./destination.ts";
import { explainWriting } from "./problems.ts";
import type { WriterOrder, WriterReply } from "./worker.ts";
import { addUp, type WriterOptions, type Written } from "./writer.ts";

export interface LossRequest extends Omit<WriterOptions, "draft"> {
  total: number;
  /** Read one at a time, so that memory does not grow with the project. */
  documents: Iterable<AnnotatedDocument>;
  signal: AbortSignal;
  progress(progress: Progress): void;
}

export interface ExportRequest extends LossRequest {
  /** The file or folder to make. */
  path: string;
}

export interface ExportResult {
  reports: number;
  files: number;
  spans: number;
  losses: Loss[];
}

/** A thread in which one export is written after the other. */
export interface WriterThread {
  send(order: WriterOrder): void;
  /** What the next order came to, in the order of sending. @throws AppError "internal", or the system's error. */
  next(): Promise<Written>;
  /** Stops it, whatever it is at. */
  end(): Promise<void>;
}

/** Does something with a thread that writes, and ends it. */
export async function withWriter<Value>(
  work: (thread: WriterThread) => Promise<Value>,
): Promise<Value> {
  const worker = startWorker<WriterReply>(import.meta.url, null);
  try {
    return await work({
      send: worker.post,
      next: async () => written(await worker.next()),
      end: worker.end,
    });
  } finally {
    await worker.end();
  }
}

/** Writes and verifies documents in a thread of their own. @see exportInThread */
export function exportDocuments(request: ExportRequest): Promise<ExportResult> {
  return withWriter((thread) => exportInThread(thread, request));
}

/**
 * Writes and verifies documents in a thread, which takes no other orders meanwhile, and is
 * ended by a failure. What does not come to its end leaves nothing behind.
 * @throws AppError "cancelled", "bad-input", "disk-full", "read-only" or "internal".
 */
export async function exportInThread(
  thread: WriterThread,
  request: ExportRequest,
): Promise<ExportResult> {
  const { path, place } = request;
  try {
    const destination = openDestination(path, place);
    try {
      const { beside, ...result } = await passAll(thread, request, destination.draft, writing);
      destination.finish();
      writeBeside(path, beside);
      return { ...result, files: result.files + beside.length };
    } catch (error) {
      // First, or it could write again what is taken away.
      await thread.end();
      destination.discard();
      throw error;
    }
  } catch (error) {
    throw explainWriting(error, path);
  }
}

/** What the format could not hold of the documents; nothing is written. @throws AppError "cancelled". */
export function findLosses(request: LossRequest): Promise<Loss[]> {
  return withWriter((thread) => lossesInThread(thread, request));
}

/** The same in a thread, which takes no other orders meanwhile. */
export async function lossesInThread(thread: WriterThread, request: LossRequest): Promise<Loss[]> {
  const doing = "Looking for what the format cannot hold";
  return (await passAll(thread, request, null, doing)).losses;
}

const writing = "Writing and reading back";

/** Hands one document after the other to the thread. */
async function passAll(
  thread: WriterThread,
  request: LossRequest,
  draft: string | null,
  doing: string,
) {
  const { total, documents, signal, progress } = request;
  const { format, offsets, folders, scheme, place } = request;
  if (!mayWrite(format, offsets)) throw otherUnit(format);
  const options: WriterOptions = { format, offsets, folders, scheme, place, draft };
  thread.send({ do: "begin", options });
  let sum = await thread.next();
  let sent = 0;
  let reports = 0;
  const takeNext = async () => {
    sum = addUp([sum, await thread.next()]);
    progress({ done: ++reports, total, doing });
  };
  for (const document of documents) {
    if (signal.aborted) throw cancelled();
    thread.send({ do: "write", document });
    // While the thread writes one report, the next is fetched; no more, so that memory stays flat.
    if (++sent > 1) await takeNext();
  }
  while (reports < sent && !signal.aborted) await takeNext();
  if (signal.aborted) throw cancelled();
  thread.send({ do: "end" });
  return { reports, ...addUp([sum, await thread.next()]) };
}

function otherUnit(format: ExportFormat): AppError {
  const title = titleOfFormat(format);
  const why = leavesUnitOpen(format)
    ? `Offsets of ${title} never count graphemes; choose another unit for them.`
    : `What offsets of ${title} count is fixed by the format; leave it to the format ("native").`;
  return new AppError("bad-input", why);
}

const cancelled = () => new AppError("cancelled", "The export was cancelled; nothing was written.");

/** Files that belong to a single file stand beside it and begin with its name: out.config.xml. */
function writeBeside(path: string, wholes: readonly WholeFile[]): void {
  const { dir, name } = parse(path);
  for (const whole of wholes) {
    const file = join(dir, `${name}.${whole.name}`);
    writeFileSync(`${file}.unfinished`, whole.text);
    renameSync(`${file}.unfinished`, file);
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
