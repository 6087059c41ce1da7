import type { ProjectAgreement } from "../../../shared/agreement/study/study.ts";
import type { Progress } from "../../../shared/contract.ts";
import { call } from "../../api.ts";
import { toastError } from "../../look/toasts.tsx";
import { onChange } from "../../state/app-store.ts";
import { createValueStore } from "../../state/value-store.ts";
import { type Asking, asking } from "./asking.ts";

/** Figures with what they were asked by. */
export interface Measured {
  /** The project's identifier. */
  project: string;
  asked: Asking;
  agreement: ProjectAgreement;
  /** How many changes the page had heard of when it was measured. */
  changes: number;
}

interface Measuring {
  running: { progress: Progress; cancel: () => void } | null;
  measured: Measured | null;
  /** How many changes the page has heard of: somebody decided, marked or corrected something. */
  changes: number;
}

/** The figures that were measured last, and those that are being measured; both outlive the screen. */
export const measuring = createValueStore<Measuring>({ running: null, measured: null, changes: 0 });

const change = (part: Partial<Measuring>) => measuring.set({ ...measuring.get(), ...part });

// For as long as the page lives: what makes figures old happens on other screens.
onChange(() => change({ changes: measuring.get().changes + 1 }));

/** Measures what is asked for. One that is under way already goes on instead. */
export async function measure(project: string): Promise<void> {
  if (measuring.get().running) return;
  const controller = new AbortController();
  const cancel = () => controller.abort();
  const onProgress = (progress: Progress) => change({ running: { progress, cancel } });
  onProgress({ done: 0, total: 0, doing: "" });
  const asked = asking.get();
  const { changes } = measuring.get();
  try {
    const { signal } = controller;
    const agreement = await call("agreement.measure", requestOf(asked), { onProgress, signal });
    change({ measured: { project, asked, agreement, changes } });
  } catch (error) {
    toastError(error);
  } finally {
    change({ running: null });
  }
}

/** As the operations of agreement and of its report take it. */
export function requestOf({ annotators, measures, by, unfinished, rounds, seed }: Asking) {
  return {
    annotators: annotators && [...annotators],
    measures: [...measures],
    by: [...by],
    ...{ unfinished, bootstrap: rounds, seed },
  };
}
