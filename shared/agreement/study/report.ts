import type { Entity, Layer, Relation, Span } from "../../model/annotation.ts";
import type { Section, SectionKind } from "../../model/report.ts";

/** What is compared of one annotator's work on one report. Of events and groups only how many there are. */
export interface StudyLayer extends Pick<Layer, "annotator" | "status" | "labels"> {
  spans: Pick<Span, "id" | "label" | "ranges" | "attributes" | "entity">[];
  entities: Pick<Entity, "id" | "codes">[];
  relations: Pick<Relation, "id" | "label" | "from" | "to">[];
  events: { id: string }[];
  groups: { id: string }[];
}

/** A report as a study reads it: once, after which it may be forgotten. */
export interface StudyReport {
  /** Its identifier in the project. */
  id: string;
  /** What people know it by. */
  title: string;
  /** The case that it belongs to, which is what a bootstrap draws. */
  case: string;
  text: string;
  sections: readonly Section[];
  layers: readonly StudyLayer[];
}

/** What stands for a place outside of all sections. */
export const noSection = "none";

/** What can be told apart besides all together. */
export const axes = ["label", "section", "report", "pair"] as const;
export type Axis = (typeof axes)[number];

/** What a figure is of. A field is null where the figure is of all that there are. */
export interface ProjectScope {
  /** "attribute" is one attribute of spans, or one label of whole reports. */
  scope: "all" | Axis | "attribute";
  /** Who is compared: all, or the two of a pair. */
  annotators: readonly string[];
  label: string | null;
  /** A kind of section; "none" for what begins outside of all. */
  section: SectionKind | typeof noSection | null;
  /** Its identifier in the project, and its title. */
  report: { id: string; title: string } | null;
  attribute: string | null;
}
