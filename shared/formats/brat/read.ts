import type { DocumentLayer } from "../../model/document.ts";
import { normaliseNewlines } from "../../text/newlines.ts";
import type { Unit } from "../../text/offsets.ts";
import { checkNames } from "./read/check-names.ts";
import { readCodes } from "./read/codes.ts";
import { readDetails } from "./read/details.ts";
import { readLinks } from "./read/links.ts";
import { ownLines, readOwnNotes, trueNames } from "./read/own-notes.ts";
import { isNamed, rawLines } from "./read/raw-line.ts";
import { keep, type Reading, startReading } from "./read/reading.ts";
import { readSpans } from "./read/spans.ts";
import { warningsOf } from "./read/warnings.ts";

interface BratInput {
  /** The .txt file as decoded, with its byte order mark and its CRs. */
  text: string;
  /** The .ann file. */
  annotations: string;
  annotator: string;
  /** The .ann file's name, for sentences. */
  file: string;
  /** The unit of the offsets where it is known; otherwise the one that makes the quotes match. */
  offsets?: Unit;
}

/** What a pair of files holds; the warnings say what is kept but not understood. */
export interface BratReading {
  text: string;
  layer: DocumentLayer;
  warnings: string[];
}

/**
 * Reads a pair of brat files into a layer whose ids are the file's names. What is not understood
 * is kept line by line and counted in the warnings.
 * @throws AppError `bad-file` for a span that cannot be placed or a name that is given twice.
 */
export function readBrat(input: BratInput): BratReading {
  const { text } = normaliseNewlines(input.text);
  const lines = rawLines(normaliseNewlines(input.annotations).text);
  const warnings = warningsOf(input.file);
  checkNames(lines, warnings.file);
  const own = ownLines(lines);
  const reading = startReading(text, lines, warnings, trueNames(own));
  readSpans(reading, input.text, input.offsets);
  readLinks(reading);
  const details = readDetails(reading);
  const facts = readOwnNotes(reading, own, details);
  readCodes(reading);
  keepUnknown(reading);
  return { text, layer: layerOf(reading, input.annotator, facts), warnings: warnings.sentences() };
}

function keepUnknown(reading: Reading): void {
  for (const line of reading.lines)
    if (line.whole !== "" && line.name !== "*" && !isNamed(line, "TERAMN#"))
      keep(reading, line, "no known kind of line");
}

function layerOf(
  reading: Reading,
  annotator: string,
  facts: Pick<DocumentLayer, "status" | "labels" | "note" | "unsure">,
): DocumentLayer {
  return {
    annotator,
    ...facts,
    spans: [...reading.spans.values()],
    entities: [...reading.entities.values()],
    relations: [...reading.relations.values()],
    events: [...reading.events.values()],
    groups: reading.groups,
    source: reading.source(),
  };
}
