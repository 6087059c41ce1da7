import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "../../shared/errors.ts";
import { explain } from "../store/problems.ts";
import { type Follow, measureProject } from "./measure-project.ts";
import type { MeasureInput, MeasureReply } from "./request.ts";

/** So often progress is told, in milliseconds. */
const betweenTold = 50;

const port = parentPort;
if (port) {
  const tell = (reply: MeasureReply) => port.postMessage(reply);
  // Our own in-thread.ts started us, with this shape.
  tell(await attempt(workerData as MeasureInput, tell));
}

async function attempt(
  { request, stop }: MeasureInput,
  tell: (reply: MeasureReply) => void,
): Promise<MeasureReply> {
  try {
    return { kind: "done", value: await measureProject(request, following(stop, tell)) };
  } catch (thrown) {
    const error = explain(thrown, request.file);
    if (error instanceof AppError)
      return { kind: "failed", code: error.code, message: error.message };
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: "failed", code: null, message };
  }
}

function following(stop: Int32Array, tell: (reply: MeasureReply) => void): Follow {
  let last = 0;
  return (doing, done, total) => {
    if (Atomics.load(stop, 0) !== 0)
      throw new AppError("cancelled", "Measuring agreement was cancelled.");
    const now = performance.now();
    if (now - last < betweenTold && done < total) return;
    last = now;
    tell({ kind: "progress", progress: { done, total, doing } });
  };
}
