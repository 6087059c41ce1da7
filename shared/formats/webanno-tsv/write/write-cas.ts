import type { TextRange } from "../../../model/annotation.ts";
import { countsIn, type Unit as OffsetUnit } from "../../../text/offsets.ts";
import type { Cas, CasAnnotation } from "../../uima/cas.ts";
import { escapeText, noAnnotation } from "../escaping.ts";
import { headerLines, relationTarget, type TsvLayer } from "../header.ts";
import { sentenceType, tokenType } from "../types.ts";
import { type Cells, cellOf } from "./cells.ts";
import { layersOf, viewOf } from "./layers.ts";
import { numbersOf } from "./numbers.ts";
import { type SentenceUnit, sentenceUnits, type Unit, unitsOver } from "./units.ts";

interface Writing extends Cells {
  text: string;
  layers: TsvLayer[];
  fromUnit(offset: number): number;
}

/**
 * A CAS as WebAnno TSV 3.3. It must have tokens; every annotation has to begin and end in one, and what stands
 * before the first one has to be spaces.
 */
export function writeCas(cas: Cas, offsets: OffsetUnit): string {
  const { text } = cas;
  const sentences = sentenceUnits(rangesOf(cas, tokenType), rangesOf(cas, sentenceType));
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const view = viewOf(cas);
  const layers = layersOf(view);
  const relations = new Set(layers.flatMap(({ kind, type }) => (kind === "relation" ? type : [])));
  const units = new Map<CasAnnotation, Unit[]>();
  for (const annotation of view.annotations) {
    // A relation stands in the first row of its target.
    const target = relations.has(annotation.type) ? view.end(annotation, relationTarget) : null;
    const own = target ? unitsOver(target, tokens).slice(0, 1) : unitsOver(annotation, tokens);
    units.set(annotation, own);
    for (const unit of own) add(unit, annotation);
  }
  const numbers = numbersOf(view, layers, units);
  const { fromUnit } = countsIn(text, offsets);
  const writing: Writing = { text, view, layers, units, numbers, fromUnit };
  const bodies = sentences.map((sentence, at) =>
    sentenceLines(sentence, sentences[at + 1], writing),
  );
  const head = ["#FORMAT=WebAnno TSV 3.3", ...headerLines(layers), ""];
  return [head, ...bodies].map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function rangesOf({ annotations }: Cas, type: string): TextRange[] {
  return annotations
    .filter((annotation) => annotation.type === type)
    .map(({ begin, end }) => ({ start: begin, end }))
    .sort((a, b) => a.start - b.start);
}

function add({ annotations }: Unit, annotation: CasAnnotation): void {
  const there = annotations.get(annotation.type);
  if (there) there.push(annotation);
  else annotations.set(annotation.type, [annotation]);
}

function sentenceLines(
  { tokens }: SentenceUnit,
  next: SentenceUnit | undefined,
  writing: Writing,
): string[] {
  const rows = tokens.flatMap((token) => [token, ...token.parts]);
  return [
    ...sentenceText(tokens, next, writing.text)
      .split("\n")
      .map((line) => `#Text=${escapeText(line)}`),
    ...rows.map((unit) => rowLine(unit, writing)),
  ];
}

/**
 * From the sentence's first token to that of the next one. Readers put one line end and then spaces between two
 * sentences that do not meet; any other white space there belongs to the first, so that it is in the file.
 */
function sentenceText(
  tokens: SentenceUnit["tokens"],
  next: SentenceUnit | undefined,
  text: string,
): string {
  const start = tokens[0]?.range.start ?? 0;
  const end = tokens.at(-1)?.range.end ?? 0;
  const space = text.slice(end, next?.tokens[0]?.range.start);
  return text.slice(start, end) + (next ? space.replace(/\n *$/, "") : space);
}

function rowLine(unit: Unit, writing: Writing): string {
  const { text, layers, fromUnit } = writing;
  const { start, end } = unit.range;
  let line = `${unit.id}\t${fromUnit(start)}-${fromUnit(end)}\t${text.slice(start, end)}\t`;
  for (const { type, columns } of layers) {
    const annotations = unit.annotations.get(type);
    // A tab stands behind the last column as well.
    for (const column of columns)
      line += `${annotations ? cellOf(annotations, column, writing) : noAnnotation}\t`;
  }
  return line;
}
