import { expect, test } from "vitest";
import type { WriteDb } from "../../../electron/store/database.ts";
import { updateEntity } from "../../../electron/store/entities.ts";
import { redo, undo } from "../../../electron/store/history.ts";
import { setLayerStatus } from "../../../electron/store/layers.ts";
import { actOnHits, type Targets } from "../../../electron/store/search/act.ts";
import { everyHit } from "../../../electron/store/search/find.ts";
import type { SearchAction } from "../../../shared/contract/search.ts";
import { ana, arrivalOf, ben, dump, marks, newProject, problems, takeIn } from "../project.ts";

/** Three reports that say CD34, the last one finished by Ana. */
function project() {
  const db = newProject();
  const texts = ["CD34 and desmin.", "Cd34, once more CD34.", "CD34 again."];
  const reports = takeIn(
    db,
    texts.map((text, at) => arrivalOf(text, { name: `r${at}` })),
  );
  const [first = "", second = "", third = ""] = reports;
  setLayerStatus(db, ana, third, "done");
  return { db, first, second, third };
}

function targetsOf(db: WriteDb, query: string): Targets {
  const spans: string[] = [];
  const texts: Targets["texts"][number][] = [];
  for (const { report, hits } of everyHit(db, "Ana", query))
    for (const { id, span, ranges, quote } of hits)
      if (span) spans.push(id);
      else if (ranges[0]) texts.push({ report, range: ranges[0], quote });
  return { spans, texts };
}

const act = (db: WriteDb, query: string, action: SearchAction, author = ana) =>
  actOnHits(db, author, targetsOf(db, query), action);

test("all hits are marked in one step, linked to one entity in each report, and what is closed is said", () => {
  const { db, first, second } = project();
  const before = dump(db);
  const { change, done, skipped } = act(db, "CD34", { do: "mark", label: "marker" });
  expect({ done, skipped, summary: change.summary, stale: change.stale }).toEqual({
    done: 3,
    skipped: ["1 hit is in a report that you have finished; reopen it to change it."],
    summary: "marked 3 places in 2 reports as marker",
    stale: ["layers", "reports"],
  });
  expect(marks(db, first, "Ana")).toEqual({
    spans: ["CD34: marker → marker CD34"],
    entities: ["marker CD34"],
  });
  expect(marks(db, second, "Ana")).toEqual({
    spans: ["Cd34: marker → marker Cd34", "CD34: marker → marker Cd34"],
    entities: ["marker Cd34"],
  });
  expect(problems(db)).toEqual([]);

  const after = dump(db);
  undo(db, ana);
  expect(dump(db)).toEqual(before);
  redo(db, ana);
  expect(dump(db)).toEqual(after);
});

test("marking again marks nothing twice", () => {
  const { db } = project();
  act(db, "CD34", { do: "mark", label: "marker" });
  const { done, skipped, change } = act(db, "CD34 status:open", { do: "mark", label: "marker" });
  expect({ done, skipped, history: change.history }).toEqual({
    done: 0,
    skipped: ["3 hits: each has the label marker already."],
    history: null,
  });
});

test("a mark in one report only is told as one of that report", () => {
  const { db, first } = project();
  const { change } = act(db, "desmin", { do: "mark", label: "marker" });
  expect(change).toMatchObject({ report: first, stale: [], put: { spans: [{ quote: "desmin" }] } });
});

test("spans are relabelled with the entities that are theirs alone", () => {
  const { db, first, second } = project();
  act(db, "CD34", { do: "mark", label: "marker" });
  act(db, "label:marker", { do: "relabel", label: "drug" });
  expect(marks(db, first, "Ana")).toEqual({
    spans: ["CD34: drug → drug CD34"],
    entities: ["drug CD34"],
  });
  expect(marks(db, second, "Ana").spans.map((span) => span.split(" →")[0])).toEqual([
    "Cd34: drug",
    "CD34: drug",
  ]);
  expect(problems(db)).toEqual([]);
});

test("an attribute is set and taken away, and spans that had it are passed over", () => {
  const { db } = project();
  act(db, "CD34", { do: "mark", label: "marker" });
  act(db, "label:marker Cd34", { do: "set", attribute: "negated", value: true });
  expect(targetsOf(db, "attr:negated").spans).toHaveLength(3);
  const { skipped } = act(db, "label:marker", { do: "set", attribute: "negated", value: true });
  expect(skipped).toEqual(["3 hits: each is so already."]);
  act(db, "label:marker", { do: "set", attribute: "negated", value: null });
  expect(targetsOf(db, "attr:negated").spans).toEqual([]);
});

test("spans are linked to the entity of a name, one in each report", () => {
  const { db, first, second } = project();
  act(db, "CD34 OR desmin", { do: "mark", label: "marker" });
  act(db, "label:marker", { do: "link", name: "CD34 antigen" });
  for (const report of [first, second])
    expect(marks(db, report, "Ana").entities).toEqual(["marker CD34 antigen"]);
  expect(problems(db)).toEqual([]);
});

test("spans are removed with their bare entities, and those that something is known of stay", () => {
  const { db, first, second } = project();
  const { change } = act(db, "desmin", { do: "mark", label: "marker" });
  act(db, "CD34", { do: "mark", label: "marker" });
  updateEntity(db, ana, change.put.entities[0]?.id ?? "", { fields: { result: "positive" } });
  act(db, "label:marker", { do: "remove" });
  expect(marks(db, first, "Ana")).toEqual({ spans: [], entities: ["marker desmin"] });
  expect(marks(db, second, "Ana")).toEqual({ spans: [], entities: [] });
});

test("nobody else's spans are changed, nor words that are not there any more", () => {
  const { db, first } = project();
  act(db, "desmin", { do: "mark", label: "marker" }, ben);
  const others = act(db, "by:Ben", { do: "remove" });
  expect(others.skipped).toEqual(["1 hit is a span of somebody else's."]);
  const texts = [{ report: first, range: { start: 0, end: 4 }, quote: "SMAD" }];
  const gone = actOnHits(db, ana, { spans: ["nobody"], texts }, { do: "mark", label: "marker" });
  expect(gone.skipped).toEqual([
    "1 hit is no longer what the report says there.",
    "1 hit is marked already, so that it can only be changed.",
  ]);
  expect(actOnHits(db, ana, { spans: ["nobody"], texts: [] }, { do: "remove" }).skipped).toEqual([
    "1 hit is no longer there.",
  ]);
});
