import { expect, test } from "vitest";
import { type BratReading, readBrat } from "../../../../shared/formats/brat/read.ts";
import { remapSourceKey } from "../../../../shared/formats/brat/source-key.ts";
import { writeBrat } from "../../../../shared/formats/brat/write.ts";
import { differences } from "../../../../shared/formats/differences.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../../shared/model/document.ts";
import { bratPairs, describeWith, type Pair } from "../shared-data.ts";

function read({ text, annotations, file }: Pair): BratReading {
  return readBrat({ text, annotations, annotator: "ann", file });
}

function write({ text, layer }: BratReading): string {
  return writeBrat(text, layer, { offsets: "native" }).annotations;
}

function asDocument({ text, layer }: BratReading): AnnotatedDocument {
  return { name: "n", title: "t", case: "c", text, sections: [], metadata: {}, layers: [layer] };
}

/** The lines of a file without the white space at their ends. */
function linesOf(annotations: string): string {
  const lines = annotations.replace(/^\uFEFF/, "").split(/\r?\n/);
  return lines
    .slice(0, lines.at(-1) === "" ? -1 : undefined)
    .map((line) => line.trimEnd())
    .join("\n");
}

/** The same layer after a stay in a store: new ids, and lists in another order. */
function stored(layer: DocumentLayer): DocumentLayer {
  const { spans, entities, relations, events, groups, source } = layer;
  const all = [...spans, ...entities, ...relations, ...events, ...groups];
  const ids = new Map(all.map(({ id }, n) => [id, `0190b2c4-${n}`]));
  const given = (id: string) => ids.get(id)!;
  return {
    ...layer,
    spans: spans
      .map((span) => ({ ...span, id: given(span.id), entity: span.entity && given(span.entity) }))
      .reverse(),
    entities: entities.map((entity) => ({ ...entity, id: given(entity.id) })).reverse(),
    relations: relations
      .map((one) => ({ ...one, id: given(one.id), from: given(one.from), to: given(one.to) }))
      .reverse(),
    events: events
      .map((event) => ({
        ...event,
        id: given(event.id),
        trigger: given(event.trigger),
        arguments: event.arguments.map(({ role, target }) => ({ role, target: given(target) })),
      }))
      .reverse(),
    groups: groups
      .map((group) => ({ ...group, id: given(group.id), members: group.members.map(given) }))
      .reverse(),
    source: source && {
      ...source,
      lines: source.lines.map(({ key, name }) => ({ key: remapSourceKey(key, ids), name })),
    },
  };
}

/** What must hold of every file that can be read. */
function checkRoundTrip(first: BratReading): string {
  const written = write(first);
  const second = readBrat({
    text: first.text,
    annotations: written,
    annotator: "ann",
    file: "again.ann",
    offsets: "codepoint",
  });
  expect(differences(asDocument(first), asDocument(second))).toEqual([]);
  expect(JSON.stringify(second.layer)).toBe(JSON.stringify(first.layer));
  expect(write(second)).toBe(written);
  expect(write({ ...first, layer: stored(first.layer) })).toBe(written);
  return written;
}

function warningsOf(readings: readonly BratReading[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const warning of readings.flatMap(({ warnings }) => warnings)) {
    const kind = warning.replace(/^[^ ]+: /, "").replace(/\d+/g, "n");
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

describeWith("brat/maccrobat2020", (corpus) => {
  const pairs = bratPairs(corpus);

  test("all 100 documents are read without a warning and written line for line as they were", () => {
    const readings = pairs.map(read);
    const spans = readings.reduce((sum, { layer }) => sum + layer.spans.length, 0);
    expect({ documents: pairs.length, spans, warnings: warningsOf(readings) }).toEqual({
      documents: 100,
      spans: 12780,
      warnings: {},
    });
    readings.forEach((reading, n) => {
      expect(linesOf(checkRoundTrip(reading))).toBe(linesOf(pairs[n]!.annotations));
    });
  });

  test("without the source's names and order the layers are the same", () => {
    for (const pair of pairs) {
      const first = read(pair);
      const bare = { ...first, layer: { ...first.layer, source: null } };
      const second = read({ ...pair, annotations: write(bare) });
      expect(differences(asDocument(first), asDocument(second))).toEqual([]);
    }
  });
});

describeWith("brat/brat-example-data", (corpus) => {
  test("the example corpora are written line for line as they were", () => {
    const pairs = bratPairs(corpus);
    const readings = pairs.map(read);
    expect(warningsOf(readings)).toEqual({
      "n lines, from line n on, are kept as they are, but not shown (note of type Lemma).": 3,
    });
    readings.forEach((reading, n) => {
      expect(linesOf(checkRoundTrip(reading))).toBe(linesOf(pairs[n]!.annotations));
    });
  });
});

describeWith("brat/bioc-package", (corpus) => {
  test("fragments that are quoted without a space between them are read with a warning", () => {
    const readings = bratPairs(corpus).map(read);
    expect(readings.flatMap(({ warnings }) => warnings)).toEqual([
      "example1.ann: line 1 quotes its fragments without a space between them.",
    ]);
    for (const reading of readings) checkRoundTrip(reading);
  });
});

describeWith("brat/meddocan-dev", (corpus) => {
  test("offsets that count the byte order mark are told from those that do not", () => {
    const readings = bratPairs(corpus).map(read);
    expect(warningsOf(readings)).toEqual({
      "offsets count the byte order mark; they were read so.": 3,
    });
    for (const reading of readings) checkRoundTrip(reading);
  });

  test("a byte order mark that was removed from the text is still counted", () => {
    const pairs = bratPairs(corpus).filter(({ text }) => text.startsWith("\uFEFF"));
    for (const pair of pairs)
      expect(read({ ...pair, text: pair.text.slice(1) }).layer).toEqual(read(pair).layer);
  });
});

describeWith("iaa/eco-collectf-brat", (corpus) => {
  test("quotes that are one character longer than their offsets are read as they say", () => {
    const readings = bratPairs(corpus).map(read);
    expect(warningsOf(readings)).toEqual({
      "line n quotes one character more than its offsets cover, and was read as its quote says.": 7,
    });
    for (const reading of readings) checkRoundTrip(reading);
  });
});
