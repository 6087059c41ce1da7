import { expect, test } from "vitest";
import { knowtator } from "../../../shared/formats/knowtator/knowtator.ts";
import { readFile } from "./round-trip.ts";

const text = "💊 Arm very sore, red.\r\nHe was seen again.";

function annotation(id: string, annotator: string, quote: string, ...spans: [number, number][]) {
  const places = spans.map(([start, end]) => `<span start="${start}" end="${end}" />`);
  return `<annotation><mention id="${id}" /><annotator id="eHOST_2010">${annotator}</annotator>${places.join("")}<spannedText>${quote}</spannedText></annotation>`;
}

const classMention = (id: string, label: string, ...slots: string[]) =>
  `<classMention id="${id}">${slots.map((slot) => `<hasSlotMention id="${slot}" />`).join("")}<mentionClass id="${label}">${label}</mentionClass></classMention>`;

const slot = (type: string, id: string, name: string, ...values: string[]) =>
  `<${type}SlotMention id="${id}"><mentionSlot id="${name}" />${values.map((value) => `<${type}SlotMentionValue value="${value}" />`).join("")}</${type}SlotMention>`;

function read(...elements: string[]) {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<annotations textSource="r.txt">\n${elements.join("\n")}\n</annotations>\n`;
  const bytes = (written: string) => ({ bytes: Buffer.from(written) });
  return readFile(
    knowtator,
    { name: "r.txt.knowtator.xml", ...bytes(xml) },
    { name: "r.txt", ...bytes(text) },
  );
}

const span = (id: string, label: string, quote: string, ...places: [number, number][]) => ({
  ...{ id, label, quote, ranges: places.map(([start, end]) => ({ start, end })) },
  ...{ attributes: {}, entity: null, note: "" },
});

test("classes, slots and links are read, a layer for each annotator", () => {
  const [found] = read(
    annotation("a", "Ann", "Arm ... sore", [3, 6], [12, 16]),
    annotation("b", "Ann", "very", [7, 11]),
    annotation("c", "Bob", "He", [24, 26]),
    annotation("d", "Ann", ""),
    annotation("e", "Ann", ""),
    annotation("f", "Ann", ""),
    ...[classMention("a", "Finding", "s1", "s2", "s3", "s4"), classMention("b", "Degree")],
    ...[classMention("c", "Person", "s5"), classMention("d", "degree_of", "s6", "s7")],
    ...[classMention("e", "IDENTITY chain", "s8"), classMention("f", "nothing")],
    slot("string", "s1", "sites", "arm", "hand"),
    slot("integer", "s2", "days", "3"),
    slot("boolean", "s3", "negated", "true"),
    slot("complex", "s4", "graded", "b", "c"),
    slot("string", "s5", "empty", ""),
    slot("complex", "s6", "Related_to", "a"),
    slot("complex", "s7", "Argument", "b"),
    slot("complex", "s8", "Coreferring strings", "a", "b"),
  );
  const plain = { attributes: {}, note: "" };
  const rest = { events: [], entities: [], labels: {}, status: "open", source: null };
  expect(found?.document.text).toBe(text.replace("\r", ""));
  expect(found?.document.layers).toEqual([
    {
      annotator: "Ann",
      spans: [
        {
          ...span("a", "Finding", "Arm sore", [3, 6], [12, 16]),
          attributes: { sites: ["arm", "hand"], days: 3, negated: true },
        },
        span("b", "Degree", "very", [7, 11]),
      ],
      relations: [
        { id: "a graded 1", label: "graded", from: "a", to: "b", ...plain },
        { id: "d", label: "degree_of", from: "b", to: "a", ...plain },
      ],
      groups: [{ id: "e", label: "IDENTITY chain", members: ["a", "b"], note: "" }],
      ...rest,
    },
    {
      annotator: "Bob",
      ...{ spans: [span("c", "Person", "He", [23, 25])], relations: [], groups: [], ...rest },
    },
  ]);
  expect(found?.warnings).toEqual([
    '"r.txt.knowtator.xml": offsets count CR and LF as two characters; they were read so.',
    '"r.txt.knowtator.xml": annotation a links something that marks no words of this annotator, which was left out.',
    '"r.txt.knowtator.xml": annotation f marks no words and links none, and was left out.',
  ]);
});

test("slots of one name are links of their own", () => {
  const [found] = read(
    annotation("a", "Ann", "Arm", [3, 6]),
    annotation("b", "Ann", "very", [7, 11]),
    annotation("a graded 2", "Ann", "sore", [12, 16]),
    ...[classMention("a", "Finding", "s1", "s2"), classMention("b", "Degree")],
    slot("complex", "s1", "graded", "b"),
    slot("complex", "s2", "graded", "b"),
  );
  const ids = found?.document.layers[0]?.relations.map(({ id }) => id);
  expect(ids).toEqual(["a graded 1", "a graded 3"]);
});

test("a file without annotations has a layer of whoever reads it", () => {
  const [found] = read();
  expect(found?.document.layers.map(({ annotator, spans }) => [annotator, spans])).toEqual([
    ["Ana", []],
  ]);
});

test("the text lies beside, and its lack is said", () => {
  const names = ["r.txt.knowtator.xml", "r.knowtator.xml", "r.txt.xml"];
  expect(names.map((name) => knowtator.reader?.beside?.(name))).toEqual([
    "r.txt",
    "r.txt",
    "r.txt",
  ]);
  const xml = { name: "r.txt.knowtator.xml", bytes: Buffer.from("<annotations/>") };
  expect(() => readFile(knowtator, xml)).toThrow(
    '"r.txt.knowtator.xml" has no text; put the file "r.txt" beside it.',
  );
  expect(() => read('<annotation><mention id="a"/><span start="x" end="2"/></annotation>')).toThrow(
    '"r.txt.knowtator.xml" has a span without offsets: annotation a; export it again from Knowtator or eHOST.',
  );
});
