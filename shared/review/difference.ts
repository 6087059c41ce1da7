import { z } from "zod";
import type { Id, TextRange } from "../model/annotation.ts";

/** What is decided one after the other: entities are of decided spans, relations join both. */
export const Stage = z.enum(["spans", "entities", "relations", "labels"]);
export type Stage = z.output<typeof Stage>;
export const stages = Stage.options;

/**
 * How annotators differ, the gravest first; "agreed" alone where they do not.
 * - missing: some have nothing there.
 * - split: few have several spans where most have one; joined: few have one where most have several.
 * - label: other labels of spans. boundary: other ranges. attribute: other attributes of spans or
 *   relations, fields of entities or values of report labels.
 * - entity: another kind or name, or other spans that speak of it. code: other codes.
 * - relation: another label or direction between the same two ends.
 */
export const DifferenceType = z.enum([
  "missing",
  "split",
  "joined",
  "label",
  "entity",
  "relation",
  "boundary",
  "code",
  "attribute",
  "agreed",
]);
export type DifferenceType = z.output<typeof DifferenceType>;
export const differenceTypes = DifferenceType.options;

/** What one annotator has there. */
export interface Version {
  annotator: string;
  /** Their spans, entities or relations; for a report label, its one pseudonym (see compare-labels.ts). */
  members: Id[];
  /** Their label or kind; a report label's value. */
  label: string;
  /** Equal for annotators who say just the same. Made of what is said, not of identifiers. */
  says: string;
  /** Of a relation: it leads from the second of the ends in `on` to the first. */
  isReversed?: true;
}

/** By how much the edges of one annotator's spans lie behind those of another's; negative: before. */
export interface Shift {
  a: string;
  b: string;
  /** UTF-16 code units. */
  start: number;
  end: number;
  /** Words that begin between the two edges. */
  startWords: number;
  endWords: number;
}

/** A place where the compared annotators have something, and whether they have the same. */
export interface Difference {
  /** The same for the same members, wherever and with whomever they are compared. */
  key: string;
  stage: Stage;
  /** At least one, the gravest first. */
  types: DifferenceType[];
  /** All of it in the text, UTF-16 code units; 0 to 0 for what is said of the whole report. */
  start: number;
  end: number;
  /** Of spans, where they leave gaps: the stretches that anybody has, in the order of the text. */
  ranges?: TextRange[];
  /** What is there, for lists: a quote, a name, "CD34 → liver", a report label's name. */
  words: string;
  /** In the order of annotators' names. */
  versions: Version[];
  /** Compared annotators who have nothing there, though they have what it would stand on. */
  missing: string[];
  /** Between each pair whose edges differ. */
  shifts: Shift[];
  /** Keys of the differences that it stands on: of an entity's spans, of a relation's ends. */
  on: string[];
}

/** Why there is nothing to decide, or null. */
export type NothingToCompare =
  | "no-layers"
  | "one-annotator"
  | "nothing-marked"
  | "all-agreed"
  | null;

/** What comparing one report's layers came to. */
export interface Comparison {
  /** In the order of names. */
  annotators: string[];
  /** By stage, then in reading order. */
  differences: Difference[];
  /** What is not compared, so that nobody takes it for agreed. */
  notCompared: {
    events: number;
    groups: number;
    /** Relations of what is itself not compared. */
    relations: number;
  };
  nothing: NothingToCompare;
}
