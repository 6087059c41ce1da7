import fc from "fast-check";
import { expect, test } from "vitest";
import { closeProject, type WriteDb } from "../../electron/store/database.ts";
import { redo, undo } from "../../electron/store/history.ts";
import { rewriteProject } from "../../electron/store/scheme/rewriting.ts";
import { readScheme, replaceScheme } from "../../electron/store/scheme/schemes.ts";
import { addSpan } from "../../electron/store/spans.ts";
import { mergeInto, replicaOf } from "./packages.ts";
import { addReport, ana, ben, draft, marks, newProject, problems } from "./project.ts";
import { attempt } from "./random-work.ts";

/** Only the first of three places changes the scheme; all mark, merge, and take merges back. */
type Turn =
  | { do: "rename" | "guideline"; label: number }
  | { do: "mark"; at: number; label: number }
  | { do: "merge"; at: number; from: number }
  | { do: "undo" | "redo"; at: number };

const [place, label] = [fc.nat(2), fc.nat(3)];
const turns = fc.array(
  fc.oneof<fc.Arbitrary<Turn>[]>(
    fc.record({ do: fc.constantFrom("rename" as const, "guideline" as const), label }),
    fc.record({ do: fc.constant("mark" as const), at: place, label }),
    fc.record({ do: fc.constant("merge" as const), at: place, from: place }),
    fc.record({ do: fc.constantFrom("undo" as const, "redo" as const), at: place }),
  ),
  { minLength: 4, maxLength: 16 },
);

function take(places: readonly WriteDb[], report: string, turn: Turn, number: number): void {
  const [first] = places as [WriteDb];
  const db = "at" in turn ? (places[turn.at] as WriteDb) : first;
  if (turn.do === "rename") {
    const subject = { list: "labels" as const, of: null, name: labelAt(db, turn.label) };
    rewriteProject(db, ana, [{ do: "rename", subject, to: `label ${number}` }]);
  } else if (turn.do === "guideline") answer(db, turn.label, `See ${number}.`);
  else if (turn.do === "mark")
    addSpan(db, ana, report, draft("SMA", { label: labelAt(db, turn.label) }));
  else if (turn.do === "merge" && turn.at !== turn.from)
    mergeInto(db, ben, places[turn.from] as WriteDb);
  // Of merges alone: what is taken back in the first place does not go on from there.
  else if (turn.do === "undo") attempt(db, () => undo(db, ben));
  else if (turn.do === "redo") attempt(db, () => redo(db, ben));
}

function answer(db: WriteDb, at: number, guideline: string): void {
  const { scheme } = readScheme(db);
  const name = labelAt(db, at);
  const labels = scheme.labels.map((one) => (one.name === name ? { ...one, guideline } : one));
  replaceScheme(db, ana, { ...scheme, labels });
}

/** Whether anything was news to any of them. */
function mergeEachIntoEach(places: readonly WriteDb[]): boolean {
  const pairs = places.flatMap((to) => places.map((from) => ({ to, from })));
  return pairs
    .filter(({ to, from }) => to !== from)
    .map(({ to, from }) => mergeInto(to, ben, from).report.isNews)
    .includes(true);
}

const sorted = (db: WriteDb, report: string) => marks(db, report, "Ana").spans.toSorted();

function labelAt(db: WriteDb, at: number): string {
  const { labels } = readScheme(db).scheme;
  return labels[at % labels.length]?.name ?? "";
}

test("a scheme that one place changes comes to all, in whatever order they merge, and all marks follow", () => {
  fc.assert(
    fc.property(turns, (all) => {
      const first = newProject();
      const report = addReport(first);
      const places = [first, replicaOf(first, ana), replicaOf(first, ana)] as const;
      try {
        for (const [number, turn] of all.entries()) take(places, report, turn, number);
        for (const _ of places) mergeEachIntoEach(places);
        for (const db of places) {
          expect(readScheme(db).scheme).toEqual(readScheme(first).scheme);
          expect(sorted(db, report)).toEqual(sorted(first, report));
          expect(problems(db)).toEqual([]);
        }
        expect(mergeEachIntoEach(places)).toBe(false);
      } finally {
        places.forEach(closeProject);
      }
    }),
    { numRuns: 8 },
  );
});
