import fc from "fast-check";
import { expect, test } from "vitest";
import { identifierKinds } from "../../../shared/deidentify/candidate.ts";
import { deidentifyDocument } from "../../../shared/deidentify/document.ts";
import { findCandidates } from "../../../shared/deidentify/find.ts";
import { deidentifier } from "../../../shared/deidentify/layer.ts";
import { replaceStretches } from "../../../shared/deidentify/replace.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";
import { realFiles } from "../../real-data.ts";
import { anyDocument } from "../formats/arbitrary-document.ts";

/** A document with stretches of its text, which may overlap, on whole characters. */
const withIdentifiers = anyDocument.chain((document) => {
  const bounds = [0];
  for (const point of document.text) bounds.push((bounds.at(-1) ?? 0) + point.length);
  const bound = fc.constantFrom(...bounds);
  const identifier = fc
    .tuple(bound, bound, fc.constantFrom(...identifierKinds))
    .map(([a, b, kind]) => ({ kind, range: { start: Math.min(a, b), end: Math.max(a, b) } }));
  return fc.tuple(fc.constant(document), fc.array(identifier, { maxLength: 5 }));
});

test("outside of replaced stretches nothing changes, and every quote is what the text says", () => {
  fc.assert(
    fc.property(withIdentifiers, fc.string(), ([document, identifiers], seed) => {
      const made = deidentifyDocument(document, identifiers, seed);
      const isReplaced = (at: number) =>
        identifiers.some(({ range }) => range.start <= at && at < range.end);
      const outside = Array.from(document.text.split(""), (unit, at) =>
        isReplaced(at) ? "\0" : unit,
      )
        .join("")
        .split(/\0+/);
      let from = 0;
      for (const piece of outside) {
        const found = made.text.indexOf(piece, from);
        expect(found).toBeGreaterThanOrEqual(from);
        from = found + piece.length;
      }
      expect(made.text.startsWith(outside[0]!)).toBe(true);
      expect(made.text.endsWith(outside.at(-1)!)).toBe(true);
      expect(made.text.isWellFormed()).toBe(true);
      for (const [index, span] of made.layers[0]!.spans.entries()) {
        expect(span.quote).toBe(quoteOf(made.text, span.ranges));
        const before = document.layers[0]!.spans[index]!;
        const isTouched = before.ranges.some(({ start, end }) =>
          identifiers.some(({ range }) => range.start < end && start < range.end),
        );
        if (!isTouched) expect(span.quote).toBe(before.quote);
      }
    }),
    { numRuns: 300 },
  );
});

test("nothing to replace leaves text, spans and sections as they are", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { text, sections, layers } = deidentifyDocument(document, [], "seed");
      const places = (all: AnnotatedDocument["layers"]) =>
        all.map(({ spans }) => spans.map(({ quote, label }) => [quote, label]));
      expect([text, sections, places(layers)]).toEqual([
        document.text,
        document.sections,
        places(document.layers),
      ]);
    }),
  );
});

test("ranges go with their words, and take in all of what they overlap", () => {
  const text = "Anna Maier, 42, was seen.";
  const { text: made, map } = replaceStretches(text, [
    { range: { start: 0, end: 10 }, text: "Orla Velberg-Sund" },
    { range: { start: 12, end: 14 }, text: "7" },
  ]);
  const said = (start: number, end: number) => {
    const range = map({ start, end });
    return made.slice(range.start, range.end);
  };
  expect(made).toBe("Orla Velberg-Sund, 7, was seen.");
  expect([
    said(0, 10),
    said(5, 10),
    said(0, 4),
    said(7, 13),
    said(10, 12),
    said(14, 19),
    said(5, 5),
  ]).toEqual([
    "Orla Velberg-Sund",
    "Orla Velberg-Sund",
    "Orla Velberg-Sund",
    "Orla Velberg-Sund, 7",
    ", ",
    ", was",
    "",
  ]);
});

test("a title stays where its words stand in the text, not where they are a part of one", () => {
  const titleOf = (title: string) => {
    const facts = { name: "report", case: "one", sections: [], metadata: {}, layers: [] };
    const text = "Merle Radno (born 1950) has a nodule.";
    return deidentifyDocument({ ...facts, title, text }, [], "secret").title;
  };
  expect(titleOf("nodule.")).toBe("nodule.");
  expect(titleOf("")).toBe("");
  for (const title of ["Rad", "195", "(b"]) expect(titleOf(title)).toMatch(/^report-[0-9a-f]{12}$/);
});

test("what is said beside the text has the same surrogates, and names of files and metadata are gone", () => {
  const text = "Anna Maier\nDr. Anna Maier saw a mass on 3 May 2016.";
  const range = { start: 15, end: 25 };
  const document: AnnotatedDocument = {
    name: "Maier_Anna_2016",
    title: "Anna Maier",
    case: "Maier, Anna",
    text,
    sections: [{ kind: "title", title: "Anna Maier", start: 0, end: 10 }],
    metadata: { language: "en", author: "Dr. Maier" },
    layers: [
      {
        annotator: "Ben",
        status: "open",
        spans: [
          {
            ...{ id: "s", label: "finding", ranges: [range], quote: "Anna Maier", entity: "e" },
            ...{ attributes: { by: "Maier" }, note: "Maier says so on 3 May 2016" },
          },
        ],
        entities: [
          { id: "e", kind: "person", name: "Anna Maier", codes: [], fields: {}, note: "" },
        ],
        ...{ relations: [], events: [], groups: [], labels: { seen: "by Dr. Maier" } },
        source: { format: "brat", lines: [{ key: "", name: "Anna Maier's line" }] },
      },
      {
        ...{ annotator: deidentifier, status: "open", spans: [], entities: [], relations: [] },
        ...{ events: [], groups: [], labels: {}, source: null },
      },
    ],
  };
  const identifiers = [
    { kind: "name", range: { start: 0, end: 10 } } as const,
    ...findCandidates(text),
  ];
  const made = deidentifyDocument(document, identifiers, "secret");
  expect(JSON.stringify(made)).not.toMatch(/Anna|Maier|3 May|2016-05/);
  const name = made.text.split("\n")[0]!;
  const family = name.split(" ")[1];
  const date = / on (.*)\.$/.exec(made.text)?.[1];
  expect(made).toEqual({
    name: expect.stringMatching(/^report-[0-9a-f]{12}$/),
    title: name,
    case: expect.stringMatching(/^case-[0-9a-f]{12}$/),
    text: `${name}\nDr. ${name} saw a mass on ${date}.`,
    sections: [{ kind: "title", title: name, start: 0, end: name.length }],
    metadata: { language: "en" },
    layers: [
      {
        ...document.layers[0],
        spans: [
          {
            ...document.layers[0]!.spans[0],
            ranges: [{ start: name.length + 5, end: 2 * name.length + 5 }],
            ...{ quote: name, attributes: { by: family }, note: `${family} says so on ${date}` },
          },
        ],
        entities: [{ ...document.layers[0]!.entities[0], name }],
        labels: { seen: `by Dr. ${family}` },
        source: null,
      },
    ],
  });
});

test("a case has the same surrogates in all its reports", () => {
  const report = (text: string): AnnotatedDocument => ({
    ...{ name: text, title: "", case: "one", text, sections: [], metadata: {}, layers: [] },
  });
  const words = (text: string) =>
    deidentifyDocument(report(text), findCandidates(text), "secret").text.replace(
      /^\w+\. |,.*/g,
      "",
    );
  expect(words("Dr. Maier, of the lung")).toBe(words("Mr. Maier, und die Niere"));
});

const real = realFiles("brat/meddocan-dev/brat/*.txt").slice(0, 40);
test.runIf(real.length > 0)("no word of an accepted name is left in real reports", () => {
  for (const { bytes, name } of real) {
    const text = new TextDecoder().decode(bytes);
    const found = findCandidates(text);
    const document = {
      ...{ name, title: name, case: name, text },
      sections: [],
      metadata: {},
      layers: [],
    };
    const made = deidentifyDocument(document, found, "secret").text;
    const names = found.filter(
      ({ kind }) => kind === "name" || kind === "mail" || kind === "phone",
    );
    const isLeft = ({ range }: (typeof names)[number]) => {
      const quote = text.slice(range.start, range.end);
      return quote.length > 4 && made.includes(quote);
    };
    expect(names.filter(isLeft)).toEqual([]);
  }
});
