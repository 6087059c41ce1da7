import { z } from "zod";
import { AppError } from "../errors.ts";
import { Code } from "../model/annotation.ts";
import type { Attributes } from "../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../model/document.ts";
import { offsetConverter, quoteOf } from "../text/offsets.ts";

const text = z.string();
const Named = z.array(z.object({ name: text, value: text }));
const Fragment = z.object({ start: z.int(), end: z.int() });
const Annotation = { id: text, label: text, attributes: Named, note: text };

/** What is read of a record to compare it with another release's. */
const Record = z.object({
  ...{ report: text, case: text, annotator: text, title: text, text },
  spans: z.array(z.object({ ...Annotation, fragments: z.array(Fragment).min(1), entity_id: text })),
  entities: z.array(
    z.object({ id: text, kind: text, name: text, codes: z.array(Code), fields: Named, note: text }),
  ),
  relations: z.array(z.object({ ...Annotation, from: text, to: text })),
  events: z.array(
    z.object({
      ...{ ...Annotation, trigger: text },
      arguments: z.array(z.object({ role: text, target: text })),
    }),
  ),
  groups: z.array(z.object({ id: text, label: text, member: text, note: text })),
  labels: Named,
});
type Record = z.output<typeof Record>;

/**
 * The documents of a part's records, with their texts and annotations, of which values are texts; records
 * of one report are one document.
 * @param file the part's file, for sentences. @throws AppError "bad-file" for what is no such record.
 */
export function* documentsOfRecords(
  lines: Iterable<string>,
  file: string,
): Generator<AnnotatedDocument, void> {
  let open: AnnotatedDocument | null = null;
  let at = 0;
  for (const line of lines) {
    at += 1;
    const record = recordOf(line, `${file}, line ${at}`);
    if (open !== null && open.name !== record.report) {
      yield open;
      open = null;
    }
    open ??= documentOf(record);
    if (record.annotator !== "") open.layers.push(layerOf(record));
  }
  if (open !== null) yield open;
}

function recordOf(line: string, where: string): Record {
  try {
    return Record.parse(JSON.parse(line));
  } catch (cause) {
    throw new AppError(
      "bad-file",
      `${where} is no record as this version of Casemark writes it; make the release again.`,
      { cause },
    );
  }
}

function documentOf({ report, case: caseName, title, text: words }: Record): AnnotatedDocument {
  return {
    ...{ name: report, case: caseName, title, text: words },
    ...{ sections: [], metadata: {}, layers: [] },
  };
}

function layerOf(record: Record): DocumentLayer {
  const { annotator, entities, relations, events, labels } = record;
  return {
    ...{ annotator, status: "open", source: null },
    spans: spansOf(record),
    entities: entities.map((entity) => ({ ...entity, fields: attributesOf(entity.fields) })),
    relations: relations.map(withAttributes),
    events: events.map(withAttributes),
    groups: groupsOf(record),
    labels: attributesOf(labels),
  };
}

function spansOf({ text: words, spans }: Record): DocumentLayer["spans"] {
  const { toUnit } = offsetConverter(words);
  return spans.map(({ id, label, fragments, attributes, note, entity_id: entity }) => {
    const ranges = fragments.map(({ start, end }) => ({ start: toUnit(start), end: toUnit(end) }));
    const quote = quoteOf(words, ranges);
    const details = { attributes: attributesOf(attributes), entity: entity || null, note };
    return { id, label, ranges, quote, ...details };
  });
}

const withAttributes = <One extends { attributes: z.output<typeof Named> }>(one: One) => ({
  ...one,
  attributes: attributesOf(one.attributes),
});

/** A group has an entry for each member. */
function groupsOf({ groups }: Record): DocumentLayer["groups"] {
  const byId = Map.groupBy(groups, ({ id }) => id);
  return Array.from(byId, ([id, entries]) => ({
    ...{ id, label: entries[0]?.label ?? "", note: entries[0]?.note ?? "" },
    members: entries.map(({ member }) => member),
  }));
}

/** Several values of one name are a list. */
function attributesOf(pairs: z.output<typeof Named>): Attributes {
  return Object.fromEntries(
    Array.from(
      Map.groupBy(pairs, ({ name }) => name),
      ([name, all]) => {
        const values = all.map(({ value }) => value);
        return [name, values.length > 1 ? values : (values[0] ?? "")];
      },
    ),
  );
}
