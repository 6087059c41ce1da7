import { expect, test } from "vitest";
import { readLayer } from "../../electron/store/layers.ts";
import { decide, withdraw } from "../../electron/store/review/decisions.ts";
import { listDecisions, readReviewed } from "../../electron/store/review/reviewing.ts";
import type { Choice } from "../../shared/review/decision.ts";
import { choose, done, entity, projectWith, rita, why } from "./deciding.ts";
import { layer, marks, problems, span } from "./project.ts";

const take = { do: "take", annotator: "Ana" } as const;

/** "The tumour" as two spans, edited by hand. */
const inTwo: Choice = {
  do: "edit",
  spans: [
    { label: "diagnosis", ranges: [{ start: 4, end: 10 }], quote: "tumour", attributes: {} },
    { label: "diagnosis", ranges: [{ start: 0, end: 3 }], quote: "The", attributes: {} },
  ],
};

test.each<Choice>([
  { do: "union" },
  { do: "editRelation", relation: { label: "of", isReversed: false, attributes: {} } },
])("a span is cut in two when its relation was decided by %j", (choice) => {
  const { db, report } = projectWith();
  for (const words of ["spans tumour", "spans desmin", "entities desmin"])
    choose(db, report, words, take);
  choose(db, report, "relations desmin → tumour", choice);

  choose(db, report, "spans tumour", inTwo);

  expect(marks(db, report, "gold").spans).toEqual([
    "The: diagnosis",
    "tumour: diagnosis",
    "desmin: marker → marker desmin",
  ]);
  expect(readLayer(db, report, "gold").relations).toHaveLength(1);
  expect(problems(db)).toEqual([]);
});

test("a span that comes after its entity was decided is linked to it", () => {
  const { db, report } = projectWith();
  choose(db, report, "spans desmin", take);
  choose(db, report, "entities desmin", take);
  const desmin = { label: "marker", quote: "desmin", ranges: [{ start: 28, end: 34 }] };
  const des = { ...desmin, quote: "des", ranges: [{ start: 28, end: 31 }] };
  const spans = [desmin, des].map((one) => ({ ...one, attributes: {} }));
  choose(db, report, "spans desmin", { do: "edit", spans });
  expect(marks(db, report, "gold").spans).toEqual([
    "des: marker → marker desmin",
    "desmin: marker → marker desmin",
  ]);
  expect(problems(db)).toEqual([]);
});

test("an entity that nobody marked stays when a span goes, whoever is compared by then", () => {
  const bare = (name: string) =>
    layer(name, { ...done, spans: [span("s", "SMA")], entities: [entity("e", "p53")] });
  const { db, report } = projectWith(["Ana", "Ben", "Cem"].map(bare));
  const annotators = ["Ana", "Ben"];
  const { comparison } = readReviewed(db, report, annotators);
  const key = comparison.differences.find(({ stage }) => stage === "entities")?.key ?? "";
  decide(db, rita, { report, key, choice: take, annotators, ...why });
  choose(db, report, "spans SMA", take);
  const [, last] = listDecisions(db, report);
  withdraw(db, rita, { decisions: [last?.id ?? ""] });
  expect(marks(db, report, "gold")).toEqual({ spans: [], entities: ["marker p53"] });
  expect(listDecisions(db, report)).toHaveLength(1);
});
