import { fitInSteps, labelsAsNames, withLayerFacts, withoutMetadata } from "../fit/fit-facts.ts";
import { type Format, holdsSpans } from "../format.ts";
import { titleOfFormat } from "../format-ids.ts";
import { wholeGraphemes } from "./graphemes.ts";
import { taken } from "./keys.ts";
import { readLines } from "./read.ts";
import { recordOf } from "./write.ts";

/**
 * doccano's JSON lines, in all of their spellings: spans as `label` or `labels` (`[[start, end, label]]`), or as
 * `entities` with `relations`; `cats` for labels of the whole text. Offsets count UTF-16 code units (JavaScript's own), or
 * graphemes in projects that were made so, which the file does not say and a person may. Source:
 * doccano, backend/data_export/pipeline and backend/data_import/pipeline.
 */
export const doccano: Format = {
  id: "doccano",
  title: titleOfFormat("doccano"),
  unit: "utf16",
  reader: {
    endings: [".jsonl", ".json"],
    recognises: (head) =>
      /^\uFEFF?\s*\{/.test(head) &&
      /"text"\s*:/.test(head) &&
      !/"(?:spans|tokens|layers|denotations)"\s*:\s*\[/.test(head) &&
      /"(?:start_offset|Comments|cats)"\s*:|"(?:labels?|entities)"\s*:\s*\[\s*(?:\]|\[\s*\d|")/.test(
        head,
      ),
    byLine: true,
    read: readLines,
  },
  writer: {
    holds: {
      ...holdsSpans,
      title: true,
      case: true,
      metadata: true,
      relations: true,
      reportLabels: true,
      layerFacts: true,
    },
    files: "one",
    endings: [".jsonl"],
    fit: (document, { offsets }) =>
      fitInSteps(document, [
        ...(offsets === "grapheme" ? [wholeGraphemes] : []),
        withLayerFacts({ note: true, done: false }),
        withoutMetadata((key) => taken.has(key)),
        labelsAsNames,
      ]),
    write: (document, options) => [`${JSON.stringify(recordOf(document, options))}\n`],
  },
};
