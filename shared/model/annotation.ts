import { z } from "zod";
import { Attributes } from "./attributes.ts";

/** An annotation's identifier, unique over all projects (a UUID once it is stored). */
export const Id = z.string().min(1);
export type Id = z.output<typeof Id>;

/** UTF-16 code units from the start of the report's text, end exclusive. See shared/text/offsets.ts. */
export const TextRange = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type TextRange = z.output<typeof TextRange>;

/** Whether whoever made it is not sure of it. Left out while they are. */
const unsure = z.boolean().optional();

/** One label on one or more ranges of the text; several ranges make a discontinuous span. */
export const Span = z.object({
  id: Id,
  label: z.string().min(1),
  /** In the order they were marked; at least one. */
  ranges: z.array(TextRange).min(1),
  /** The text of the ranges, joined by one space. Checked on every write and read of a file. */
  quote: z.string(),
  attributes: Attributes,
  entity: Id.nullable(),
  note: z.string(),
  /** Why somebody should look at it again: a sentence. Left out while there is no reason. */
  flag: z.string().optional(),
  unsure,
});
export type Span = z.output<typeof Span>;

export const Code = z.object({ system: z.string(), code: z.string(), display: z.string() });
export type Code = z.output<typeof Code>;

/** The structured thing that spans speak of. */
export const Entity = z.object({
  id: Id,
  kind: z.string().min(1),
  name: z.string(),
  codes: z.array(Code),
  fields: Attributes,
  note: z.string(),
  unsure,
});
export type Entity = z.output<typeof Entity>;

/** A typed, directed link between two spans, two events or two entities. */
export const Relation = z.object({
  id: Id,
  label: z.string().min(1),
  from: Id,
  to: Id,
  attributes: Attributes,
  note: z.string(),
});
export type Relation = z.output<typeof Relation>;

/** Something that happens: a span as its trigger, and who takes part in which role. */
export const Event = z.object({
  id: Id,
  label: z.string().min(1),
  trigger: Id,
  arguments: z.array(z.object({ role: z.string(), target: Id })),
  attributes: Attributes,
  note: z.string(),
});
export type Event = z.output<typeof Event>;

/** Annotations that belong together without order or direction, such as an equivalence. */
export const Group = z.object({
  id: Id,
  label: z.string().min(1),
  members: z.array(Id).min(1),
  note: z.string(),
});
export type Group = z.output<typeof Group>;

export const LayerStatus = z.enum(["open", "done", "locked"]);
export type LayerStatus = z.output<typeof LayerStatus>;

/** One annotator's work on one report. */
export interface Layer {
  id: Id;
  annotator: string;
  status: LayerStatus;
  spans: Span[];
  entities: Entity[];
  relations: Relation[];
  events: Event[];
  groups: Group[];
  /** Labels of the whole report. */
  labels: Attributes;
  /** What the annotator notes on the report as a whole; left out where there is nothing. */
  note?: string | undefined;
  /** Whether they are not sure of their work on it; left out while they are. */
  unsure?: boolean | undefined;
}
