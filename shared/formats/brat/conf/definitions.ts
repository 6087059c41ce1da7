import type { AttributeDefinition } from "../../../model/scheme.ts";
import { unionOrAny } from "../../../scheme/add-to-scheme.ts";
import type { ConfArgument, ConfLine } from "./lines.ts";
import { type ConfReading, warn } from "./reading.ts";

/** A relation, or the group that brat writes as one. */
export function readRelation(reading: ConfReading, line: ConfLine): void {
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

/** brat writes groups as relations that go both ways and on and on. */
function readGroup(reading: ConfReading, line: ConfLine, ends: readonly ConfArgument[]): void {
  const name = reading.trueName(line.name);
  const { groups } = reading.additions;
  if (groups.every((group) => group.name !== name)) groups.push({ name });
  if (ends.some(({ types }) => reading.expand(types).length > 0))
    warn(reading, line.number, `says what may be in a group ${line.name}, which is not kept`);
}

function addRelation(reading: ConfReading, line: ConfLine, ends: readonly ConfArgument[]): void {
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

/** An event with its roles; its name is a label already. */
export function readEvent(reading: ConfReading, line: ConfLine): void {
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

/** A flag, or a choice where the line lists values. */
export function readAttribute(reading: ConfReading, line: ConfLine): void {
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
