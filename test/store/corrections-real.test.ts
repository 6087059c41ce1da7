import { expect, test } from "vitest";
import { correctText } from "../../electron/store/corrections.ts";
import { readDocument } from "../../electron/store/documents.ts";
import { undo } from "../../electron/store/history.ts";
import { readBrat } from "../../shared/formats/brat/read.ts";
import { writeBrat } from "../../shared/formats/brat/write.ts";
import {
  readJsonlLine,
  writeJsonlLine,
} from "../../shared/formats/casemark-jsonl/casemark-jsonl.ts";
import { differences } from "../../shared/formats/differences.ts";
import { bratPairs, describeWith, type Pair } from "../shared/formats/shared-data.ts";
import { ana, arrivalOf, newProject, problems, takeIn } from "./project.ts";

/** Every tenth word with a capital, so that spans are touched and others move. */
function editsOf(text: string) {
  return [...text.matchAll(/[a-z]{4,}/g)]
    .filter((_, at) => at % 10 === 0)
    .map(({ 0: word, index: start }) => ({
      ...{ start, end: start + word.length },
      text: `${word.toUpperCase()}!`,
    }));
}

function correctedAgain(pair: Pair) {
  const { text, layer } = readBrat({ ...pair, annotator: "Ann" });
  const db = newProject();
  const [report = ""] = takeIn(db, [arrivalOf(text, { layers: [layer] })]);
  const before = readDocument(db, report, null);
  correctText(db, ana, { report, base: 1, edits: editsOf(text) });
  const corrected = readDocument(db, report, null);
  expect(problems(db)).toEqual([]);
  undo(db, ana);
  expect(readDocument(db, report, null)).toEqual(before);
  return corrected;
}

describeWith("brat/maccrobat2020", (corpus) => {
  const pairs = bratPairs(corpus).slice(0, 5);
  test.each(pairs)("$file is written and read back after its text was corrected", (pair) => {
    const corrected = correctedAgain(pair);
    const [layer] = corrected.layers;
    if (!layer) throw new Error("the layer is gone");
    expect(layer.spans.some(({ flag }) => flag)).toBe(true);
    const { annotations } = writeBrat(corrected.text, layer, { offsets: "native" });
    const again = readBrat({ ...pair, text: corrected.text, annotations, annotator: "Ann" });
    const unflagged = layer.spans.map(({ flag: _, ...span }) => span);
    const meant = { ...corrected, layers: [{ ...layer, spans: unflagged }] };
    expect(differences(meant, { ...corrected, layers: [again.layer] })).toEqual([]);
    const line = writeJsonlLine(corrected, "codepoint");
    const read = readJsonlLine(line, { file: "corrected.jsonl", lineNumber: 1 });
    expect(differences(corrected, read)).toEqual([]);
  });
});
