import { badFile, type Source } from "../../extract/source.ts";
import type { CountedWarnings } from "../reading/counted-warnings.ts";

interface AnnotationLine {
  lineNumber: number;
  start: number;
  end: number;
  quote: string;
  label: string;
  identifiers: string;
  /** The seventh column, "" where there is none. */
  more: string;
}

export interface RelationLine {
  lineNumber: number;
  label: string;
  from: string;
  to: string;
  /** The fifth column, "" where there is none. */
  more: string;
}

/** A document as its lines give it. */
export interface Block {
  id: string;
  /** Title, abstract and whatever else stands behind bars. */
  parts: string[];
  annotations: AnnotationLine[];
  relations: RelationLine[];
}

/** A line with its number, and where its oddities are counted. */
interface Line {
  columns: string[];
  lineNumber: number;
  warnings: CountedWarnings;
}

/**
 * Takes a file apart. A title begins a document, whether or not an empty line stands before it.
 * @throws AppError "bad-file" for one without any title or abstract.
 */
export function blocksOf(
  text: string,
  firstLine: number,
  source: Pick<Source, "fileName">,
  warnings: CountedWarnings,
): Block[] {
  const blocks: Block[] = [];
  for (const [at, whole] of text.split("\n").entries()) {
    const content = whole.endsWith("\r") ? whole.slice(0, -1) : whole;
    const [, id, letter, part] = /^([^|\t]*)\|([a-z])\|(.*)$/s.exec(content) ?? [];
    const last = blocks.at(-1);
    if (id !== undefined && part !== undefined) {
      if (last !== undefined && last.id === id && letter !== "t") last.parts.push(part);
      else blocks.push({ id, parts: [part], annotations: [], relations: [] });
    } else if (content.trim() !== "")
      addLine(last, { columns: content.split("\t"), lineNumber: firstLine + at, warnings });
  }
  if (blocks.length === 0)
    throw badFile(
      source,
      "holds no line with a title as PubTator has it; choose the file's own format.",
    );
  return blocks;
}

function addLine(block: Block | undefined, line: Line): void {
  const { columns, lineNumber, warnings } = line;
  const annotation = annotationIn(line);
  const relation = annotation === null ? relationIn(line) : null;
  if (block !== undefined && columns[0]?.trim() === block.id.trim()) {
    if (annotation !== null) return void block.annotations.push(annotation);
    if (relation !== null) return void block.relations.push(relation);
  }
  warnings.count(
    `line ${lineNumber}`,
    "is neither an annotation nor a relation of the document above it, and was left out",
    "are neither annotations nor relations of the document above them, and were left out",
  );
}

const isNumber = (text = "") => /^\d{1,9}$/.test(text.trim());

function annotationIn({ columns, lineNumber }: Line): AnnotationLine | null {
  const [, start, end, quote = "", label = "", identifiers = "", more = ""] = columns;
  if (columns.length < 5 || !isNumber(start) || !isNumber(end)) return null;
  const places = { start: Number(start), end: Number(end) };
  return { lineNumber, ...places, quote, label, identifiers, more };
}

function relationIn({ columns, lineNumber }: Line): RelationLine | null {
  const [, label = "", from = "", to = "", more = ""] = columns;
  return label === "" || from === "" || to === "" ? null : { lineNumber, label, from, to, more };
}
