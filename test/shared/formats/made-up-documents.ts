import type { Span } from "../../../shared/model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../shared/model/document.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";

const text = [
  "A 63-year-old woman had a mass 🧪 in the left breast.",
  "ER and PR were positive (90 %),\tHER2 < 2+ & Ki-67 “high”; CD34 was negative.",
  "",
  "Diagnosis: invasive ductal carcinoma, ДКИС und Gebärmutter – 子宮.",
  "",
].join("\n");

/** Text of another kind: of one line, with line ends of Windows, and characters beyond the basic plane. */
const short = 'S100 👩🏽‍🔬 positive;\r\ne\u0301 "Desmin" negative.';

interface Marked extends Partial<Span> {
  label: string;
}

/** A span on words of the text, each where it stands first. */
function span(within: string, id: string, words: string[], { label, ...more }: Marked): Span {
  const ranges = words.map((one) => {
    const start = within.indexOf(one);
    if (start < 0) throw new RangeError(`"${one}" is not in the text`);
    return { start, end: start + one.length };
  });
  const quote = quoteOf(within, ranges);
  return { id, label, ranges, quote, attributes: {}, entity: null, note: "", ...more };
}

const emptyLayer: DocumentLayer = {
  ...{ annotator: "Ana", status: "open", labels: {}, source: null },
  ...{ spans: [], entities: [], relations: [], events: [], groups: [] },
};

const everything: DocumentLayer = {
  ...emptyLayer,
  status: "done",
  spans: [
    span(text, "s1", ["ER"], { label: "marker", attributes: { percent: 90 }, entity: "e1" }),
    span(text, "s2", ["PR"], { label: "marker", attributes: { negated: true } }),
    span(text, "s3", ["positive"], { label: "result", note: "Of both.\nSee the table." }),
    span(text, "s4", ["PR", "positive"], { label: "finding", flag: "Look again." }),
    span(text, "s5", ["invasive ductal carcinoma"], { label: "diagnosis", entity: "e2" }),
    span(text, "s6", ["ductal carcinoma"], { label: "diagnosis", unsure: true }),
    span(text, "s7", ["ductal carcinoma"], { label: "type, of cells" }),
    span(text, "s8", ["carcinoma, ДКИС"], { label: "PD-L1 (22C3)" }),
    span(text, "s9", ["mass 🧪 in"], { label: "finding", attributes: { sites: ["left", "a|b"] } }),
  ],
  entities: [
    {
      ...{ id: "e1", kind: "marker", name: "Estrogen receptor", fields: { gene: "ESR1" } },
      ...{ codes: [{ system: "HGNC", code: "3467", display: "ESR1" }], note: "" },
    },
    {
      ...{ id: "e2", kind: "diagnosis", name: "Carcinoma", fields: {}, note: "of the breast" },
      codes: [
        { system: "ICD-O", code: "8500/3", display: "Infiltrating duct carcinoma" },
        { system: "SNOMED CT", code: "408643008", display: "" },
      ],
    },
  ],
  relations: [
    { id: "r1", label: "HAS RESULT", from: "s1", to: "s3", attributes: { sure: true }, note: "" },
    { id: "r2", label: "HAS RESULT", from: "s2", to: "s3", attributes: {}, note: "the same" },
    { id: "r3", label: "seen in", from: "e1", to: "e2", attributes: {}, note: "" },
  ],
  events: [
    {
      ...{ id: "v1", label: "finding", trigger: "s3", attributes: { certain: "yes" }, note: "" },
      arguments: [
        { role: "Theme", target: "s1" },
        { role: "Theme", target: "s2" },
      ],
    },
  ],
  groups: [{ id: "g1", label: "OVERLAP", members: ["s5", "s6", "s8"], note: "" }],
  labels: { malignant: true, grade: 2 },
  note: "Read twice.",
  unsure: true,
};

/** Documents that hold everything that a document can, as their makers might have it. */
export const madeUpDocuments: readonly AnnotatedDocument[] = [
  {
    ...{ name: "breast/report-1", title: "A carcinoma & more", case: "case 1", text },
    sections: [{ kind: "case", title: "Case", start: 0, end: text.indexOf("Diagnosis") }],
    metadata: { doi: "10.1/x", year: "2021" },
    layers: [everything],
  },
  {
    ...{ name: "report-2", title: "report-2", case: "report-2", text: short },
    ...{ sections: [], metadata: {} },
    layers: ["Ana", "Bo"].map((annotator) => ({
      ...emptyLayer,
      annotator,
      spans: [
        span(short, "s1", ["S100"], { label: "marker" }),
        span(short, "s2", ["👩🏽‍🔬 positive"], { label: "result" }),
        span(short, "s3", ["Desmin"], { label: "marker", attributes: { negated: true } }),
      ],
      relations: [{ id: "r1", label: "IS", from: "s1", to: "s2", attributes: {}, note: "" }],
    })),
  },
  {
    ...{ name: "report-3", title: "report-3", case: "report-3", text: "Nothing was marked here." },
    ...{ sections: [], metadata: {} },
    layers: [emptyLayer],
  },
];
