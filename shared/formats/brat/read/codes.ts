import { getOrMake } from "../../../get-or-make.ts";
import type { Code, Span } from "../../../model/annotation.ts";
import { entityContent, entityOfCodes } from "../../coded-entity.ts";
import { codeOf, referenceOf } from "../grammar/codes.ts";
import { sourceKey } from "../source-key.ts";
import { isNamed, type RawLine, words } from "./raw-line.ts";
import { keep, type Reading } from "./reading.ts";

interface CodeLine {
  line: RawLine;
  reference: string;
  code: Code;
}

/** Reads N lines: spans with the same codes get one entity, unless a note of ours has given them theirs. */
export function readCodes(reading: Reading): void {
  const bySpan = new Map<Span, CodeLine[]>();
  for (const line of reading.lines) {
    if (!isNamed(line, "N")) continue;
    const read = readCodeLine(reading, line);
    if (read !== null) getOrMake(bySpan, read.span, (): CodeLine[] => []).push(read.codeLine);
  }
  const made = new Map<string, string>();
  for (const [span, codes] of bySpan) {
    if (span.entity === null) span.entity = linkByCodes(reading, span, codes, made);
    else checkCodes(reading, span, codes);
  }
}

function readCodeLine(reading: Reading, line: RawLine): { span: Span; codeLine: CodeLine } | null {
  const [type, target = "", reference = "", ...rest] = words(line.head);
  const code = codeOf(reference, line.tail ?? "");
  const span = reading.spans.get(target);
  if (type !== "Reference" || code === null || rest.length > 0)
    keep(reading, line, "not understood as a code");
  else if (span === undefined) keep(reading, line, "code of something that is no span in the file");
  else return { span, codeLine: { line, reference, code } };
  return null;
}

function linkByCodes(
  reading: Reading,
  span: Span,
  lines: CodeLine[],
  made: Map<string, string>,
): string {
  for (const { line, reference } of lines) reading.claim(line, sourceKey.code(span.id, reference));
  const entity = entityOfCodes(
    span,
    lines.map(({ code }) => code),
  );
  return getOrMake(made, entityContent(entity), () => {
    const id = lines[0]?.line.name ?? span.id;
    reading.entities.set(id, { id, ...entity });
    return id;
  });
}

/** A code that the span's entity does not have was added by another program. */
function checkCodes(reading: Reading, span: Span, lines: CodeLine[]): void {
  const known = reading.entities.get(span.entity ?? "")?.codes.map(referenceOf) ?? [];
  for (const { line, reference } of lines)
    if (known.includes(reference)) reading.claim(line, sourceKey.code(span.id, reference));
    else keep(reading, line, "code that the entity of its span does not have");
}
