import { hullOf } from "../../text/offsets.ts";
import { tokenRanges } from "../../text/tokens.ts";
import {
  type FitStep,
  fitInSteps,
  labelsAsNames,
  onlyLayersUnsure,
  withLayerFacts,
  withoutMetadata,
} from "../fit/fit-facts.ts";
import { shown } from "../fit/shown.ts";
import { type Format, holdsSpans } from "../format.ts";
import { titleOfFormat } from "../format-ids.ts";
import { fitCodeTexts } from "../texts/code-text.ts";
import { ownFacts } from "./line.ts";
import { readLines } from "./read.ts";
import { tokensOf } from "./tokens.ts";
import { recordOf } from "./write.ts";

/**
 * Prodigy's JSON lines, and what spaCy takes for training: `[text, {"entities": [[start, end, label]]}]` and
 * `Doc.to_json`. Offsets count code points, `end` exclusive; `token_end` is the last token itself. Source:
 * prodi.gy/docs/api-interfaces and spacy.io/api/data-formats.
 */
export const prodigy: Format = {
  id: "prodigy",
  title: titleOfFormat("prodigy"),
  unit: "codepoint",
  reader: {
    endings: [".jsonl", ".json"],
    recognises: (head, fileName) =>
      isTextAlone(head, fileName) ||
      /^\uFEFF?\s*\[\s*"(?:[^"\\]|\\.)*"\s*,\s*\{\s*"(?:entities|cats|spans)"/.test(head) ||
      (/^\uFEFF?\s*\{/.test(head) &&
        /"text"\s*:/.test(head) &&
        /"(?:spans|tokens|ents)"\s*:\s*\[|"(?:_input_hash|_task_hash|_view_id)"\s*:/.test(head)),
    byLine: true,
    read: readLines,
  },
  writer: {
    holds: {
      ...holdsSpans,
      title: true,
      case: true,
      metadata: true,
      doubts: true,
      relations: true,
      entities: "codes",
      reportLabels: true,
      layerFacts: true,
    },
    files: "one",
    endings: [".jsonl"],
    fit: (document) =>
      fitInSteps(document, [
        withLayerFacts({ note: false, done: true }),
        onlyLayersUnsure,
        withoutMetadata((key) => ownFacts.has(key)),
        labelsAsNames,
        fitCodeTexts({ most: 1, hasDisplay: () => false }),
        countSpansInsideWords,
      ]),
    write: (document, options) => [`${JSON.stringify(recordOf(document, options))}\n`],
  },
};

/** spaCy leaves out such spans, though they are in the file with their offsets. */
const countSpansInsideWords: FitStep = (document, book) => {
  const tokens = tokenRanges(document.text);
  for (const { spans } of document.layers)
    for (const [at, found] of tokensOf(
      tokens,
      spans.map(({ ranges }) => hullOf(ranges)),
    ).entries())
      if (found === null)
        book.lose(
          "Spans inside words",
          "written with their offsets and without tokens; spaCy leaves them out.",
          shown(document.name, spans[at]?.quote ?? ""),
        );
  return document;
};

/** Lines of texts without any annotation are what Prodigy is fed with. */
function isTextAlone(head: string, fileName: string): boolean {
  const line = head.replace(/^\uFEFF/, "").split("\n", 1)[0] ?? "";
  return (
    fileName.endsWith(".jsonl") &&
    /^\s*\{\s*"text"\s*:\s*"(?:[^"\\]|\\.)*"\s*(?:,\s*"meta"\s*:\s*\{[^{}]*\}\s*)?\}\s*$/.test(line)
  );
}
