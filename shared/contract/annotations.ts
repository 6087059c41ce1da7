import { z } from "zod";
import { Code, Id, LayerStatus, TextRange } from "../model/annotation.ts";
import { Attributes } from "../model/attributes.ts";
import type { Change } from "../model/change.ts";
import { answers, write } from "../operation.ts";

/** The span to make. `entity` is one of the layer's, "new" for one named like the quote, or null. */
export const SpanDraft = z.object({
  label: z.string().min(1),
  ranges: z.array(TextRange).min(1),
  quote: z.string(),
  entity: z.union([Id, z.literal("new")]).nullable(),
  attributes: Attributes.default({}),
});

export type SpanDraft = z.input<typeof SpanDraft>;

const SpanPatch = z.object({
  label: z.string().min(1).optional(),
  ranges: z.array(TextRange).min(1).optional(),
  /** What the ranges say; checked, where it is given. */
  quote: z.string().optional(),
  attributes: Attributes.optional(),
  note: z.string().optional(),
  unsure: z.boolean().optional(),
  /** Says that what it was flagged for was looked at; every other change of a span says so too. */
  flag: z.literal("").optional(),
  entity: z
    .union([Id, z.literal("new")])
    .nullable()
    .optional(),
});

export type SpanPatch = z.output<typeof SpanPatch>;

const EntityPatch = z.object({
  kind: z.string().min(1).optional(),
  name: z.string().optional(),
  codes: z.array(Code).optional(),
  fields: Attributes.optional(),
  note: z.string().optional(),
  unsure: z.boolean().optional(),
});

export type EntityPatch = z.output<typeof EntityPatch>;

/** One thing of a list in the text: its mark, and the entity that it speaks of. */
const ListedItem = z.object({
  /** The span to make, or one that is there already. */
  mark: z.union([
    z.object({ label: z.string().min(1), ranges: z.array(TextRange).min(1), quote: z.string() }),
    z.object({ span: Id }),
  ]),
  /** One of the layer's, that of an earlier item by its place in the list, or a new one. */
  entity: z.union([Id, z.int().nonnegative(), z.literal("new")]),
  kind: z.string().min(1),
  /** Of a new entity. */
  name: z.string(),
  /** An entity that has a value already keeps it. */
  fields: Attributes,
});

export type ListedItem = z.output<typeof ListedItem>;

/** Places of the text, each with what it says. */
const Places = z.array(z.object({ range: TextRange, quote: z.string() })).min(1);

/** What one annotator says of a report. */
export const annotationOperations = {
  "layer.setStatus": write(z.object({ report: Id, status: LayerStatus }), answers<Change>()),
  /** Labels of the whole report: all of them, as they are to be. */
  "layer.setLabels": write(z.object({ report: Id, labels: Attributes }), answers<Change>()),
  "layer.setNote": write(z.object({ report: Id, note: z.string() }), answers<Change>()),
  "layer.setUnsure": write(z.object({ report: Id, unsure: z.boolean() }), answers<Change>()),
  "span.add": write(z.object({ report: Id, draft: SpanDraft }), answers<Change>()),
  /** Marks many places alike, in one step; "new" makes one entity that they all speak of. */
  "span.addMany": write(
    z.object({ report: Id, draft: SpanDraft.omit({ ranges: true, quote: true }), places: Places }),
    answers<Change>(),
  ),
  "span.update": write(z.object({ span: Id, patch: SpanPatch }), answers<Change>()),
  "span.remove": write(z.object({ spans: z.array(Id).min(1) }), answers<Change>()),
  /** Makes an entity of the given spans of one report. */
  "entity.add": write(
    z.object({ report: Id, kind: z.string().min(1), name: z.string(), spans: z.array(Id) }),
    answers<Change>(),
  ),
  /** Takes a whole list of the text in: spans and what is known of their entities, in one step. */
  "entity.addList": write(
    z.object({ report: Id, items: z.array(ListedItem).min(1) }),
    answers<Change>(),
  ),
  "entity.update": write(z.object({ entity: Id, patch: EntityPatch }), answers<Change>()),
  /** Makes one entity of several: the first keeps its values, the others fill what it lacks. */
  "entity.merge": write(z.object({ into: Id, from: z.array(Id).min(1) }), answers<Change>()),
  /** Moves some of an entity's spans to a new entity that starts with the same values. */
  "entity.split": write(
    z.object({ entity: Id, spans: z.array(Id).min(1), name: z.string() }),
    answers<Change>(),
  ),
  /** Removes the entity; its spans stay, unlinked. */
  "entity.remove": write(z.object({ entity: Id }), answers<Change>()),
};
