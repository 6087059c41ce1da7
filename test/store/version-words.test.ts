import { expect, test } from "vitest";
import type { WriteDb } from "../../electron/store/database.ts";
import { updateEntity } from "../../electron/store/entities.ts";
import { readLayer, setLayerNote } from "../../electron/store/layers.ts";
import { listConflicts } from "../../electron/store/merging/conflicts.ts";
import { toldApart } from "../../electron/store/merging/version-words.ts";
import { addSpan, updateSpan } from "../../electron/store/spans.ts";
import { mergeInto, replicaOf } from "./packages.ts";
import { addReport, ana, ben, draft, newProject, rangeOf } from "./project.ts";

/** Changes the same on two machines; what the versions say there, in the order of the alphabet. */
function saysOf(
  prepare: (db: WriteDb, report: string) => void,
  ...changes: [(db: WriteDb, report: string) => void, (db: WriteDb, report: string) => void]
): string[][] {
  const here = newProject();
  const report = addReport(here);
  prepare(here, report);
  const there = replicaOf(here, ben);
  const [atHome, elsewhere] = changes;
  atHome(here, report);
  elsewhere(there, report);
  mergeInto(here, ben, there);
  return listConflicts(here, report).map(({ versions }) =>
    versions.map(({ says }) => says).toSorted(),
  );
}

const marked = (db: WriteDb, report: string) => {
  addSpan(db, ana, report, draft("desmin", { entity: "new" }));
};

const patchSpan = (patch: Parameters<typeof updateSpan>[3]) => (db: WriteDb, report: string) => {
  updateSpan(db, ana, readLayer(db, report, "Ana").spans[0]?.id ?? "", patch);
};

const patchEntity =
  (patch: Parameters<typeof updateEntity>[3]) => (db: WriteDb, report: string) => {
    updateEntity(db, ana, readLayer(db, report, "Ana").entities[0]?.id ?? "", patch);
  };

test("two versions of a span that differ in its note alone do not read alike", () => {
  const says = saysOf(marked, patchSpan({ note: "weak" }), patchSpan({ note: "", unsure: true }));
  expect(says).toEqual([
    ["marker “desmin”; unsure: no; note: “weak”", "marker “desmin”; unsure: yes; note: none"],
  ]);
  expect(saysOf(marked, patchSpan({ note: "weak" }), patchSpan({ note: "strong" }))).toEqual([
    ["marker “desmin”; note: “strong”", "marker “desmin”; note: “weak”"],
  ]);
});

test("of attributes only those are said that differ, and one that is not set is none", () => {
  const before = { attributes: { polarity: "positive" } };
  const after = { attributes: { polarity: "positive", negated: true as const } };
  const other = { attributes: { polarity: "positive", grade: ["2", "3"] } };
  const said = saysOf(
    (db, report) => {
      marked(db, report);
      patchSpan(before)(db, report);
    },
    patchSpan(after),
    patchSpan(other),
  );
  expect(said).toEqual([
    [
      "marker “desmin”; “negated”: none; “grade”: “2”, “3”",
      "marker “desmin”; “negated”: yes; “grade”: none",
    ],
  ]);
});

test("the codes and fields of an entity are said where they differ", () => {
  const code = { system: "ICD-O", code: "8890/3", display: "leiomyosarcoma" };
  const said = saysOf(
    marked,
    patchEntity({ codes: [code] }),
    patchEntity({ fields: { result: "positive" } }),
  );
  expect(said).toEqual([
    [
      "marker “desmin”; codes: none; “result”: “positive”",
      "marker “desmin”; codes: “ICD-O 8890/3 leiomyosarcoma”; “result”: none",
    ].toSorted(),
  ]);
});

test("versions at two places say which", () => {
  const two = rangeOf("SMA");
  const moved = { ranges: [two], quote: "SMA" };
  const { start } = rangeOf("desmin");
  const { start: other } = two;
  const [place, otherPlace] = [`${start + 1}–${start + 6}`, `${other + 1}–${other + 3}`];
  expect(saysOf(marked, patchSpan(moved), patchSpan({ note: "weak" })).flat()).toEqual([
    `marker “SMA”; place: ${otherPlace}; note: none`,
    `marker “desmin”; place: ${place}; note: “weak”`,
  ]);
});

test("facts of a whole layer are told apart", () => {
  const said = saysOf(
    marked,
    (db, report) => {
      setLayerNote(db, ana, report, "blurred");
    },
    (db, report) => {
      setLayerNote(db, ana, report, "see the photo");
    },
  );
  expect(said).toEqual([["open; note: “blurred”", "open; note: “see the photo”"]]);
});

test("a relation says from where to where it leads, and what differs in nothing else its version", () => {
  const spoken = { thing: (id: string) => `“${id}”`, place: () => "" };
  const row = { id: "r", layer: "l", label: "shows", from_id: "a", to_id: "b", attributes: "{}" };
  const noted = { ...row, note: "" };
  const versions = [
    { id: "1", row: noted },
    { id: "2", row: { ...noted, from_id: "c" } },
  ];
  expect(toldApart("relation", versions, spoken)).toEqual(["shows; from: “a”", "shows; from: “c”"]);
  const alike = ["0123456789", "abcdefghij"].map((id) => ({ id, row: noted }));
  expect(toldApart("relation", alike, spoken)).toEqual([
    "shows; version: “01234567”",
    "shows; version: “abcdefgh”",
  ]);
});
