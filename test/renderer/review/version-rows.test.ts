import { expect, test } from "vitest";
import { contextParts, windowOf } from "../../../renderer/review/report/context-parts.ts";
import { indexLayers } from "../../../renderer/review/report/layer-index.ts";
import { versionRows } from "../../../renderer/review/report/version-rows.ts";
import type { Entity, Layer } from "../../../shared/model/annotation.ts";
import { compareLayers } from "../../../shared/review/compare.ts";
import type { Stage } from "../../../shared/review/difference.ts";
import { layerOf, spanOn, text } from "./builders.ts";

function rowsIn(layers: Layer[], stage: Stage = "spans") {
  const [difference] = compareLayers(text, layers).differences.filter((one) => one.stage === stage);
  if (!difference) throw new Error(`nothing differs among ${stage}`);
  return versionRows(difference, indexLayers(layers));
}

test("those who say the same share a row, and what most say comes first", () => {
  const rows = rowsIn([
    layerOf("Ana", [spanOn("S100")]),
    layerOf("Ben", [spanOn("S100 protein")]),
    layerOf("Cem", [spanOn("S100 protein")]),
  ]);
  expect(rows.map(({ annotators, labelDiffers }) => [annotators, labelDiffers])).toEqual([
    [["Ben", "Cem"], false],
    [["Ana"], false],
  ]);
});

test("every row has the same values in the same order, with those that differ told apart", () => {
  const rows = rowsIn([
    layerOf("Ana", [spanOn("CD34", "marker", { attributes: { negated: true, grade: "2" } })]),
    layerOf("Ben", [spanOn("CD34", "drug", { attributes: { grade: "2" } })]),
  ]);
  expect(rows.map(({ label, labelDiffers, facts }) => ({ label, labelDiffers, facts }))).toEqual([
    {
      label: "marker",
      labelDiffers: true,
      facts: [
        { name: "negated", value: "yes", differs: true },
        { name: "grade", value: "2", differs: false },
      ],
    },
    {
      label: "drug",
      labelDiffers: true,
      facts: [
        { name: "negated", value: "", differs: true },
        { name: "grade", value: "2", differs: false },
      ],
    },
  ]);
});

test("an entity's row has its name, codes and fields, and the words that speak of it", () => {
  const entity = (id: string, display: string): Entity => ({
    ...{ id, kind: "marker", name: "CD34", fields: { result: "positive" }, note: "" },
    codes: [{ system: "LOINC", code: "1", display }],
  });
  const [first] = rowsIn(
    [
      layerOf("Ana", [spanOn("CD34", "marker", { entity: "a" })], [entity("a", "one")]),
      layerOf(
        "Ben",
        [spanOn("CD34", "marker", { entity: "b" })],
        [{ ...entity("b", "one"), codes: [{ system: "LOINC", code: "2", display: "" }] }],
      ),
    ],
    "entities",
  );
  expect(first?.facts).toEqual([
    { name: "name", value: "CD34", differs: false },
    { name: "LOINC", value: "1 one", differs: true },
    { name: "result", value: "positive", differs: false },
    { name: "said as", value: "CD34", differs: false },
  ]);
});

test("all versions stand in the same words, which tell what is their own and what only others have", () => {
  const short = spanOn("S100").ranges;
  const long = spanOn("S100 protein").ranges;
  const window = windowOf(text, [short, long]);
  const tell = (own: typeof short) =>
    contextParts(text, window, own, [short, long]).map(({ words, has }) => `${has}: ${words}`);
  expect(tell(short).slice(1)).toEqual(["own: S100", "others:  protein", "nobody: ."]);
  expect(tell(long).slice(1)).toEqual(["own: S100", "own, others not:  protein", "nobody: ."]);
});
