import type { Event, Relation, Span } from "../../model/annotation.ts";
import type { Attributes, AttributeValue } from "../../model/attributes.ts";
import type { AnnotatedDocument } from "../../model/document.ts";
import { countsIn } from "../../text/offsets.ts";
import type { WriteOptions } from "../format.ts";
import { attributeText } from "../texts/attribute-text.ts";
import { escapeAttribute } from "../texts/xml.ts";
import { idPrefixes, tagNames } from "./dtd.ts";
import { triggerRole } from "./links.ts";
import { medtatorNames } from "./names.ts";

type Fields = [name: string, value: string][];

/** A fitted document as MedTator writes it, the text in CDATA, then one empty element for each annotation. */
export function writeMedtator(document: AnnotatedDocument, options: WriteOptions): string {
  const { text, layers } = document;
  const { root } = medtatorNames(options.scheme, []);
  return [
    '<?xml version="1.0" encoding="UTF-8" ?>',
    `<${root}>`,
    `<TEXT><![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]></TEXT>`,
    ...[
      "<TAGS>",
      ...layers.slice(0, 1).flatMap((layer) => tagsOf(text, layer, options)),
      "</TAGS>",
    ],
    `</${root}>`,
    "",
  ].join("\n");
}

function tagsOf(
  text: string,
  layer: AnnotatedDocument["layers"][number],
  { offsets, scheme }: WriteOptions,
): string[] {
  const { spans, relations, events, labels } = layer;
  const newId = tagIds(idPrefixes(tagNames(scheme, [layer])));
  const { fromUnit } = countsIn(text, offsets === "native" ? "utf16" : offsets);
  const marked = new Map(
    spans.map((span) => [span.id, { id: newId(span.label), text: fragments(text, span) }]),
  );
  const end = (role: string, target: string): Fields => {
    const tag = marked.get(target);
    if (tag === undefined) throw new RangeError(`no span ${target}`);
    return [
      [`${role}ID`, tag.id],
      [`${role}Text`, tag.text],
    ];
  };
  return [
    ...spans.map((span) => {
      const places = span.ranges.map((range) => `${fromUnit(range.start)}~${fromUnit(range.end)}`);
      const { id = "", text: quoted = "" } = marked.get(span.id) ?? {};
      const fields: Fields = [
        ["id", id],
        ["spans", places.join(",")],
        ["text", quoted],
      ];
      return tag(span.label, [...fields, ...detailsOf(span)]);
    }),
    ...relations.map((relation) =>
      tag(relation.label, [
        ["id", newId(relation.label)],
        ...end("from", relation.from),
        ...end("to", relation.to),
        ...detailsOf(relation),
      ]),
    ),
    ...events.map((event) =>
      tag(event.label, [
        ["id", newId(event.label)],
        ...end(triggerRole, event.trigger),
        ...event.arguments.flatMap(({ role, target }) => end(role, target)),
        ...detailsOf(event),
      ]),
    ),
    ...Object.entries(labels).map(([name, value]) => tag(name, ofText(newId(name), value))),
  ];
}

/** What a span covers, as MAE quotes it. */
function fragments(text: string, { ranges }: Span): string {
  return ranges.map(({ start, end }) => text.slice(start, end)).join(" ... ");
}

function ofText(id: string, value: AttributeValue): Fields {
  const fields: Fields = [
    ["id", id],
    ["spans", "-1~-1"],
    ["text", ""],
  ];
  return value === true ? fields : [...fields, ["value", attributeText(value)]];
}

function detailsOf({ attributes, note }: Span | Relation | Event): Fields {
  const values = textsOf(attributes);
  return note === "" ? values : [...values, ["comment", note]];
}

const textsOf = (attributes: Attributes): Fields =>
  Object.entries(attributes).map(([name, value]) => [name, attributeText(value)]);

function tag(name: string, fields: Fields): string {
  const written = fields.map(([field, value]) => ` ${field}="${escapeAttribute(value)}"`);
  return `<${name}${written.join("")}/>`;
}

/** Names for tags: the prefix of their sort and a number, as MedTator goes on with them. */
function tagIds(prefixes: ReadonlyMap<string, string>) {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  return (name: string): string => {
    for (let n = counts.get(name) ?? 0; ; n += 1) {
      const id = `${prefixes.get(name) ?? name}${n}`;
      counts.set(name, n + 1);
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
}
