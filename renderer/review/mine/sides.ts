import type { Difference, Version } from "../../../shared/review/difference.ts";
import { gold } from "../../../shared/review/gold.ts";

/** What the annotator has there, and what the gold layer has; null for nothing. */
export function sidesOf({ versions }: Pick<Difference, "versions">): {
  mine: Version | null;
  decided: Version | null;
} {
  return {
    mine: versions.find(({ annotator }) => annotator !== gold) ?? null,
    decided: versions.find(({ annotator }) => annotator === gold) ?? null,
  };
}
