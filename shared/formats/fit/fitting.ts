import type { Holds } from "../format.ts";
import type { LossBook } from "../losses.ts";

/** What one step of fitting is told. */
export interface Fitting {
  holds: Holds;
  book: LossBook;
  /** The document's name, for examples. */
  name: string;
  text: string;
}

/** What becomes of most that a format cannot hold. */
export const dropped = "left out.";
