import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { colours } from "../../shared/model/scheme.ts";
import {
  ciede2000,
  contrast,
  difference,
  type LinearColour,
  parseColour,
  seenWith,
  visions,
} from "./colour-maths.ts";

const css = readFileSync(new URL("../../renderer/look/tokens.css", import.meta.url), "utf8");
const colour = String.raw`#[0-9a-f]{6}|oklch\([^)]*\)`;
const token = new RegExp(String.raw`--([a-z-]+): light-dark\((${colour}), (${colour})\)`, "g");

/** The tokens of one theme that are plain colours. Later ones are for more contrast and left out. */
function theme(which: "light" | "dark"): (name: string) => LinearColour {
  const found = new Map<string, LinearColour>();
  for (const [, name = "", light = "", dark = ""] of css.matchAll(token))
    if (!found.has(name)) found.set(name, parseColour(which === "light" ? light : dark));
  return (name) => {
    const value = found.get(name);
    if (!value) throw new Error(`tokens.css has no colour --${name}`);
    return value;
  };
}

// In CIEDE2000, where 1 can just be told apart side by side, and labels stand far from each other.
const leastDifference = 9.5;

const surfaces = ["paper", "surface", "surface-sunken", "surface-raised"];
const inks = ["ink", "ink-soft", "ink-faint", "accent-text", "danger", "warning", "success"];
const tooFaint = (least: number, pairs: [string, string][], of: (name: string) => LinearColour) =>
  pairs
    .map(([front, back]) => ({ front, back, ratio: contrast(of(front), of(back)) }))
    .filter(({ ratio }) => ratio < least);
const pairs = (fronts: string[], backs: string[]) =>
  fronts.flatMap((front) => backs.map((back): [string, string] => [front, back]));

describe.each(["light", "dark"] as const)("in the %s theme", (which) => {
  const of = theme(which);

  test("text stands out from every surface as WCAG AA asks", () => {
    const texts = [
      ...pairs(inks, surfaces),
      ...pairs(["ink", "ink-soft", "accent-text"], ["selected", "accent-soft"]),
      ...pairs(["on-accent"], ["accent", "accent-hover"]),
      ...["danger", "warning", "success"].map((tone): [string, string] => [tone, `${tone}-soft`]),
    ];
    expect(tooFaint(4.5, texts, of)).toEqual([]);
  });

  test("borders of controls and the focus ring stand out from every surface", () => {
    expect(tooFaint(3, pairs(["line-strong", "accent"], surfaces), of)).toEqual([]);
  });

  test("labels can be read in their own colour, and text can be read on their tint", () => {
    const lines = pairs(
      colours.map((name) => `label-${name}`),
      ["paper", "surface"],
    );
    const names = colours.flatMap((name) =>
      pairs([`label-${name}-text`], ["paper", "surface", "surface-raised", `label-${name}-soft`]),
    );
    const reports = pairs(
      ["ink"],
      colours.map((name) => `label-${name}-soft`),
    );
    expect(tooFaint(3, lines, of)).toEqual([]);
    expect(tooFaint(4.5, names, of)).toEqual([]);
    expect(tooFaint(7, reports, of)).toEqual([]);
  });

  test.each(Object.entries(visions))("no two labels look alike with %s", (_, vision) => {
    const seen = colours.map((name) => ({ name, as: seenWith(vision, of(`label-${name}`)) }));
    const alike = seen.flatMap((one, at) =>
      seen
        .slice(at + 1)
        .map((other) => ({ one: one.name, other: other.name, by: difference(one.as, other.as) }))
        .filter(({ by }) => by < leastDifference),
    );
    expect(alike).toEqual([]);
  });
});

// From the test data of Sharma, Wu and Dalal: pairs of L*a*b* colours and how they differ.
test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, -1, 2], [50, 0, 0], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
] as const)("%j and %j differ by %d", (one, other, by) => {
  expect(ciede2000(one, other)).toBeCloseTo(by, 4);
});
