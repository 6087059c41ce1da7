import { expect, test } from "vitest";
import { indexLayers } from "../../../renderer/review/report/layer-index.ts";
import {
  createLaneSpans,
  laneFinder,
  lanesOf,
} from "../../../renderer/review/report/shown-lanes.ts";
import { layerOf, reviewedOf, spanOn } from "./builders.ts";

const shownOf = (count: number) => {
  const layers = Array.from({ length: count }, (_, at) =>
    layerOf(`Annotator ${at + 10}`, [spanOn("CD34")]),
  );
  const { comparison } = reviewedOf(layers);
  const lanes = lanesOf(comparison.annotators);
  const spans = createLaneSpans(indexLayers(layers));
  const { of } = laneFinder(lanes, () => "");
  return { lanes, own: spans.own(layers, lanes).map(of) };
};

test("everybody's spans stand in their own lane, and the gold layer has the last", () => {
  expect(shownOf(3)).toEqual({
    lanes: ["Annotator 10", "Annotator 11", "Annotator 12", "gold"],
    own: [0, 1, 2],
  });
});

test("whoever there is no room for has no lane, and is not drawn as a difference either", () => {
  expect(shownOf(12).own).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test("a difference is tinted wherever anybody has something, and not in the gaps between", () => {
  const [desmin] = spanOn("desmin").ranges;
  const layers = [
    layerOf("Ana", [
      spanOn("CD34", "marker", { ranges: [...spanOn("CD34").ranges, ...(desmin ? [desmin] : [])] }),
    ]),
    layerOf("Ben", [spanOn("CD34 and")]),
  ];
  const { comparison } = reviewedOf(layers);
  const waiting = createLaneSpans(indexLayers(layers)).waiting(comparison.differences);
  expect(waiting.map(({ ranges }) => ranges)).toEqual([
    [...spanOn("CD34 and").ranges, ...spanOn("desmin").ranges],
  ]);
});
