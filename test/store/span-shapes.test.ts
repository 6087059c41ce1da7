import { describe, expect, test } from "vitest";
import type { WriteDb } from "../../electron/store/database.ts";
import { updateEntity } from "../../electron/store/entities.ts";
import { redo, undo } from "../../electron/store/history.ts";
import { readLayer } from "../../electron/store/layers.ts";
import { joinSpans, splitSpan } from "../../electron/store/span-shapes.ts";
import { addSpan, updateSpan } from "../../electron/store/spans.ts";
import {
  addReport,
  ana,
  ben,
  draft,
  dump,
  layer,
  marks,
  newProject,
  problems,
  rangeOf,
  sentence,
  span,
} from "./project.ts";

function mark(db: WriteDb, report: string, words: string, options?: Parameters<typeof draft>[1]) {
  return addSpan(db, ana, report, draft(words, options)).put.spans[0]?.id ?? "";
}

/** Takes the last step back and does it again, comparing all rows each time. */
function expectOneStep(db: WriteDb, before: unknown): void {
  const after = dump(db);
  undo(db, ana);
  expect(dump(db)).toEqual(before);
  redo(db, ana);
  expect(dump(db)).toEqual(after);
  expect(problems(db)).toEqual([]);
}

describe("splitting", () => {
  test("makes two spans that keep label, attributes, entity and note, in one step", () => {
    const db = newProject();
    const report = addReport(db);
    const id = mark(db, report, "SMA and h-caldesmon", { entity: "new" });
    updateSpan(db, ana, id, { attributes: { negated: true }, note: "both" });
    const before = dump(db);

    const change = splitSpan(db, ana, id, rangeOf("and").start);

    expect(change.summary).toBe("split “SMA and h-caldesmon” into “SMA” and “and h-caldesmon”");
    const [first, second] = readLayer(db, report, "Ana").spans;
    expect(first).toMatchObject({ id, quote: "SMA", note: "both", attributes: { negated: true } });
    expect(second).toEqual({
      ...first,
      id: second?.id,
      quote: "and h-caldesmon",
      ranges: [rangeOf("and h-caldesmon")],
    });
    expect(first?.entity).not.toBeNull();
    expectOneStep(db, before);
  });

  test("is refused where one side has no words, and leaves nothing", () => {
    const db = newProject();
    const report = addReport(db);
    const id = mark(db, report, "desmin");
    const before = dump(db);
    for (const at of [rangeOf("desmin").start, rangeOf("desmin").end, 0, 5000])
      expect(() => splitSpan(db, ana, id, at)).toThrow("put the caret between two of its words");
    expect(() => splitSpan(db, ben, id, rangeOf("desmin").start + 2)).toThrow(/another annotator/);
    expect(dump(db)).toEqual(before);
  });
});

describe("joining", () => {
  test("makes one stretch of neighbours, and forgets the entity that was only the other's shadow", () => {
    const db = newProject();
    const report = addReport(db);
    const second = mark(db, report, "and h-caldesmon", { entity: "new" });
    const first = mark(db, report, "SMA", { entity: "new" });
    const before = dump(db);

    joinSpans(db, ana, [second, first]);

    expect(marks(db, report, "Ana")).toEqual({
      spans: ["SMA and h-caldesmon: marker → marker SMA and h-caldesmon"],
      entities: ["marker SMA and h-caldesmon"],
    });
    expect(readLayer(db, report, "Ana").spans[0]?.id).toBe(first);
    expectOneStep(db, before);
  });

  test("of what lies apart makes a span of several ranges, with all that each said", () => {
    const db = newProject();
    const report = addReport(db);
    const ids = ["positive", "desmin", "SMA"].map((words) => mark(db, report, words));
    updateSpan(db, ana, ids[0] ?? "", { note: "strongly", attributes: { negated: true } });
    updateSpan(db, ana, ids[2] ?? "", { note: "focally", attributes: { historical: true } });
    joinSpans(db, ana, ids);
    expect(readLayer(db, report, "Ana").spans).toEqual([
      expect.objectContaining({
        quote: "positive desmin SMA",
        ranges: [rangeOf("positive"), rangeOf("desmin"), rangeOf("SMA")],
        attributes: { negated: true, historical: true },
        note: "strongly\nfocally",
      }),
    ]);
  });

  test("takes over what points to the others: relations, events and groups", () => {
    const db = newProject();
    const common = { attributes: {}, note: "" };
    const spans = [span("s1", "desmin"), span("s2", "SMA"), span("s3", "tumour")];
    const parts = {
      spans,
      relations: [{ id: "r", label: "of", from: "s2", to: "s3", ...common }],
      events: [{ id: "e", label: "staining", trigger: "s2", arguments: [], ...common }],
      groups: [{ id: "g", label: "panel", members: ["s2", "s3"], ...common }],
    };
    const report = addReport(db, sentence, { layers: [layer("Ana", parts)] });
    const named = new Map(readLayer(db, report, "Ana").spans.map(({ quote, id }) => [quote, id]));
    const [kept = "", other = "", third = ""] = ["desmin", "SMA", "tumour"].map(
      (quote) => named.get(quote) ?? "",
    );
    const before = dump(db);
    joinSpans(db, ana, [kept, other]);
    expect(readLayer(db, report, "Ana")).toMatchObject({
      relations: [{ from: kept, to: third }],
      events: [{ trigger: kept }],
      groups: [{ members: [kept, third] }],
    });
    expectOneStep(db, before);
    expect(() => joinSpans(db, ana, [kept, third])).toThrow("linked with each other by “of”");
  });

  test("is refused with a sentence where something would be lost", () => {
    const db = newProject();
    const report = addReport(db);
    const a = mark(db, report, "desmin", { entity: "new" });
    const b = mark(db, report, "SMA", { entity: "new" });
    const c = mark(db, report, "tumour", { label: "diagnosis" });
    for (const { id } of readLayer(db, report, "Ana").entities)
      updateEntity(db, ana, id, { fields: { result: "positive" } });
    const before = dump(db);
    expect(() => joinSpans(db, ana, [a, b])).toThrow("linked to “desmin” and “SMA”");
    expect(() => joinSpans(db, ana, [a, c])).toThrow("these are diagnosis and marker");
    expect(() => joinSpans(db, ana, [a, a])).toThrow("It takes two spans");
    expect(dump(db)).toEqual(before);
    updateSpan(db, ana, a, { entity: null, attributes: { status: "primary" } });
    updateSpan(db, ana, b, { attributes: { status: "history" } });
    expect(() => joinSpans(db, ana, [a, b])).toThrow("differ in status (primary, history)");
  });
});

describe("another shape", () => {
  test("renames the entity that was named from these words alone, and no other", () => {
    const db = newProject();
    const report = addReport(db);
    const id = mark(db, report, "desmin", { entity: "new" });
    const ranges = [rangeOf("desmin"), rangeOf("positive")];
    updateSpan(db, ana, id, { ranges, quote: "desmin positive" });
    expect(marks(db, report, "Ana").entities).toEqual(["marker desmin positive"]);
    const [entity] = readLayer(db, report, "Ana").entities;
    updateEntity(db, ana, entity?.id ?? "", { name: "DES" });
    updateSpan(db, ana, id, { ranges: [rangeOf("desmin")], quote: "desmin" });
    expect(marks(db, report, "Ana").entities).toEqual(["marker DES"]);
  });

  test("is refused where the report does not say what the page took it to say", () => {
    const db = newProject();
    const report = addReport(db);
    const id = mark(db, report, "desmin");
    const before = dump(db);
    expect(() => updateSpan(db, ana, id, { ranges: [rangeOf("SMA")], quote: "ASM" })).toThrow(
      "“ASM” is not what the report says",
    );
    expect(dump(db)).toEqual(before);
  });
});
