import fc from "fast-check";
import { expect, test } from "vitest";
import { ancestorsOf, headsOf } from "../../../shared/merge/heads.ts";
import { outcomeOf } from "../../../shared/merge/outcome.ts";
import { revivals } from "../../../shared/merge/revive.ts";
import type { Version } from "../../../shared/merge/version.ts";

/** One place with what it knows of one thing. */
type Place = Map<string, Version>;

type Turn =
  | { do: "change"; at: number; says: string | null; time: number; follows: boolean }
  | { do: "merge"; at: number; from: number };

const place = fc.nat(2);
const turns = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant("change" as const),
      at: place,
      says: fc.option(fc.constantFrom("a", "b", "c")),
      time: fc.nat(3),
      follows: fc.boolean(),
    }),
    fc.record({ do: fc.constant("merge" as const), at: place, from: place }),
  ),
  { maxLength: 40 },
);

const base = {
  table: "entity",
  target: "e",
  annotator: "Ana",
  text: "t",
  scheme: "s",
  by: "",
} as const;

/** What happens in three places, each of which begins with the same version. */
function play(all: readonly Turn[]): { places: Place[]; made: Set<string> } {
  const first: Version = {
    ...base,
    id: "v0",
    parents: [],
    row: { says: "a" },
    at: "0",
    step: 0,
    follows: false,
  };
  const places = [0, 1, 2].map(() => new Map([[first.id, first]]));
  const made = new Set([first.id]);
  for (const turn of all) {
    const here = places[turn.at] ?? new Map();
    if (turn.do === "merge") {
      for (const [id, version] of places[turn.from] ?? []) here.set(id, version);
      continue;
    }
    const { says, time, follows } = turn;
    const heads = headsOf(here);
    const parents = (follows ? heads.slice(0, 1) : heads).map(({ id }) => id);
    const id = `v${made.size}`;
    const row = says === null ? null : { says };
    made.add(id);
    here.set(id, { ...base, id, parents, row, at: String(time), step: 1, follows });
  }
  return { places, made };
}

const union = (...places: Place[]): Place => new Map(places.flatMap((one) => [...one]));

test("merging is commutative, associative and idempotent, and no version is lost", () => {
  fc.assert(
    fc.property(turns, (all) => {
      const { places, made } = play(all);
      const [a, b, c] = places as [Place, Place, Place];
      const outcome = outcomeOf(union(a, b, c));
      for (const other of [
        union(c, b, a),
        union(union(a, b), c),
        union(a, union(b, c)),
        union(a, b, c, b, a),
      ])
        expect(outcomeOf(other)).toEqual(outcome);
      expect(new Set(union(a, b, c).keys())).toEqual(made);
    }),
    { numRuns: 2000 },
  );
});

test("every version is part of what one of the last ones was made of, or gave way to one that was", () => {
  fc.assert(
    fc.property(turns, (all) => {
      const { places } = play(all);
      const known = union(...places);
      const heads = headsOf(known);
      const covered = new Set(heads.flatMap((head) => [...ancestorsOf(known, head)]));
      for (const version of known.values())
        if (!version.follows) expect(covered.has(version.id)).toBe(true);
      expect(heads.length).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});

test("two places that said the same are no conflict, two that said different things are", () => {
  const version = (
    id: string,
    says: string | null,
    parents: string[],
    follows = false,
  ): Version => ({
    ...{ ...base, id, parents, at: id, step: 1, follows },
    row: says === null ? null : { says },
  });
  const outcome = (...all: Version[]) => {
    const { shown, choices } = outcomeOf(new Map(all.map((one) => [one.id, one])));
    return { shown: shown.row?.says ?? null, choices: choices.length };
  };
  const first = version("1", "a", []);
  expect(outcome(first, version("2", "b", ["1"]), version("3", "b", ["1"]))).toEqual({
    shown: "b",
    choices: 1,
  });
  expect(outcome(first, version("2", "b", ["1"]), version("3", "c", ["1"]))).toEqual({
    shown: "c",
    choices: 2,
  });
  // What is there wins over what is gone, however late that went.
  expect(outcome(first, version("2", "b", ["1"]), version("3", null, ["1"]))).toEqual({
    shown: "b",
    choices: 2,
  });
  // What only followed a change of the text gives way to what somebody said.
  expect(outcome(first, version("2", "b", ["1"]), version("3", "a", ["1"], true))).toEqual({
    shown: "b",
    choices: 1,
  });
});

test("what was removed comes back with all that it refers to, when something refers to it", () => {
  const thing = (
    table: Version["table"],
    target: string,
    rows: (Version["row"] | null)[],
  ): [string, { versions: Place; outcome: ReturnType<typeof outcomeOf> }] => {
    const versions = new Map(
      rows.map((row, at): [string, Version] => {
        const id = `${target}${at}`;
        const parents = at === 0 ? [] : [`${target}${at - 1}`];
        return [
          id,
          { ...base, table, target, id, parents, row, at: String(at), step: 1, follows: false },
        ];
      }),
    );
    return [target, { versions, outcome: outcomeOf(versions) }];
  };
  const known = new Map([
    thing("layer", "l", [{ id: "l" }]),
    thing("entity", "e", [{ id: "e", layer: "l" }, null]),
    thing("span", "s", [{ id: "s", layer: "l", entity: "e" }, null]),
    thing("relation", "r", [{ id: "r", layer: "l", from_id: "s", to_id: "x" }]),
  ]);
  const { back, unknown } = revivals(known, new Map());
  expect([...back.keys()]).toEqual(["s", "e"]);
  expect(unknown).toEqual(["x"]);
});
