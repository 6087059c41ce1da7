import type { Progress } from "../../shared/contract.ts";
import type { CallOptions } from "../doors/door.ts";
import { createValueStore } from "../state/value-store.ts";

/** Work that takes long enough to be seen. */
export interface Job {
  id: number;
  title: string;
  progress: Progress;
  cancel: () => void;
}

const jobs = createValueStore<readonly Job[]>([]);
export const useJobs = jobs.use;

let lastId = 0;

/** Runs work with its progress in the corner, where it can be cancelled; it may take several calls. */
export async function runJob<Value>(
  title: string,
  work: (options: CallOptions) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  const id = ++lastId;
  const progress = { done: 0, total: 0, doing: "" };
  jobs.set([...jobs.get(), { id, title, progress, cancel: () => controller.abort() }]);
  const onProgress = seldom((now: Progress) =>
    jobs.set(jobs.get().map((job) => (job.id === id ? { ...job, progress: now } : job))),
  );
  try {
    return await work({ onProgress, signal: controller.signal });
  } finally {
    jobs.set(jobs.get().filter((job) => job.id !== id));
  }
}

// In milliseconds: as often as figures can be read, so that drawing them never slows the work.
const betweenFigures = 100;

/** Lets through what is said first, and then no more than one in each while. */
function seldom(show: (progress: Progress) => void): (progress: Progress) => void {
  let next = 0;
  return (progress) => {
    const now = performance.now();
    if (now < next) return;
    next = now + betweenFigures;
    show(progress);
  };
}
