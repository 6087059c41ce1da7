import type { AttributeDefinition, LabelDefinition, SchemeAdditions } from "../../model/scheme.ts";
import { unionOrAny } from "../../scheme/add-to-scheme.ts";
import { emptyLists, lists, ownComments } from "./conf/comments.ts";
import { type ConfArgument, type ConfFile, type ConfLine, confLines } from "./conf/lines.ts";

interface ConfReading {
  additions: SchemeAdditions;
  /** What the file says and a scheme does not hold, or what was not understood. */
  warnings: string[];
}

interface Reading {
  file: ConfFile;
  fileName: string;
  additions: SchemeAdditions;
  warnings: string[];
  trueName(spelling: string): string;
  /** The names that types stand for; none where they stand for all labels. */
  expand(types: readonly string[]): string[];
}

/** Reads brat's annotation.conf. Event types become labels as well, since their triggers are spans. */
export function readAnnotationConf(conf: string, file: string): ConfReading {
  const read = confLines(conf.replace(/^\uFEFF/, ""));
  const own = ownComments(read.comments);
  const reading = startReading(read, file, own.names);
  for (const number of [...read.unread, ...own.unread]) warn(reading, number, "is not understood");
  readTypes(reading);
  for (const line of read.lines) readLine(reading, line);
  warnOfCounts(reading);
  return { additions: overridden(reading.additions, own.definitions), warnings: reading.warnings };
}

function startReading(
  file: ConfFile,
  fileName: string,
  names: ReadonlyMap<string, string>,
): Reading {
  const trueName = (spelling: string) => names.get(spelling) ?? spelling;
  const entities = typesIn(file, entitySections);
  const events = typesIn(file, ["events"]);
  const known: Record<string, string[]> = {
    "<ENTITY>": entities,
    "<EVENT>": events,
    "<ANY>": [...entities, ...events],
  };
  const expandOne = (type: string, inside: readonly string[]): string[] => {
    const macro = known[type] ?? file.macros.get(type);
    if (macro === undefined || inside.includes(type)) return [type];
    return macro.flatMap((one) => expandOne(one, [...inside, type]));
  };
  return {
    file,
    fileName,
    additions: emptyLists(),
    warnings: [],
    trueName,
    expand(types) {
      const expanded = new Set(types.flatMap((type) => expandOne(type, [])));
      const all = [...entities, ...events];
      return all.every((type) => expanded.has(type)) ? [] : [...expanded].map(trueName);
    },
  };
}

/** `spans` is what old files call it. */
const entitySections = ["entities", "spans"];

function typesIn({ lines }: ConfFile, sections: readonly string[]): string[] {
  return lines
    .filter(({ section, disabled }) => !disabled && sections.includes(section))
    .map(({ name }) => name);
}

/** Labels, with those that they are indented below as parents. */
function readTypes(reading: Reading): void {
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

function readLine(reading: Reading, line: ConfLine): void {
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

function readRelation(reading: Reading, line: ConfLine): void {
  const type = line.arguments.find(({ name }) => name === "<REL-TYPE>")?.types ?? [];
  const ends = line.arguments.filter(({ name }) => !name.startsWith("<"));
  if (line.name === "ENTITY-NESTING")
    warn(reading, line.number, "says what may nest, which is not kept");
  else if (type.includes("symmetric-transitive")) readGroup(reading, line, ends);
  else {
    if (type.length > 0)
      warn(reading, line.number, `makes ${line.name} ${type.join("|")}, which is not kept`);
    addRelation(reading, line, ends);
  }
}

/** brat writes relations that go both ways and on and on as groups. */
function readGroup(reading: Reading, line: ConfLine, ends: readonly ConfArgument[]): void {
  const name = reading.trueName(line.name);
  const { groups } = reading.additions;
  if (groups.every((group) => group.name !== name)) groups.push({ name });
  if (ends.some(({ types }) => reading.expand(types).length > 0))
    warn(reading, line.number, `says what may be in a group ${line.name}, which is not kept`);
}

function addRelation(reading: Reading, line: ConfLine, ends: readonly ConfArgument[]): void {
  const name = reading.trueName(line.name);
  const { relations } = reading.additions;
  const known = relations.find((relation) => relation.name === name);
  const [from, to, ...more] = ends.map(({ types }) => reading.expand(types));
  if (from === undefined || to === undefined || more.length > 0)
    warn(reading, line.number, `does not give ${line.name} two ends, and is left out`);
  else if (known === undefined) relations.push({ name, from, to });
  else {
    known.from = unionOrAny(known.from, from);
    known.to = unionOrAny(known.to, to);
    warn(reading, line.number, `defines ${line.name} again; which ends go together is not kept`);
  }
}

function readEvent(reading: Reading, line: ConfLine): void {
  if (line.disabled) return;
  const name = reading.trueName(line.name);
  const roles = line.arguments.map((argument) => ({
    name: reading.trueName(argument.name),
    targets: reading.expand(argument.types),
  }));
  const { events } = reading.additions;
  if (events.some((event) => event.name === name))
    warn(reading, line.number, `defines ${name} again, and is left out`);
  else events.push({ name, roles });
}

function readAttribute(reading: Reading, line: ConfLine): void {
  const name = reading.trueName(line.name);
  const on = reading.expand(
    line.arguments.find((argument) => argument.name === "Arg")?.types ?? ["<ANY>"],
  );
  const choices = line.arguments.find((argument) => argument.name === "Value")?.types ?? [];
  const other = line.arguments.find((argument) => !["Arg", "Value"].includes(argument.name));
  if (other !== undefined)
    warn(reading, line.number, `says ${other.name} of ${name}, which is not kept`);
  const type: AttributeDefinition["type"] = choices.length === 0 ? "flag" : "choice";
  const { attributes } = reading.additions;
  if (attributes.some((attribute) => attribute.name === name))
    warn(reading, line.number, `defines ${name} again, and is left out`);
  else attributes.push({ name, type, choices, unit: "", on });
}

function warnOfCounts({ file, fileName, warnings }: Reading): void {
  const marked = file.lines
    .filter(({ section }) => section === "events")
    .flatMap((line) => line.arguments)
    .filter(({ mark }) => mark !== "" && mark !== "*");
  if (marked.length > 0)
    warnings.push(`${fileName}: how often a role may be filled (?, +, {n}) is not kept.`);
}

/** What our comments define counts instead of what brat's lines say under the same name. */
function overridden(read: SchemeAdditions, own: SchemeAdditions): SchemeAdditions {
  const result = emptyLists();
  for (const list of lists) replaceByName(result, read, own, list);
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

function warn({ fileName, warnings }: Reading, line: number, problem: string): void {
  warnings.push(`${fileName}, line ${line}: ${problem}.`);
}
