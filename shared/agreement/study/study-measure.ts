import type { AskedFilter } from "../../review/filter.ts";
import type { Gathered } from "./gathered.ts";
import type { Index, Within } from "./index-of.ts";
import type { LeftOut } from "./left-out.ts";
import type { Part } from "./part.ts";

/** A measure of a project. */
export interface StudyMeasure {
  /** As in `casemark agree --measures`. */
  id: string;
  /** What it takes for granted, in one sentence for whoever reads the figure. */
  assumes: string;
  /** Whether it can be told apart by label, by section, and by attribute or report label. */
  axes: readonly ("label" | "section" | "attribute")[];
  /** Whose labels it is told apart by; those of spans where it is left out. */
  labelsOf?: "relations";
  /** Which differences lie behind it. */
  behind: Pick<AskedFilter, "stages" | "types">;
  /** What of the compared reports it does not look at. */
  leftOut(gathered: Gathered): LeftOut[];
  /** A coefficient for each pair, or one of all; the figure is their mean. None where nothing is compared. */
  parts(index: Index, within: Within): Part[];
  /** By attribute or report label, where it can be told apart. */
  partsByAttribute?(index: Index): Map<string, Part[]>;
}

export const nothingLeftOut = (): LeftOut[] => [];
