import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { correctText } from "../../electron/store/corrections.ts";
import type { WriteDb } from "../../electron/store/database.ts";
import { redo, undo } from "../../electron/store/history.ts";
import { readLayer, setLayerStatus } from "../../electron/store/layers.ts";
import { migrate } from "../../electron/store/migrate.ts";
import {
  acceptAgreed,
  decideMany,
  finishGold,
  withdraw,
} from "../../electron/store/review/decisions.ts";
import { listDecisions, readReviewed } from "../../electron/store/review/reviewing.ts";
import { rewriteProject } from "../../electron/store/scheme/rewriting.ts";
import { addSpan, updateSpan } from "../../electron/store/spans.ts";
import { countStandings, standingsOf } from "../../shared/review/standing.ts";
import { choose, done, keyOf, projectWith, rita, twoLayers, why } from "./deciding.ts";
import {
  addReport,
  ana,
  ben,
  draft,
  dump,
  layer,
  marks,
  problems,
  rangeOf,
  sentence,
  span,
} from "./project.ts";

function look(db: WriteDb, report: string) {
  const reviewed = readReviewed(db, report, null);
  const standings = standingsOf(reviewed.comparison, reviewed.decisions);
  const rows = reviewed.comparison.differences.map((one) => {
    const { state } = standings.of.get(one.key) ?? {};
    return `${one.stage} ${one.words}: ${one.types.join(", ")}, ${state}`;
  });
  return { ...reviewed, standings, rows, counts: countStandings(reviewed.comparison, standings) };
}

test("differences of every stage are found, each with its types", () => {
  const { db, report } = projectWith();
  expect(look(db, report).rows).toEqual([
    "spans tumour: boundary, open",
    "spans desmin: agreed, open",
    "spans SMA: missing, open",
    "entities desmin: attribute, open",
    "relations desmin → tumour: agreed, open",
  ]);
});

test("a decision is a row of its own and of the gold layer, in one step that undo takes back", () => {
  const { db, report } = projectWith();
  const before = dump(db);

  const change = choose(db, report, "spans tumour", { do: "take", annotator: "Ben" });

  expect(change).toMatchObject({
    summary: "took what Ben has for “tumour”",
    report,
    put: { spans: [] },
    removed: [],
    layer: null,
    stale: ["review"],
    review: {
      decisions: [
        {
          report,
          stage: "spans",
          choice: { do: "take", annotator: "Ben" },
          annotator: "Rita",
          at: "2026-03-04T05:06:07.000Z",
          members: [
            { annotator: "Ana", members: [expect.any(String)] },
            { annotator: "Ben", members: [expect.any(String)] },
          ],
          gold: [expect.any(String)],
        },
      ],
      put: { spans: [{ label: "diagnosis", quote: "The tumour" }] },
      removed: [],
    },
  });
  expect(marks(db, report, "gold").spans).toEqual(["The tumour: diagnosis"]);
  const after = dump(db);
  expect(undo(db, rita).review?.removed).toHaveLength(2);
  expect(dump(db)).toEqual(before);
  expect(listDecisions(db, report)).toEqual([]);
  redo(db, rita);
  expect(dump(db)).toEqual(after);
  expect(look(db, report).rows[0]).toBe("spans tumour: boundary, decided");
  expect(problems(db)).toEqual([]);
});

test.each([
  [{ do: "union" }, ["The tumour: diagnosis"]],
  [{ do: "intersection" }, ["tumour: diagnosis"]],
  [{ do: "take", annotator: "Ana" }, ["tumour: diagnosis"]],
  [{ do: "none" }, []],
  [{ do: "later" }, []],
] as const)("%j of two edges makes %j", (choice, spans) => {
  const { db, report } = projectWith();
  choose(db, report, "spans tumour", choice);
  expect(marks(db, report, "gold").spans).toEqual(spans);
  const state = choice.do === "later" ? "later" : "decided";
  expect(look(db, report).rows[0]).toBe(`spans tumour: boundary, ${state}`);
});

test("to take what is missing leaves it out, and somebody who was not asked is refused", () => {
  const { db, report } = projectWith();
  choose(db, report, "spans SMA", { do: "take", annotator: "Ana" });
  expect(marks(db, report, "gold").spans).toEqual([]);
  expect(() => choose(db, report, "spans SMA", { do: "take", annotator: "Cem" })).toThrow(
    "“Cem” was not asked about “SMA”; take what one of Ben, Ana has.",
  );
});

test("spans come first, then entities, then relations", () => {
  const { db, report } = projectWith();
  const take = { do: "take", annotator: "Ana" } as const;
  expect(() => choose(db, report, "entities desmin", take)).toThrow(
    "The spans of “desmin” are not decided; decide them first.",
  );
  expect(() => choose(db, report, "relations desmin → tumour", take)).toThrow(
    "“desmin” is not decided, which the relation is about; decide that first.",
  );
  choose(db, report, "spans desmin", take);
  choose(db, report, "spans tumour", take);
  choose(db, report, "entities desmin", take);
  choose(db, report, "relations desmin → tumour", take);
  const gold = readLayer(db, report, "gold");
  expect(marks(db, report, "gold")).toEqual({
    spans: ["tumour: diagnosis", "desmin: marker → marker desmin"],
    entities: ["marker desmin"],
  });
  expect(gold.entities[0]?.fields).toEqual({ result: "positive" });
  expect(gold.relations).toMatchObject([{ from: gold.spans[1]?.id, to: gold.spans[0]?.id }]);
  expect(problems(db)).toEqual([]);
});

test("what stands on a span goes on when the span is decided again, and goes with it when it goes", () => {
  const { db, report } = projectWith();
  const take = { do: "take", annotator: "Ana" } as const;
  for (const words of ["spans desmin", "spans tumour", "entities desmin"])
    choose(db, report, words, take);
  choose(db, report, "relations desmin → tumour", take);
  choose(db, report, "spans tumour", { do: "union" });
  expect(readLayer(db, report, "gold").relations).toHaveLength(1);

  const before = dump(db);
  choose(db, report, "spans desmin", { do: "none" });

  expect(marks(db, report, "gold")).toEqual({ spans: ["The tumour: diagnosis"], entities: [] });
  expect(look(db, report).rows.slice(3)).toEqual([
    "entities desmin: attribute, moot",
    "relations desmin → tumour: agreed, moot",
  ]);
  expect(problems(db)).toEqual([]);
  undo(db, rita);
  expect(dump(db)).toEqual(before);
});

test("what everybody agrees on is accepted in one step, whatever it stands on first", () => {
  const { db, report } = projectWith();
  const rule = { of: "all" } as const;
  const asked = { reports: [report], rule, stage: null, annotators: null };
  const { accepted, summary } = acceptAgreed(db, rita, asked);
  expect({ accepted, summary }).toEqual({
    accepted: 1,
    summary: "accepted 1 thing that annotators agree on",
  });
  choose(db, report, "spans tumour", { do: "union" });
  expect(acceptAgreed(db, rita, asked).accepted).toBe(1);
  expect(readLayer(db, report, "gold").relations).toHaveLength(1);
  const steps = listDecisions(db, report).length;
  undo(db, rita);
  expect(listDecisions(db, report)).toHaveLength(steps - 1);
});

test("most and enough are accepted by a rule", () => {
  const spans = { ...done, spans: [span("s1", "SMA"), span("s2", "desmin")] };
  const others = { ...done, spans: [span("s1", "SMA"), span("s2", "desmin", { label: "drug" })] };
  const layers = [layer("A", spans), layer("B", spans), layer("C", others), layer("D", done)];
  const accept = (rule: Parameters<typeof acceptAgreed>[2]["rule"]) => {
    const { db, report } = projectWith(layers);
    acceptAgreed(db, rita, { reports: null, rule, stage: "spans", annotators: null });
    return marks(db, report, "gold").spans;
  };
  expect(accept({ of: "all" })).toEqual([]);
  expect(accept({ of: "majority" })).toEqual(["SMA: marker"]);
  expect(accept({ of: "threshold", annotators: 2 })).toEqual(["desmin: marker", "SMA: marker"]);
});

test("what changed since it was decided is open again, with what was decided", () => {
  const { db, report } = projectWith();
  choose(db, report, "spans tumour", { do: "take", annotator: "Ana" });
  setLayerStatus(db, ana, report, "open");
  const [first] = readLayer(db, report, "Ana").spans;
  updateSpan(db, ana, first?.id ?? "", { label: "procedure" });
  setLayerStatus(db, ana, report, "done");

  const { rows, standings, comparison } = look(db, report);

  expect(rows[0]).toBe("spans tumour: label, boundary, stale");
  const standing = standings.of.get(comparison.differences[0]?.key ?? "");
  expect(standing?.decision?.choice).toEqual({ do: "take", annotator: "Ana" });
  choose(db, report, "spans tumour", { do: "take", annotator: "Ana" });
  expect(marks(db, report, "gold").spans).toEqual(["tumour: procedure"]);
  expect(listDecisions(db, report)).toHaveLength(1);
});

test("many are decided alike in one step, and those that cannot be are named", () => {
  const { db, report } = projectWith();
  const keys = look(db, report).comparison.differences.map(({ key }) => ({ report, key }));
  const { decided, left } = decideMany(db, rita, {
    differences: [...keys, { report, key: "spans-gone" }],
    choice: { do: "take", annotator: "Ben" },
    annotators: null,
    ...why,
  });
  expect({ decided, left }).toEqual({
    decided: 5,
    left: [
      {
        report,
        key: "spans-gone",
        why: "That difference is no longer there, since somebody changed what it was made of; open the report again.",
      },
    ],
  });
  expect(marks(db, report, "gold").spans).toHaveLength(3);
  undo(db, rita);
  expect(readLayer(db, report, "gold").spans).toEqual([]);
});

test("what was decided in many reports is not done again over a text that became another", () => {
  const { db, report } = projectWith();
  const other = addReport(db, undefined, { name: "case-2", layers: twoLayers() });
  const differences = [report, other].map((id) => ({
    report: id,
    key: keyOf(db, id, "spans SMA"),
  }));
  const choice = { do: "take", annotator: "Ben" } as const;
  decideMany(db, rita, { differences, choice, annotators: null, ...why });
  undo(db, rita);
  redo(db, rita);
  expect(marks(db, other, "gold").spans).toEqual(["SMA: marker"]);
  undo(db, rita);
  correctText(db, ana, { report, base: 1, edits: [{ ...rangeOf("desmin"), text: "DES" }] });
  expect(() => redo(db, rita)).toThrow("stays as it is, because somebody else has changed");
  expect(readLayer(db, other, "gold").spans).toEqual([]);
  expect(problems(db)).toEqual([]);
});

test("decisions are taken back with what they made", () => {
  const { db, report } = projectWith();
  choose(db, report, "spans tumour", { do: "union" });
  const [decision] = listDecisions(db, report);
  withdraw(db, rita, { decisions: [decision?.id ?? ""] });
  expect(readLayer(db, report, "gold").spans).toEqual([]);
  expect(look(db, report).counts).toMatchObject({ open: 3, decided: 0, agreed: 2 });
});

test("a gold layer is finished when nothing is undecided, and takes no decision then", () => {
  const { db, report } = projectWith();
  const finish = (isFinished: boolean) =>
    finishGold(db, rita, { report, isFinished, annotators: null });
  expect(() => finish(true)).toThrow(
    "“case-1” is not decided to its end: 3 open, 0 to be decided again, 0 put off, and 2 agreed but not accepted yet; decide those, then finish.",
  );
  const keys = look(db, report).comparison.differences.map(({ key }) => ({ report, key }));
  const choice = { do: "take", annotator: "Ben" } as const;
  decideMany(db, rita, { differences: keys, choice, annotators: null, ...why });
  expect(finish(true).review?.layer?.status).toBe("done");
  expect(() => choose(db, report, "spans tumour", { do: "none" })).toThrow(
    "What was decided on “case-1” is finished; reopen it to decide again.",
  );
  expect(finish(false).summary).toBe("reopened the gold layer of “case-1”");
  expect(choose(db, report, "spans tumour", { do: "later" }).summary).toBe(
    "put off deciding on “tumour”",
  );
  expect(() => finish(true)).toThrow("1 put off");
});

test("what was never compared is not finished", () => {
  const { db, report } = projectWith(twoLayers().slice(0, 1));
  expect(() => finishGold(db, rita, { report, isFinished: true, annotators: null })).toThrow(
    "Fewer than two annotators are compared on “case-1”",
  );
});

test("words that were marked by hand go into the gold layer, if the report says them there", () => {
  const { db, report } = projectWith();
  const edit = (quote: string) => ({
    do: "edit" as const,
    spans: [{ label: "diagnosis", ranges: [{ start: 0, end: 10 }], quote, attributes: {} }],
  });
  expect(() => choose(db, report, "spans tumour", edit("tumour"))).toThrow(
    "is not what the report",
  );
  expect(readLayer(db, report, "gold").spans).toEqual([]);
  choose(db, report, "spans tumour", edit("The tumour"));
  expect(marks(db, report, "gold").spans).toEqual(["The tumour: diagnosis"]);
});

test("0014 makes room for decisions in a project of before", () => {
  const db = new Database(":memory:");
  migrate(db, 13);
  migrate(db, 14);
  expect(db.prepare("SELECT * FROM decision").all()).toEqual([]);
  expect(db.pragma("foreign_key_check")).toEqual([]);
});

test("a reviewer's step does not touch what others may undo", () => {
  const { db, report } = projectWith();
  choose(db, report, "spans tumour", { do: "union" });
  expect(() => undo(db, ben)).toThrow("There is nothing to undo.");
});

test("a correction elsewhere leaves a decision as it is, and one of its words opens it again", () => {
  const { db, report } = projectWith();
  choose(db, report, "spans desmin", { do: "accept", rule: { of: "all" } });
  const edits = [{ ...rangeOf("tumour"), text: "large tumour" }];
  correctText(db, ana, { report, base: 1, edits });
  expect(look(db, report).rows[1]).toBe("spans desmin: agreed, decided");
  expect(marks(db, report, "gold").spans).toEqual(["desmin: marker"]);
  const start = sentence.indexOf("desmin") + "large ".length;
  const words = [{ start, end: start + 6, text: "DES" }];
  correctText(db, ana, { report, base: 2, edits: words });
  expect(look(db, report).rows[1]).toBe("spans DES: agreed, stale");
  expect(problems(db)).toEqual([]);
});

test("a label that is renamed everywhere leaves decisions as they are", () => {
  const { db, report } = projectWith();
  choose(db, report, "spans desmin", { do: "accept", rule: { of: "all" } });
  choose(db, report, "spans SMA", { do: "none" });
  const subject = { list: "labels" as const, of: null, name: "marker" };
  rewriteProject(db, ana, [{ do: "rename", subject, to: "antibody" }]);
  expect(look(db, report).rows.slice(1, 3)).toEqual([
    "spans desmin: agreed, decided",
    "spans SMA: missing, decided",
  ]);
  expect(marks(db, report, "gold").spans).toEqual(["desmin: antibody"]);
  undo(db, ana);
  expect(look(db, report).rows.slice(1, 3)).toEqual([
    "spans desmin: agreed, decided",
    "spans SMA: missing, decided",
  ]);
});

test("somebody who came later opens what they contradict, and nothing else", () => {
  const { db, report } = projectWith();
  const cem = { ...ana, annotator: "Cem" };
  addSpan(db, cem, report, draft("tumour", { label: "diagnosis" }));
  choose(db, report, "spans tumour", { do: "take", annotator: "Ana" });
  choose(db, report, "spans desmin", { do: "accept", rule: { of: "all" } });
  setLayerStatus(db, cem, report, "done");
  expect(look(db, report).rows.slice(0, 2)).toEqual([
    "spans tumour: boundary, decided",
    "spans desmin: missing, stale",
  ]);
});
