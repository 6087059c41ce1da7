import { z } from "zod";
import type { Attributes } from "../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../model/document.ts";
import { offsetConverter, quoteOf } from "../text/offsets.ts";

const Named = z.array(z.object({ name: z.string(), value: z.string() }));
const Fragment = z.object({ start: z.int(), end: z.int() });

/** What is read of a record to compare it with another release's. */
const Record = z.object({
  report: z.string(),
  case: z.string(),
  annotator: z.string(),
  title: z.string(),
  text: z.string(),
  spans: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      fragments: z.array(Fragment).min(1),
      attributes: Named,
      note: z.string(),
    }),
  ),
  labels: Named,
});
type Record = z.output<typeof Record>;

/** The documents of a part's records, with their texts, spans and labels; records of one report are one document. */
export function* documentsOfRecords(lines: Iterable<string>): Generator<AnnotatedDocument, void> {
  let open: AnnotatedDocument | null = null;
  for (const line of lines) {
    const record = Record.parse(JSON.parse(line));
    if (open !== null && open.name !== record.report) {
      yield open;
      open = null;
    }
    open ??= documentOf(record);
    if (record.annotator !== "") open.layers.push(layerOf(record));
  }
  if (open !== null) yield open;
}

function documentOf({ report, case: caseName, title, text }: Record): AnnotatedDocument {
  return {
    ...{ name: report, case: caseName, title, text },
    ...{ sections: [], metadata: {}, layers: [] },
  };
}

function layerOf({ annotator, text, spans, labels }: Record): DocumentLayer {
  const { toUnit } = offsetConverter(text);
  return {
    annotator,
    status: "open",
    spans: spans.map(({ id, label, fragments, attributes, note }) => {
      const ranges = fragments.map(({ start, end }) => ({
        start: toUnit(start),
        end: toUnit(end),
      }));
      const quote = quoteOf(text, ranges);
      return { id, label, ranges, quote, attributes: attributesOf(attributes), entity: null, note };
    }),
    ...{ entities: [], relations: [], events: [], groups: [], source: null },
    labels: attributesOf(labels),
  };
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
