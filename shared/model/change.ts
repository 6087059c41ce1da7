import type { TextEdit } from "../correct/edits.ts";
import type { Decision } from "../review/decision.ts";
import type { Entity, Event, Group, LayerStatus, Relation, Span } from "./annotation.ts";
import type { Attributes } from "./attributes.ts";

/** The annotations of a layer by what they are; the store's tables and the page's maps have these names. */
export interface Annotations {
  spans: Span[];
  entities: Entity[];
  relations: Relation[];
  events: Event[];
  groups: Group[];
}

/** What undo and redo would do next, in words; null where there is nothing to do. */
export interface NextSteps {
  undo: string | null;
  redo: string | null;
}

/**
 * What one write did, already saved. The page applies it to what it shows; undo and redo answer with
 * the same. It holds whole annotations, never parts.
 */
export interface Change {
  /** The row in the history; null when nothing had to be changed. */
  history: number | null;
  /** What was done, for people: `marked "CD34" as marker`. */
  summary: string;
  /** The report it happened in, null for the project as a whole. */
  report: string | null;
  put: Annotations;
  /** Identifiers of annotations that are gone. */
  removed: string[];
  /** The layer's own facts where they changed. */
  layer: { status: LayerStatus; labels: Attributes; note: string; unsure: boolean } | null;
  /**
   * The list of reports, a report's facts, its text or the scheme changed, and must be read again.
   * With a text, the places of all annotators' spans may have changed: none of them is told. With
   * layers, annotations of any number of reports have changed, and none of them is told either. With
   * review, something was decided: lists, surveys and progress of it are others now. With questions, those
   * that guidelines are to answer, or what annotators agreed to.
   */
  stale: ("reports" | "text" | "scheme" | "layers" | "searches" | "review" | "questions")[];
  /** What leads from the text before to the one to be read again; left out while the text stays. */
  edits?: TextEdit[];
  next: NextSteps;
  /** What became of decisions and of the gold layer of `report`, of which nothing else here tells; left out where nothing did. */
  review?: ReviewChange;
}

/** Decisions and the gold layer of one report, as far as a write has changed them. */
export interface ReviewChange {
  decisions: Decision[];
  put: Annotations;
  /** Identifiers of decisions and of annotations of the gold layer that are gone. */
  removed: string[];
  /** The gold layer's own facts where they changed. */
  layer: Change["layer"];
}
