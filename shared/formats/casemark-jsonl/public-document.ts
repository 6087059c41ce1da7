import { z } from "zod";
import { Entity, Event, Group, Id, LayerStatus, Relation, Span } from "../../model/annotation.ts";
import { Attributes } from "../../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import { Metadata, Section } from "../../model/report.ts";
import type { Reading } from "../../reading/reading.ts";
import { offsetConverter, type Unit } from "../../text/offsets.ts";

const note = z.string().default("");

const Ranges = z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()]));

const PublicSpan = Span.omit({ ranges: true })
  .extend({
    ranges: Ranges.min(1),
    note,
  })
  .strict();

const PublicLayer = z.strictObject({
  annotator: z.string().min(1),
  status: LayerStatus,
  spans: z.array(PublicSpan),
  entities: z.array(Entity.extend({ note }).strict()),
  relations: z.array(Relation.extend({ note }).strict()),
  events: z.array(Event.strict()).default([]),
  groups: z.array(Group.strict()).default([]),
  labels: Attributes,
  note: z.string().optional(),
  unsure: z.boolean().optional(),
  /** What was read of the text, what was skipped on purpose, and the active time in seconds. */
  reading: z
    .strictObject({ read: Ranges, skipped: Ranges, seconds: z.number().nonnegative() })
    .optional(),
  /** How the brat file that the layer came from named and ordered its lines. */
  source: z
    .strictObject({
      format: z.literal("brat"),
      lines: z.array(z.object({ key: z.string(), name: z.string() })),
    })
    .nullable()
    .default(null),
});
export type PublicLayer = z.output<typeof PublicLayer>;

/**
 * What `show --json` prints and one line of a casemark-jsonl file holds. A field that this version
 * does not know is refused rather than dropped.
 */
export const PublicDocument = z.strictObject({
  /** The report's identifier in the project it came from. */
  id: Id.optional(),
  name: z.string().optional(),
  title: z.string(),
  case: z.string(),
  /** The unit of every offset in here. */
  offsets: z.enum(["codepoint", "utf16"]).default("codepoint"),
  metadata: Metadata.default({}),
  text: z.string(),
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  textSha256: z.string().optional(),
  sections: z.array(Section),
  layers: z.array(PublicLayer),
});
export type PublicDocument = z.output<typeof PublicDocument>;

/** What only a project knows of a report. */
export interface PublicFacts {
  id: string;
  textSha256: string;
}

/** The document as others see it, its offsets counted in the given unit, its fields in fixed order. */
export function toPublicDocument(
  document: AnnotatedDocument,
  unit: Exclude<Unit, "grapheme">,
  facts?: PublicFacts,
): PublicDocument {
  const { toCodePoint } = offsetConverter(document.text);
  const count = unit === "utf16" ? (offset: number) => offset : toCodePoint;
  return {
    ...(facts && { id: facts.id }),
    name: document.name,
    title: document.title,
    case: document.case,
    offsets: unit,
    metadata: document.metadata,
    text: document.text,
    ...(facts && { textSha256: facts.textSha256 }),
    sections: document.sections.map(({ kind, title, start, end }) => ({
      kind,
      title,
      start: count(start),
      end: count(end),
    })),
    layers: document.layers.map((layer) => toPublicLayer(layer, count)),
  };
}

function toPublicLayer(layer: DocumentLayer, count: (offset: number) => number): PublicLayer {
  return {
    annotator: layer.annotator,
    status: layer.status,
    spans: layer.spans.map(
      ({ id, label, ranges, quote, attributes, entity, note, flag, unsure }) => ({
        id,
        label,
        ranges: ranges.map(({ start, end }) => [count(start), count(end)]),
        quote,
        attributes,
        entity,
        note,
        ...(flag && { flag }),
        ...(unsure && { unsure }),
      }),
    ),
    entities: layer.entities.map(({ id, kind, name, codes, fields, note, unsure }) => ({
      id,
      kind,
      name,
      codes: codes.map(({ system, code, display }) => ({ system, code, display })),
      fields,
      note,
      ...(unsure && { unsure }),
    })),
    relations: layer.relations.map(({ id, label, from, to, attributes, note }) => ({
      id,
      label,
      from,
      to,
      attributes,
      note,
    })),
    events: layer.events.map((event) => ({
      id: event.id,
      label: event.label,
      trigger: event.trigger,
      arguments: event.arguments.map(({ role, target }) => ({ role, target })),
      attributes: event.attributes,
      note: event.note,
    })),
    groups: layer.groups.map(({ id, label, members, note }) => ({ id, label, members, note })),
    labels: layer.labels,
    ...(layer.note && { note: layer.note }),
    ...(layer.unsure && { unsure: true }),
    ...(layer.reading && { reading: toPublicReading(layer.reading, count) }),
    source: layer.source,
  };
}

function toPublicReading({ read, skipped, seconds }: Reading, count: (offset: number) => number) {
  const counted = (stretches: Reading["read"]) =>
    stretches.map(({ start, end }): [number, number] => [count(start), count(end)]);
  return { read: counted(read), skipped: counted(skipped), seconds };
}
