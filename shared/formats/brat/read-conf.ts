import {
  type LabelDefinition,
  noAdditions,
  type SchemeAdditions,
  schemeLists,
} from "../../model/scheme.ts";
import { ownComments } from "./conf/comments.ts";
import { readAttribute, readEvent, readRelation } from "./conf/definitions.ts";
import { type ConfLine, confLines } from "./conf/lines.ts";
import { type ConfReading, entitySections, startReading, warn } from "./conf/reading.ts";

interface AnnotationConf {
  additions: SchemeAdditions;
  /** What the file says and a scheme does not hold, or what was not understood. */
  warnings: string[];
}

/** Reads brat's annotation.conf. Event types become labels as well, since their triggers are spans. */
export function readAnnotationConf(conf: string, file: string): AnnotationConf {
  const read = confLines(conf.replace(/^\uFEFF/, ""));
  const own = ownComments(read.comments);
  const reading = startReading(read, file, own.names);
  for (const number of [...read.unread, ...own.unread]) warn(reading, number, "is not understood");
  readTypes(reading);
  for (const line of read.lines) readLine(reading, line);
  warnOfCounts(reading);
  return { additions: overridden(reading.additions, own.definitions), warnings: reading.warnings };
}

/** Labels, with those that they are indented below as parents. */
function readTypes(reading: ConfReading): void {
  const above: { indent: number; section: string; name: string }[] = [];
  const { labels } = reading.additions;
  for (const { section, indent, name, disabled, number } of reading.file.lines) {
    if (![...entitySections, "events"].includes(section)) continue;
    while (isDone(above.at(-1), indent, section)) above.pop();
    const parent = above.at(-1)?.name ?? null;
    above.push({ indent, section, name: reading.trueName(name) });
    if (labels.every((label) => label.name !== reading.trueName(name)))
      labels.push(labelOf(reading.trueName(name), parent));
    if (disabled) warn(reading, number, `marks ${name} as a heading only; here it is a label`);
  }
}

function isDone(
  last: { indent: number; section: string } | undefined,
  indent: number,
  section: string,
) {
  return last !== undefined && (last.indent >= indent || last.section !== section);
}

function labelOf(name: string, parent: string | null): LabelDefinition {
  return { name, parent, kind: null, colour: "slate", key: null, guideline: "" };
}

function readLine(reading: ConfReading, line: ConfLine): void {
  if (line.alias !== "")
    warn(reading, line.number, `also calls ${line.name} "${line.alias}", which is not kept`);
  if (line.section === "relations") readRelation(reading, line);
  else if (line.section === "events") readEvent(reading, line);
  else if (line.section === "attributes") readAttribute(reading, line);
  else if (!entitySections.includes(line.section))
    warn(reading, line.number, `stands in a section that is not known ([${line.section}])`);
  else if (line.arguments.length > 0)
    warn(reading, line.number, `gives ${line.name} arguments, which are not kept`);
}

function warnOfCounts({ file, fileName, warnings }: ConfReading): void {
  const marked = file.lines
    .filter(({ section }) => section === "events")
    .flatMap((line) => line.arguments)
    .filter(({ mark }) => mark !== "" && mark !== "*");
  if (marked.length > 0)
    warnings.push(`${fileName}: how often a role may be filled (?, +, {n}) is not kept.`);
}

/** What our comments define counts instead of what brat's lines say under the same name. */
function overridden(read: SchemeAdditions, own: SchemeAdditions): SchemeAdditions {
  const result = noAdditions();
  for (const list of schemeLists) replaceByName(result, read, own, list);
  return result;
}

function replaceByName<List extends keyof SchemeAdditions>(
  result: Pick<SchemeAdditions, List>,
  read: Pick<SchemeAdditions, List>,
  own: Pick<SchemeAdditions, List>,
  list: List,
): void {
  const named = (definitions: readonly { name: string }[]) =>
    new Map(definitions.map((definition) => [definition.name, definition]));
  // A list that is all in our comments stands there in its own order.
  const isWhole = [...named(read[list]).keys()].every((name) => named(own[list]).has(name));
  const first = isWhole ? named(own[list]) : named(read[list]);
  // Values of both maps come from the same list of a scheme.
  result[list] = [...new Map([...first, ...named(own[list])]).values()] as SchemeAdditions[List];
}
