import { setImmediate } from "node:timers/promises";
import type { Progress } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";

/** A report as a release is made of it, with all its layers, and what is known of where it came from. */
export interface ReleaseSource {
  /** Its name is unique in the release. */
  document: AnnotatedDocument;
  /** The imported file's name. */
  sourceFile: string;
  /** What import could not read or changed, and what was corrected since, as sentences. */
  repairs: string[];
}

/** Reports that can be gone through more than once, read one at a time. */
export interface ReleaseSources {
  count: number;
  all(): Iterable<ReleaseSource>;
}

export interface Watch {
  signal: AbortSignal;
  progress(progress: Progress): void;
}

/** Goes through all reports, telling how far; others are answered in between. @throws AppError "cancelled". */
export async function goThrough(
  { count, all }: ReleaseSources,
  { signal, progress }: Watch,
  doing: string,
  visit: (source: ReleaseSource) => void,
): Promise<void> {
  let done = 0;
  for (const source of all()) {
    refuseCancelled(signal);
    visit(source);
    progress({ done: ++done, total: count, doing });
    await setImmediate();
  }
  refuseCancelled(signal);
}

export function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted)
    throw new AppError("cancelled", "The release was cancelled; nothing was written.");
}
