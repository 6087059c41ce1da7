import type { ProjectMeasureId } from "../../../shared/agreement/study/measure-ids.ts";
import type { Axis } from "../../../shared/agreement/study/report.ts";
import { createValueStore } from "../../state/value-store.ts";

/** What is to be measured next. */
export interface Asking {
  /** Null: everybody who has finished a report. */
  annotators: readonly string[] | null;
  measures: readonly ProjectMeasureId[];
  by: readonly Axis[];
  /** Whether what is not finished is compared, too. */
  unfinished: boolean;
  /** How often cases are drawn for the intervals; 0 for none. */
  rounds: number;
  seed: number;
}

const first: Asking = {
  annotators: null,
  measures: [
    ...(["f1-exact", "f1-overlap", "f1-label", "krippendorff-alpha-token"] as const),
    ...(["attribute-kappa", "code-agreement", "relation-f1", "entity-conll"] as const),
  ],
  by: ["label", "pair"],
  unfinished: false,
  rounds: 1000,
  seed: 1,
};

/** What was chosen last; it stays while other screens are shown. */
export const asking = createValueStore<Asking>(first);

export function ask(part: Partial<Asking>): void {
  asking.set({ ...asking.get(), ...part });
}
