import { expect, test } from "vitest";
import { webannoTsv } from "../../../shared/formats/webanno-tsv/webanno-tsv.ts";
import type { Layer } from "../../../shared/model/annotation.ts";
import { compareLayers } from "../../../shared/review/compare.ts";
import { isAgreed } from "../../../shared/review/standing.ts";
import { realFiles } from "../../real-data.ts";
import { readFile } from "../formats/round-trip.ts";
import { shortOf } from "./layers.ts";

/** The layer of one of INCEpTION's users, with identifiers of its own, as the store gives them. */
function layerIn(test: string, user: string): { text: string; layer: Layer } {
  const [file] = realFiles(`iaa/inception-curation/testsuite/${test}/${user}.tsv`);
  const [read] = file ? readFile(webannoTsv, file) : [];
  const [layer] = read?.document.layers ?? [];
  if (!read || !layer) throw new Error(`${test} has no ${user}`);
  const own = (id: string) => `${user}-${id}`;
  return {
    text: read.document.text,
    layer: {
      ...layer,
      ...{ id: user, annotator: user },
      spans: layer.spans.map((span) => ({ ...span, id: own(span.id) })),
      relations: layer.relations.map(({ from, to, ...rest }) => ({
        ...{ ...rest, id: own(rest.id), from: own(from), to: own(to) },
      })),
    },
  };
}

function compared(name: string) {
  const { text, layer } = layerIn(name, "user1");
  return compareLayers(text, [layer, layerIn(name, "user2").layer]).differences;
}

const isThere = realFiles("iaa/inception-curation/testsuite/*/curator.tsv").length > 0;

test.skipIf(!isThere).each([
  ["simpleSpanNoDiffNoLabelTest", ["spans sentence: agreed"]],
  ["simpleSpanDiffWithLabelTest", ["spans sentence: attribute"]],
  ["simpleSpanDiffMultiFeatureTest", ["entities admitted: code", "spans admitted: agreed"]],
  [
    "simpleSpanDiffWithLabelStacking2Test",
    ["spans Champions League: agreed", "spans Champions League: label"],
  ],
  // INCEpTION merges nothing that is stacked; aligned by label, two of the three are the same.
  [
    "multipleStackedAnnotationsAreNotMergedTest",
    [
      "spans Champions League: agreed",
      "spans Champions League: agreed",
      "spans Champions League: missing / user1",
    ],
  ],
])("%s of INCEpTION differs as it says", (name, expected) => {
  expect(compared(name).map(shortOf).sort()).toEqual(expected);
});

test.skipIf(!isThere).each([
  ["simpleRelTypeDiffTest", "relations is → sentence: attribute"],
  ["relationLabelTest", "relations beklagen → sich: attribute"],
])("of %s all but one relation is what INCEpTION's curator has", (name, expected) => {
  const differences = compared(name);
  expect(differences.filter((one) => !isAgreed(one)).map(shortOf)).toEqual([expected]);
  const { layer: curator } = layerIn(name, "curator");
  const agreed = differences.filter(isAgreed);
  // What relations join are tokens, which lie where the curator has a relation.
  const tagged = agreed.filter(({ versions: [one] }) => one?.label === "POS");
  expect(tagged.map(({ start }) => start)).toEqual(
    curator.spans.filter(({ label }) => label === "POS").map(({ ranges: [range] }) => range?.start),
  );
  const relations = agreed.filter(({ stage }) => stage === "relations");
  expect(relations).toHaveLength(curator.relations.length);
});
