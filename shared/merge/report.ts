import type { LayerStatus } from "../model/annotation.ts";

/** A report of the project, as people know it. */
interface NamedReport {
  report: string;
  title: string;
}

/** What became of annotations; each counts in one of the first five, and may count in others too. */
export interface MergeCounts {
  /** Were not here. */
  added: number;
  changed: number;
  removed: number;
  /** The package says nothing new of them. */
  unchanged: number;
  /** Here they have changed since; they stay. */
  newerHere: number;
  /** Changed here and there in different ways: both are kept, one is shown, and somebody has to choose. */
  conflicts: number;
  /** Had been removed, and something that came in refers to them. */
  cameBack: number;
  /** Marked in another version of the text, and moved to their place in the one here. */
  moved: number;
  /** Of these, how many have other words here; they are flagged. */
  flagged: number;
}

/** What a package brings of one annotator's work on one report. */
export interface MergedLayer extends NamedReport, MergeCounts {
  annotator: string;
  /** How the layer stands afterwards; null where there is none. */
  status: LayerStatus | null;
}

/** A correction of a text that is not taken over: whoever wants it makes it here. */
export interface OtherText extends NamedReport {
  annotator: string;
  /** ISO 8601, UTC. */
  at: string;
  /** How many places it corrects. */
  edits: number;
}

/** The package's scheme, which only went on from the one that was here and is in force here now. */
export interface SchemeTaken {
  version: number;
  /** What is another thing than before, in words. */
  changes: string[];
  /** How many annotations got other names with it. */
  annotations: number;
}

/** How the package's scheme and the one here differ. */
interface SchemeDrift {
  /** Also where it was taken over. */
  isSame: boolean;
  /** Null where the scheme here stays. */
  taken: SchemeTaken | null;
  /** Changes that what came in was made to follow, in words: renamed the label “drug” to “medicine”. */
  followed: string[];
  /** Definitions that came in with what uses them, in words: label “margin”. */
  added: string[];
  /** What else differs, in words; it stays as it is here. */
  differences: string[];
}

/** What a merge did, or would do. Nothing that came is left without being counted here. */
export interface MergeReport extends MergeCounts {
  /** Whether there was anything new in it. */
  isNews: boolean;
  newReports: NamedReport[];
  /** Were taken out here, and stay out; work on them came in all the same. */
  removedHere: NamedReport[];
  /** Have another title or case in the package; they keep theirs. */
  namedOtherwise: (NamedReport & { there: string })[];
  layers: MergedLayer[];
  /** Layers of the package that their annotators have not finished. */
  unfinished: (NamedReport & { annotator: string })[];
  texts: OtherText[];
  scheme: SchemeDrift;
  /** How many annotators' reading of how many reports was added to. */
  readings: number;
}
