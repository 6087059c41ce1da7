import type { Format } from "../../../shared/formats/format.ts";
import { titleOfFormat } from "../../../shared/formats/format-ids.ts";
import { formats } from "../../../shared/formats/registry.ts";
import type { Span } from "../../../shared/model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../shared/model/document.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";
import { roundTrip } from "./round-trip.ts";

const text =
  "ER and PR were positive.  CD34 was negative; see the note.\n\nMitoses were seen 🧪 often.\n";

function span(id: string, words: string[], more: Partial<Span> = {}): Span {
  const ranges = words.map((one) => {
    const start = text.indexOf(one);
    return { start, end: start + one.length };
  });
  const quote = quoteOf(text, ranges);
  return { id, label: "marker", ranges, quote, attributes: {}, entity: null, note: "", ...more };
}

const plain = [span("s1", ["PR"]), span("s2", ["CD34"]), span("s3", ["Mitoses"])];

function documentWith(layer: Partial<DocumentLayer>): AnnotatedDocument {
  return {
    ...{ name: "report", title: "report", case: "report", text, sections: [], metadata: {} },
    layers: [
      {
        ...{ annotator: "Ana", status: "open", spans: plain, entities: [], relations: [] },
        ...{ events: [], groups: [], labels: {}, source: null },
        ...layer,
      },
    ],
  };
}

/** What a column asks: a document that has it, and whether one that was read back still does. */
interface Column {
  document: AnnotatedDocument;
  isKept(back: AnnotatedDocument): boolean;
}

const layerOf = ({ layers: [layer] }: AnnotatedDocument) => layer;
const entity = {
  ...{ id: "e1", kind: "marker", name: "Estrogen receptor", fields: {}, note: "" },
  codes: [{ system: "HGNC", code: "3467", display: "Estrogen receptor" }],
};

/** What documents may hold, as the README's table has it. */
const columns: Record<string, Column> = {
  text: { document: documentWith({}), isKept: (back) => back.text === text },
  spans: { document: documentWith({}), isKept: (back) => layerOf(back)?.spans.length === 3 },
  discontinuous: {
    document: documentWith({ spans: [span("s1", ["ER", "positive"])] }),
    isKept: (back) => layerOf(back)?.spans[0]?.ranges.length === 2,
  },
  attributes: {
    document: documentWith({
      spans: [span("s1", ["PR"], { attributes: { negated: true, percent: 90, extent: "focal" } })],
    }),
    isKept: (back) => Object.keys(layerOf(back)?.spans[0]?.attributes ?? {}).length === 3,
  },
  relations: {
    document: documentWith({
      relations: [{ id: "r1", label: "MODIFY", from: "s1", to: "s2", attributes: {}, note: "" }],
    }),
    isKept: (back) => layerOf(back)?.relations.length === 1,
  },
  events: {
    document: documentWith({
      events: [
        {
          ...{ id: "v1", label: "marker", trigger: "s1", attributes: {}, note: "" },
          arguments: [{ role: "Theme", target: "s2" }],
        },
      ],
    }),
    isKept: (back) => layerOf(back)?.events.length === 1,
  },
  groups: {
    document: documentWith({
      groups: [{ id: "g1", label: "OVERLAP", members: ["s1", "s2", "s3"], note: "" }],
    }),
    isKept: (back) => layerOf(back)?.groups.length === 1,
  },
  notes: {
    document: documentWith({ spans: [span("s1", ["PR"], { note: "Look again." })] }),
    isKept: (back) => layerOf(back)?.spans[0]?.note === "Look again.",
  },
  codes: {
    document: documentWith({ spans: [span("s1", ["ER"], { entity: "e1" })], entities: [entity] }),
    isKept: (back) => layerOf(back)?.entities[0]?.codes[0]?.code === "3467",
  },
};

/** What became of one thing in one format. */
type Cell = "kept" | "lost, reported" | "LOST IN SILENCE" | "READS BACK OTHERWISE";

export interface Row {
  format: Format;
  cells: Cell[];
}

/** Every format that is written and read, column by column. */
export function tableRows(): Row[] {
  return formats
    .filter(({ reader, writer }) => reader && writer)
    .map((format) => ({ format, cells: Object.values(columns).map((one) => cellOf(format, one)) }));
}

function cellOf(format: Format, { document, isKept }: Column): Cell {
  const { losses, back, differences } = roundTrip(format, document);
  if (differences.length > 0) return "READS BACK OTHERWISE";
  if (isKept(back)) return "kept";
  return losses.length > 0 ? "lost, reported" : "LOST IN SILENCE";
}

/** The table as it stands in the README. */
export function formatTable(rows: readonly Row[]): string {
  const head = ["Format", ...Object.keys(columns)];
  const lines = rows.map(({ format, cells }) => [titleOfFormat(format.id), ...cells]);
  const shown = [head, head.map(() => "---"), ...lines];
  return shown.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The table's place in the README. */
export const inReadme = /(?<=<!-- format-table -->\n).*?(?=\n<!-- \/format-table -->)/s;
