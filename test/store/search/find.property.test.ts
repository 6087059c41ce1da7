import fc from "fast-check";
import { expect, test } from "vitest";
import { closeProject, type ReadDb } from "../../../electron/store/database.ts";
import { undo } from "../../../electron/store/history.ts";
import { findHits, reportsFound } from "../../../electron/store/search/find.ts";
import { ana, ben } from "../project.ts";
import { attempt, begin, dice, play } from "../random-work.ts";
import { readPlainly } from "./plain-reading.ts";

const ofSpans = [
  ...["label:marker", "label:dr*", "label:diagnosis", "kind:marker", "kind:drug", "entity:n"],
  ...["entity:des*", "entity:*", "attr:negated", "attr:negated=true", "field:result"],
  ...["field:result=positive", "field:result=pos*", "field:percent>29", "field:method=ihc"],
  ...["note:*", "is:marked", "is:linked", "is:unsure"],
];
const besides = ["desmin", '"and h"', "tum*", "text:desmin", "status:open", "status:done"];
const people = ["", "by:anyone", "by:Ben", "by:me", "-by:Ben"];
const signed = (parts: string[]) =>
  fc
    .tuple(fc.constantFrom("", "-"), fc.constantFrom(...parts))
    .map(([sign, part]) => `${sign}${part}`);

/** A fact of spans, and others or words beside it, in one group or two. */
const group = fc
  .tuple(
    fc.constantFrom(...ofSpans),
    fc.array(signed([...ofSpans, ...besides]), { maxLength: 3 }),
    fc.constantFrom(...people),
  )
  .map(([first, others, by]) => [first, ...others, by].filter(Boolean).join(" "));
const query = fc.array(group, { minLength: 1, maxLength: 2 }).map((all) => all.join(" OR "));

/** By report, in the order of their names: hits stand in that of the text. */
function found(db: ReadDb, asked: string): string[] {
  const { groups } = findHits(db, "Ana", { query: asked, after: null, limit: 2000 });
  return groups.flatMap(({ hits }) => hits.map(({ id }) => id).sort());
}

test("whatever was done, a search finds what reading every span one by one does", () => {
  fc.assert(
    fc.property(
      dice([ana, ben]),
      fc.nat(3),
      fc.array(query, { minLength: 10, maxLength: 20 }),
      (rolls, undone, queries) => {
        const db = begin();
        play(db, rolls);
        for (let n = 0; n < undone; n++) attempt(db, () => undo(db, ana));
        const all = ["Ana", "Ben"];
        const expected = queries.map((one) => [one, readPlainly(db, one, "Ana", all)]);
        expect(queries.map((one) => [one, found(db, one)])).toEqual(expected);
        expect(queries.map((one) => reportsFound(db, "Ana", one).length > 0)).toEqual(
          expected.map(([, ids]) => (ids?.length ?? 0) > 0),
        );
        closeProject(db);
      },
    ),
    { numRuns: 20 },
  );
}, 180_000);
