import { expect, test } from "vitest";
import { brat } from "../../../shared/formats/brat/brat.ts";
import type { Layer } from "../../../shared/model/annotation.ts";
import { compareLayers } from "../../../shared/review/compare.ts";
import { isAgreed } from "../../../shared/review/standing.ts";
import { realFiles } from "../../real-data.ts";
import { readFile } from "../formats/round-trip.ts";

const folder = "iaa/bratiaa-4-annotators/example-project";
const annotators = ["Lisa", "Maria", "Max", "Peter"];
const reports = realFiles(`${folder}/Lisa/*.ann`).map(({ name }) => name.replace(".ann", ""));

/** A report's text, and all four annotators' layers with identifiers of their own. */
function readReport(name: string): { text: string; layers: Layer[] } {
  const documents = annotators.map((annotator) => {
    const [annotations] = realFiles(`${folder}/${annotator}/${name}.ann`);
    const [words] = realFiles(`${folder}/${annotator}/${name}.txt`);
    const [read] = annotations ? readFile(brat, annotations, words) : [];
    const [layer] = read?.document.layers ?? [];
    if (!read || !layer) throw new Error(`${annotator} has no ${name}`);
    const spans = layer.spans.map((span) => ({ ...span, id: `${annotator}-${span.id}` }));
    return { text: read.document.text, layer: { ...layer, id: annotator, annotator, spans } };
  });
  return { text: documents[0]?.text ?? "", layers: documents.map(({ layer }) => layer) };
}

const places = ({ spans }: Layer) =>
  new Set(spans.map(({ label, ranges }) => JSON.stringify([label, ranges])));

test.skipIf(reports.length === 0)(
  "of bratiaa's four annotators just those spans are agreed that all have with the same label and edges",
  () => {
    const types = new Map<string, number>();
    for (const name of reports) {
      const { text, layers } = readReport(name);
      const { differences } = compareLayers(text, layers);
      const [first = new Set<string>(), ...others] = layers.map(places);
      const all = [...first].filter((place) => others.every((other) => other.has(place)));
      expect(differences.filter(isAgreed)).toHaveLength(all.length);
      for (const difference of differences) {
        const type = difference.types.join(", ");
        types.set(type, (types.get(type) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries([...types].sort())).toEqual({
      agreed: 298,
      boundary: 16,
      // "España, Argentina y Francia" as one place where the others have three.
      joined: 22,
      "joined, boundary": 3,
      label: 10,
      "label, boundary": 1,
      missing: 12,
      "missing, boundary": 1,
      split: 1,
    });
  },
);
