import { expect, test } from "vitest";
import { createReadingStore } from "../../../../renderer/annotate/reading/reading-store.ts";
import type { Asked } from "../../../../shared/contract.ts";
import type { Report } from "../../../../shared/model/report.ts";
import { nothingRead, type Reading, withFacts } from "../../../../shared/reading/reading.ts";

const first: Report = {
  id: "r",
  title: "r",
  case: "r",
  text: "One. Two. Three.",
  textSha256: "first",
  sections: [],
  metadata: {},
  source: "r.txt",
  warnings: [],
};

/** A Node side that keeps what it is told, and fails when it is asked to. */
function begin() {
  const notes: Omit<Asked<"reading.note">, "annotator">[] = [];
  let kept: Reading = nothingRead;
  const side = { report: first, fails: false, notes };
  const store = createReadingStore(() => side.report, {
    read: async () => kept,
    async note(note) {
      if (side.fails) throw new Error("the disk is full");
      notes.push(note);
      kept = withFacts(kept, note.facts, note.seconds ?? 0);
      return kept;
    },
  });
  return { store, side };
}

test("what is read second by second is one fact in one note", async () => {
  const { store, side } = begin();
  store.add([{ is: "read", start: 0, end: 4 }], 1);
  store.add([{ is: "read", start: 4, end: 9 }], 1);
  store.add([], 1);
  expect(await store.save()).toBe(true);
  expect(await store.save()).toBe(true);
  const facts = [{ is: "read", start: 0, end: 9 }];
  expect(side.notes).toEqual([{ report: "r", textSha256: "first", facts, seconds: 3 }]);
  expect(store.reading()).toEqual({ read: [{ start: 0, end: 9 }], skipped: [], seconds: 3 });
});

test("what could not be saved is shown, kept, and saved the next time", async () => {
  const { store, side } = begin();
  side.fails = true;
  store.add([{ is: "read", start: 0, end: 4 }], 2);
  expect(await store.save()).toBe(false);
  store.add([{ is: "skipped", start: 4, end: 16 }], 1);
  side.fails = false;
  expect(await store.save()).toBe(true);
  expect(side.notes.map(({ facts, seconds }) => [facts.length, seconds])).toEqual([[2, 3]]);
  expect(store.unfinished()).toEqual([]);
});

test("the sections that are asked about are no longer asked about once all are read", async () => {
  const { store } = begin();
  expect(store.unfinished().map(({ start, end }) => [start, end])).toEqual([[0, 16]]);
  store.ask(true);
  store.add([{ is: "read", start: 0, end: 8 }]);
  expect(store.isAsking()).toBe(true);
  store.add([{ is: "read", start: 8, end: 16 }]);
  expect(store.isAsking()).toBe(false);
});

test("facts about a text that was corrected since are told of that text", async () => {
  const { store, side } = begin();
  store.add([{ is: "read", start: 0, end: 4 }], 1);
  side.report = { ...first, text: "Zero. One.", textSha256: "second" };
  await store.follow();
  store.add([{ is: "read", start: 6, end: 10 }], 1);
  await store.save();
  expect(side.notes.map(({ textSha256 }) => textSha256)).toEqual(["first", "second"]);
});
