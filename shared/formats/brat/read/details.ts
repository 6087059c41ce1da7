import { getOrMake } from "../../../get-or-make.ts";
import { type LineValue, valueOfLines } from "../grammar/attributes.ts";
import { ownType } from "../grammar/notes.ts";
import { sourceKey } from "../source-key.ts";
import { isNamed, type RawLine, words } from "./raw-line.ts";
import { annotated, keep, type Reading } from "./reading.ts";

/** What the lines of attributes and notes say of each annotation, in the file's order. */
export interface Details {
  attributes: Map<string, Map<string, LineValue[]>>;
  notes: Map<string, string[]>;
}

/** Reads A, M and AnnotatorNotes lines into the annotations they speak of. */
export function readDetails(reading: Reading): Details {
  const details: Details = { attributes: new Map(), notes: new Map() };
  for (const line of reading.lines) {
    if (isNamed(line, "AM")) readAttributeLine(reading, details, line);
    if (isNamed(line, "#")) readNoteLine(reading, details, line);
  }
  for (const [name, values] of details.attributes) {
    const annotation = annotated(reading, name);
    if (annotation !== undefined)
      annotation.attributes = Object.fromEntries(
        Array.from(values, ([attribute, lines]) => [attribute, valueOfLines(lines)]),
      );
  }
  for (const [name, lines] of details.notes) {
    const annotation = annotated(reading, name);
    if (annotation !== undefined) annotation.note = lines.join("\n");
  }
  return details;
}

const attributeShape = /^([^ ]+) +([^ ]+)(?: +(.+))?$/;

function readAttributeLine(reading: Reading, details: Details, line: RawLine): void {
  const [, spelling, target, value = null] = attributeShape.exec(line.head) ?? [];
  const annotation = annotated(reading, target ?? "");
  if (spelling === undefined || target === undefined || line.tail !== null)
    keep(reading, line, "not understood as an attribute");
  else if (annotation === undefined)
    keep(reading, line, "reference to an annotation that is not in the file");
  else {
    const name = reading.trueName(spelling);
    const values = getOrMake(details.attributes, target, () => new Map<string, LineValue[]>());
    const before = getOrMake(values, name, (): LineValue[] => []);
    if (isOtherwise(before, value)) keep(reading, line, "attribute that is set otherwise already");
    else {
      before.push(value);
      reading.claim(line, sourceKey.attribute(annotation.id, name, value));
    }
  }
}

/** A flag is set once, and is not set beside values. */
function isOtherwise(before: readonly LineValue[], value: LineValue): boolean {
  return value === null ? before.length > 0 : before.includes(null);
}

function readNoteLine(reading: Reading, details: Details, line: RawLine): void {
  const [type, target = "", ...rest] = words(line.head);
  const annotation = annotated(reading, target);
  if (type === ownType) return;
  if (type === undefined || rest.length > 0) keep(reading, line, "not understood as a note");
  else if (type !== "AnnotatorNotes") keep(reading, line, `note of type ${type}`);
  else if (annotation === undefined)
    keep(reading, line, "reference to an annotation that is not in the file");
  else {
    const lines = getOrMake(details.notes, target, (): string[] => []);
    lines.push(line.tail ?? "");
    reading.claim(line, sourceKey.noteLine(annotation.id, lines.length));
  }
}
