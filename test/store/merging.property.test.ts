import fc from "fast-check";
import { expect, test } from "vitest";
import { closeProject, type ReadDb, type WriteDb } from "../../electron/store/database.ts";
import { type Author, redo, undo } from "../../electron/store/history.ts";
import { readLayers } from "../../electron/store/layers.ts";
import { listConflicts, settleConflict } from "../../electron/store/merging/conflicts.ts";
import { listReportIds } from "../../electron/store/reports.ts";
import { readLines, readVersions } from "../../electron/store/versions/read-versions.ts";
import { headsOf } from "../../shared/merge/heads.ts";
import { mergeInto, replicaOf } from "./packages.ts";
import { ana, ben, problems } from "./project.ts";
import { attempt, begin, type Dice, dice, play } from "./random-work.ts";

const people = [ana, ben];

/** What happens in one of three places: work, undo, redo, a choice between versions, or a merge of what another one has. */
type Turn =
  | { do: "work"; at: number; rolls: Dice[] }
  | { do: "undo" | "redo"; at: number; who: number }
  | { do: "settle"; at: number; which: number; who: number }
  | { do: "merge"; at: number; from: number; who: number };

const place = fc.nat(2);
const who = fc.nat(1);

const turns = (isWanted: (one: Dice) => boolean) =>
  fc.array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant("work" as const),
          at: place,
          rolls: dice(people).map((all) => all.filter(isWanted).slice(0, 6)),
        }),
      },
      fc.record({ do: fc.constantFrom("undo" as const, "redo" as const), at: place, who }),
      fc.record({ do: fc.constant("settle" as const), at: place, which: fc.nat(9), who }),
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant("merge" as const), at: place, from: place, who }),
      },
    ),
    { minLength: 2, maxLength: 12 },
  );

function take(places: readonly WriteDb[], turn: Turn, seen: Set<string>): void {
  const db = places[turn.at] as WriteDb;
  if (turn.do === "work") play(db, turn.rolls);
  else if (turn.do === "undo") attempt(db, () => undo(db, people[turn.who] ?? ana));
  else if (turn.do === "redo") attempt(db, () => redo(db, people[turn.who] ?? ana));
  else if (turn.do === "settle") attempt(db, () => settle(db, turn.which, people[turn.who] ?? ana));
  else if (turn.do === "merge" && turn.from !== turn.at)
    attempt(db, () => {
      const from = places[turn.from] as WriteDb;
      for (const id of idsOf(from)) seen.add(id);
      mergeInto(db, people[turn.who] ?? ana, from);
    });
}

/** Chooses a version of something that was changed in two places. */
function settle(db: WriteDb, which: number, author: Author): void {
  const all = listConflicts(db, null);
  const conflict = all[which % Math.max(1, all.length)];
  if (!conflict) return;
  const { report, target, versions } = conflict;
  const version = versions[which % versions.length]?.version ?? "";
  settleConflict(db, author, { report, target, version });
  expect(listConflicts(db, report).map((one) => one.target)).not.toContain(target);
}

/** Every version that a project knows of its reports. */
function idsOf(db: ReadDb, reports = listReportIds(db)): string[] {
  const lines = readLines(db);
  return reports.flatMap((report) =>
    [...readVersions(db, lines, report).values()].flatMap(({ versions }) =>
      [...versions.keys()].map((id) => `${report} ${id}`),
    ),
  );
}

function heads(db: ReadDb, report: string): Record<string, string[]> {
  const found = [...readVersions(db, readLines(db), report)];
  return Object.fromEntries(
    found
      .map(([target, { versions }]) => [target, headsOf(versions).map(({ id }) => id)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Everybody merges what everybody has, until nobody has anything new. */
function exchange(places: readonly WriteDb[]): void {
  for (let round = 0; round < 4; round++)
    for (const to of places) for (const from of places) if (from !== to) mergeInto(to, ben, from);
}

const sorted = <One extends { id: string }>(all: readonly One[]) =>
  all.toSorted((a, b) => (a.id < b.id ? -1 : 1));

function contentOf(db: ReadDb, report: string) {
  return readLayers(db, report).map((layer) => ({
    ...layer,
    spans: sorted(layer.spans),
    entities: sorted(layer.entities),
    relations: sorted(layer.relations),
    events: sorted(layer.events),
    groups: sorted(layer.groups),
  }));
}

function threePlaces(): WriteDb[] {
  const first = begin();
  return [first, replicaOf(first, ana), replicaOf(first, ben)];
}

const ofTheWhole = [
  ...["correctText", "replaceScheme", "mergeLabels"],
  ...["removeReports", "describeReport", "importReport"],
];
const ofMarks = ({ operation }: Dice) => !ofTheWhole.includes(operation);

test("whatever three places mark, undo and merge, in the end all have the same marks", () => {
  fc.assert(
    fc.property(turns(ofMarks), (all) => {
      const places = threePlaces();
      try {
        for (const turn of all) take(places, turn as Turn, new Set());
        exchange(places);
        const [first, ...others] = places as [WriteDb, ...WriteDb[]];
        for (const report of listReportIds(first))
          for (const other of others) {
            expect(heads(other, report)).toEqual(heads(first, report));
            expect(contentOf(other, report)).toEqual(contentOf(first, report));
          }
        for (const db of places) expect(problems(db)).toEqual([]);
        for (const to of places)
          for (const from of places) expect(mergeInto(to, ana, from).report.isNews).toBe(false);
      } finally {
        places.forEach(closeProject);
      }
    }),
    { numRuns: 12 },
  );
});

test("with texts corrected, schemes changed and reports taken out no version is lost and nothing dangles", () => {
  fc.assert(
    fc.property(
      turns(() => true),
      (all) => {
        const places = threePlaces();
        try {
          const seen = new Set<string>();
          for (const turn of all) take(places, turn as Turn, seen);
          exchange(places);
          for (const db of places) expect(problems(db)).toEqual([]);
          const everywhere = listReportIds(places[0] as WriteDb).filter((id) =>
            places.every((db) => listReportIds(db).includes(id)),
          );
          const known = places.map((db) => new Set(idsOf(db, everywhere)));
          const lost = [...seen].filter((id) => everywhere.includes(id.split(" ")[0] ?? ""));
          for (const one of known) expect(lost.filter((id) => !one.has(id))).toEqual([]);
          for (const one of known) expect(one).toEqual(known[0]);
        } finally {
          places.forEach(closeProject);
        }
      },
    ),
    { numRuns: 12 },
  );
});
