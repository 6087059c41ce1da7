import { setImmediate } from "node:timers/promises";
import type { Progress } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";

/** A report as a release is made of it, with all its layers, and what is known of where it came from. */
export interface ReleaseSource {
  document: AnnotatedDocument;
  /** The imported file's name. */
  sourceFile: string;
  /** What import could not read or changed, and what was corrected since, as sentences. */
  repairs: string[];
}

/** Reports that are read one at a time, and may be read again. */
export interface ReleaseSources {
  count: number;
  /** By their place in the project, from 0. Two may have one name. */
  read(at: number): ReleaseSource;
  /** Whether they are released in the order of their names, since their order in the project may tell whose they are. */
  byName: boolean;
}

/** A report that goes into a release: where it is among the sources, and its name there, which no other has. */
export interface Listed {
  at: number;
  name: string;
  case: string;
}

/** A listed report with its name in the release. */
export function readListed({ read }: ReleaseSources, { at, name }: Listed): ReleaseSource {
  const source = read(at);
  return { ...source, document: { ...source.document, name } };
}

export interface Watch {
  signal: AbortSignal;
  progress(progress: Progress): void;
}

/** Does something with each of a list, telling how far; others are answered in between. @throws AppError "cancelled". */
export async function goThrough<One>(
  list: readonly One[],
  { signal, progress }: Watch,
  doing: string,
  visit: (one: One) => void,
): Promise<void> {
  for (const [at, one] of list.entries()) {
    refuseCancelled(signal);
    visit(one);
    progress({ done: at + 1, total: list.length, doing });
    await setImmediate();
  }
  refuseCancelled(signal);
}

/** Does work step by step; others are answered in between. @throws AppError "cancelled". */
export async function stepThrough<Value>(
  steps: Generator<void, Value>,
  { signal }: Watch,
): Promise<Value> {
  for (;;) {
    refuseCancelled(signal);
    const { done, value } = steps.next();
    if (done) return value;
    await setImmediate();
  }
}

export function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted)
    throw new AppError("cancelled", "The release was cancelled; nothing was written.");
}
