import type { TextRange } from "../../model/annotation.ts";

export type Result = "positive" | "negative" | "equivocal";

/** What a text says of one marker; what it does not say is left out. */
export interface Finding {
  result?: Result;
  extent?: "focal" | "diffuse";
  /** Of cells; of a span of figures the upper one. */
  percent?: number;
  intensity?: "weak" | "moderate" | "strong";
  method?: "IHC" | "FISH" | "PCR" | "NGS" | "flow";
  clone?: string;
}

/** A marker that a text names, where, and what is said of it there. */
export interface ListedMarker {
  range: TextRange;
  says: Finding;
}

export const opposite = (result: Result): Result =>
  result === "positive" ? "negative" : result === "negative" ? "positive" : result;
