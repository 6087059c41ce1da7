import { contract, type OperationName } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { CallContext } from "./context.ts";
import { readingJobs } from "./readiness.ts";

/** Who writes the project: short writes and jobs between each other, or one long work alone. */
export interface Turns {
  readonly jobs: Set<Promise<unknown>>;
  alone: Promise<unknown> | null;
}

export const createTurns = (): Turns => ({ jobs: new Set(), alone: null });

/** They see themselves whether they have to be alone. */
const alone: readonly OperationName[] = [
  "scheme.rewrite",
  "scheme.preview",
  "history.undo",
  "history.redo",
  "review.decideMany",
  "review.acceptAgreed",
  "packages.look",
  "packages.merge",
];

/** Lets an operation write only while nobody writes alone. Reading waits for nobody. */
export async function inTurn<Value>(
  turns: Turns,
  name: OperationName,
  work: () => Value | Promise<Value>,
): Promise<Value> {
  if (!mayWrite(name)) return work();
  return whenFree(turns, () => {
    if (contract[name].effect !== "job" || alone.includes(name)) return work();
    return counted(turns, Promise.resolve(work()));
  });
}

function mayWrite(name: OperationName): boolean {
  // Its changes are carried out and taken back.
  if (name === "scheme.preview") return true;
  const { effect } = contract[name];
  // Another project cannot take the place of this one, and what a person sets is not in it.
  if (effect === "setting") return name.startsWith("project.");
  return effect !== "read" && !readingJobs.includes(name);
}

/** Does something once nobody writes alone. */
export async function whenFree<Value>(
  turns: Turns,
  work: () => Value | Promise<Value>,
): Promise<Value> {
  // Nothing comes between looking and doing, or another long work could have begun.
  while (turns.alone) {
    await Promise.allSettled([turns.alone]);
    // Its answer goes out first: both say what undo would take back next.
    await new Promise(setImmediate);
  }
  return work();
}

async function counted<Value>({ jobs }: Turns, job: Promise<Value>): Promise<Value> {
  jobs.add(job);
  try {
    return await job;
  } finally {
    jobs.delete(job);
  }
}

/**
 * Writes while nobody else does, after jobs that are under way.
 * @throws AppError "cancelled" when that was cancelled, or the project left, before it began.
 */
export async function inOwnTurn<Value>(
  context: CallContext,
  work: () => Promise<Value>,
): Promise<Value> {
  const { session, signal, progress } = context;
  const { turns, db } = session;
  while (turns.alone || turns.jobs.size > 0) {
    progress({ done: 0, total: 0, doing: "Waiting for other work to end" });
    await Promise.race([Promise.allSettled([turns.alone, ...turns.jobs]), aborted(signal)]);
    if (signal.aborted || session.db.name !== db.name)
      throw new AppError("cancelled", "It was cancelled; nothing was changed.");
  }
  const own = work();
  turns.alone = own;
  try {
    return await own;
  } finally {
    turns.alone = null;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
