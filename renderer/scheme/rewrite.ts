import type { SchemeImpact } from "../../shared/contract/scheme.ts";
import { AppError } from "../../shared/errors.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import type { SchemeChange, Subject } from "../../shared/scheme/rewrite-changes.ts";
import { inList } from "../../shared/scheme/rewrite-scheme.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { runJob } from "../shell/jobs.ts";
import { getApp, offerUndo, write, writeLong } from "../state/app-store.ts";
import { createValueStore } from "../state/value-store.ts";

/** Changes that annotations have to follow, and how to ask for them. */
export interface Rewrite {
  /** The question, and what the button says that answers it. */
  title: string;
  action: string;
  /** What was done, as a sentence. */
  done: string;
  isDanger?: boolean;
  changes: SchemeChange[];
  onDone?: () => void;
}

/** What is asked before annotations follow; null while nothing is. */
export const asked = createValueStore<{ rewrite: Rewrite; impact: SchemeImpact } | null>(null);

/** Looks at what the changes touch: annotations are asked about first, anything else is done at once. */
export async function askRewrite(rewrite: Rewrite): Promise<void> {
  try {
    const impact = await runJob(rewrite.title, (options) =>
      call("scheme.preview", { changes: rewrite.changes, examples: 50 }, options),
    );
    if (impact.annotations === 0) await carryOut(rewrite);
    else asked.set({ rewrite, impact });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "cancelled")) toastError(error);
  }
}

/** Answers whether it was done. */
export async function carryOut({ title, changes, done, onDone }: Rewrite): Promise<boolean> {
  asked.set(null);
  const change = await writeLong(title, "scheme.rewrite", { changes });
  if (!change) return false;
  onDone?.();
  offerUndo(done);
  return true;
}

/** Saves a scheme that differs in nothing that annotations would have to follow. */
export const saveScheme = (scheme: Scheme) => write("scheme.replace", { scheme });

/** Changes facts of one definition; its name is changed by askRewrite. */
export function patch(subject: Subject, facts: object): void {
  const { scheme } = getApp();
  if (!scheme) return;
  const patched = inList(scheme, subject, (list) =>
    list.map((one) => (one.name === subject.name ? withFacts(one, facts) : one)),
  );
  void saveScheme(patched);
}

/** A fact that is undefined is left out: rules that are not set are not there. */
function withFacts<Definition extends object>(definition: Definition, facts: object): Definition {
  const entries = Object.entries({ ...definition, ...facts });
  // The facts are those of this definition, as its form gives them; the Node side reads them with the schema.
  return Object.fromEntries(entries.filter(([, fact]) => fact !== undefined)) as Definition;
}
