import fc from "fast-check";
import type { Entity, Event, Group, Relation, Span } from "../../../shared/model/annotation.ts";
import type { Attributes } from "../../../shared/model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../shared/model/document.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";

/** Characters that formats stumble over: astral, combining, odd spaces, their own separators. */
const character = fc.constantFrom(
  ...["a", "b", "C", "7", " ", "\t", "\n", "_", "-", ":", ";", "|", "#", "@", "*", '"', "\\", "{"],
  ...[
    "🧪",
    "👩🏽‍🔬",
    "e\u0301",
    "é",
    "疾",
    "\u200A",
    "\u200B",
    "\u00A0",
    "\u2028",
    "\u0085",
    "\uFEFF",
  ],
);
const odd = fc.string({ unit: fc.oneof(character, fc.constant("\r")), maxLength: 12 });
const words = fc.string({ unit: character, minLength: 1, maxLength: 80 }).map(withoutMark);
const label = fc.constantFrom(
  ...["diagnosis", "marker", "PD-L1 (22C3)", "PD-L1__22C3_", "a b", "a_b", "a:b", "疾病", " "],
);
const role = fc.constantFrom("Theme", "Cause", "by whom");
const value = fc.oneof(
  fc.constant(true as const),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  odd,
  fc.constantFrom("positive", "negative", "not stated"),
  fc.array(fc.oneof(odd, fc.constantFrom("lung", "liver")), { maxLength: 3 }),
);
const attributes: fc.Arbitrary<Attributes> = fc.dictionary(
  fc.constantFrom("negated", "other person", "percent", "sites"),
  value,
  { maxKeys: 3, noNullPrototype: true },
);
const code = fc.record({
  system: fc.oneof(fc.constantFrom("ICD-O", "HGNC"), odd),
  code: fc.oneof(fc.constantFrom("8890/3", "GO:1"), odd),
  display: fc.oneof(fc.constantFrom("Leiomyosarcoma", "CD34"), odd),
});
const unsure = fc.constantFrom(true, undefined);
const note = fc.oneof(fc.constant(""), odd, fc.constant("two\nlines "));

/** A text that begins with a byte order mark would lose it, as every file's text does. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF+/, "");
}

/** Documents with one layer in which everything occurs that the model can hold. */
export const anyDocument: fc.Arbitrary<AnnotatedDocument> = words.chain((text) =>
  anyLayer(text).map((layer) => ({
    name: "folder/report",
    title: "A report",
    case: "case 1",
    text,
    sections: [{ kind: "case", title: "Case", start: 0, end: text.length }],
    metadata: { doi: "10.1/x" },
    layers: [layer],
  })),
);

function anyLayer(text: string): fc.Arbitrary<DocumentLayer> {
  return fc
    .record({
      spans: fc.array(anySpan(text), { maxLength: 8 }),
      entities: fc.array(anyEntity, { maxLength: 4 }),
      relations: fc.array(anyLink, { maxLength: 4 }),
      events: fc.array(anyEvent, { maxLength: 3 }),
      groups: fc.array(anyGroup, { maxLength: 3 }),
      status: fc.constantFrom("open" as const, "done" as const, "locked" as const),
      labels: attributes,
      note,
      unsure,
    })
    .map(connected);
}

function anySpan(text: string) {
  const bounds = [0];
  for (const point of text) bounds.push((bounds.at(-1) ?? 0) + point.length);
  const bound = fc.constantFrom(...bounds);
  const range = fc
    .tuple(bound, bound)
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const ranges = fc.array(range, { minLength: 1, maxLength: 3 });
  return fc
    .record({ label, ranges, attributes, note, unsure, entity: fc.option(fc.nat()) })
    .map((span) => ({ ...span, quote: quoteOf(text, span.ranges) }));
}

const anyEntity = fc.record({
  kind: label,
  name: odd,
  codes: fc.array(code, { maxLength: 2 }),
  fields: attributes,
  note,
  unsure,
});
const anyLink = fc.record({
  label,
  ends: fc.constantFrom("spans" as const, "events" as const, "entities" as const),
  from: fc.nat(),
  to: fc.nat(),
  attributes,
  note,
});
const anyEvent = fc.record({
  label,
  trigger: fc.nat(),
  arguments: fc.array(fc.record({ role, target: fc.nat() }), { maxLength: 3 }),
  attributes,
  note,
});
const anyGroup = fc.record({
  label,
  members: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  note,
});

type Drawn<A> = A extends fc.Arbitrary<infer Value> ? Value[] : never;

interface Parts {
  spans: (Omit<Span, "id" | "entity"> & { entity: number | null })[];
  entities: Omit<Entity, "id">[];
  relations: Drawn<typeof anyLink>;
  events: Drawn<typeof anyEvent>;
  groups: Drawn<typeof anyGroup>;
  status: DocumentLayer["status"];
  labels: Attributes;
  note: string;
  unsure: boolean | undefined;
}

/** Turns drawn numbers into ids of what there is, leaving out what nothing is there for. */
function connected(parts: Parts): DocumentLayer {
  const pick = (ids: readonly string[], n: number) => ids[n % ids.length];
  const ids = {
    spans: parts.spans.map((_, n) => `s${n}`),
    entities: parts.entities.map((_, n) => `e${n}`),
    events: parts.spans.length === 0 ? [] : parts.events.map((_, n) => `v${n}`),
  };
  const spans: Span[] = parts.spans.map((span, n) => ({
    ...span,
    id: `s${n}`,
    entity: (span.entity === null ? null : pick(ids.entities, span.entity)) ?? null,
  }));
  const entities: Entity[] = parts.entities.map((entity, n) => ({ ...entity, id: `e${n}` }));
  const targets = [...ids.spans, ...ids.events, ...ids.entities];
  const relations: Relation[] = parts.relations.flatMap(({ ends, from, to, ...relation }, n) => {
    const [one, two] = [pick(ids[ends], from), pick(ids[ends], to)];
    return one === undefined || two === undefined
      ? []
      : [{ ...relation, id: `r${n}`, from: one, to: two }];
  });
  const members = [...targets, ...relations.map(({ id }) => id)];
  const events: Event[] = ids.events.flatMap((id, n) => {
    const { trigger, arguments: all, ...event } = parts.events[n]!;
    const at = (target: number) => pick(members, target)!;
    const roles = all.map(({ role: name, target }) => ({ role: name, target: at(target) }));
    return [{ ...event, id, trigger: pick(ids.spans, trigger)!, arguments: roles }];
  });
  const groups: Group[] =
    members.length === 0
      ? []
      : parts.groups.map((group, n) => ({
          ...group,
          id: `g${n}`,
          members: group.members.map((member) => pick(members, member)!),
        }));
  const { status, labels, note, unsure } = parts;
  return {
    annotator: "ann",
    status,
    spans,
    entities,
    relations,
    events,
    groups,
    labels,
    note,
    unsure,
    source: null,
  };
}
