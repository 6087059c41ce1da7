import type { Scheme } from "../../shared/model/scheme.ts";
import { createValueStore } from "../state/value-store.ts";

/** Another scheme that may take the place of the project's. */
export interface Proposal {
  /** Where it comes from; a version's number or a file's name. */
  from: { version: number } | { file: string };
  scheme: Scheme;
  /** What its file says and it does not hold. */
  warnings: readonly string[];
}

/** What is shown before it is taken; null while nothing is. */
export const proposed = createValueStore<Proposal | null>(null);
