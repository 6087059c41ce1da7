import type { Event, Group, Relation, Span } from "../../../model/annotation.ts";
import { type OffsetConverter, quoteOf } from "../../../text/offsets.ts";
import { type LineValue, lineValues } from "../grammar/attributes.ts";
import { displayOf, referenceOf } from "../grammar/codes.ts";
import { noteLines } from "../grammar/notes.ts";
import { sourceKey } from "../source-key.ts";
import { bratValue } from "../spelling.ts";
import { describable, hasLine, type Plan } from "./plan.ts";

/** A line to write: which one it is, and what follows its name. */
export interface PlannedLine {
  key: string;
  /** The kind of name it needs where the source has none for it. */
  letter: string;
  /** What is known of its name already. */
  name: string | null;
  /** The rest of the line, from its first tab on; the source may know more of the line's name. */
  write(sourceName: string): string;
}

/** Every line that the layer needs, but our own notes, in the order for new ones: T, E, R, *, A, N, #. */
export function plannedLines(plan: Plan, text: string, offset: OffsetConverter["toCodePoint"]) {
  return [
    ...plan.spans.map((span) => spanLine(plan, span, text, offset)),
    ...plan.layer.events.map((event) => eventLine(plan, event)),
    ...plan.layer.relations.flatMap((relation) => relationLine(plan, relation)),
    ...plan.layer.groups.flatMap((group) => groupLine(plan, group)),
    ...describable(plan).flatMap((annotation) => attributeLines(plan, annotation)),
    ...plan.spans.flatMap((span) => codeLines(plan, span)),
    ...describable(plan).flatMap((annotation) => annotatorNotes(plan, annotation)),
  ];
}

function spanLine(
  plan: Plan,
  { id, label, ranges }: Span,
  text: string,
  offset: OffsetConverter["toCodePoint"],
): PlannedLine {
  const places = ranges.map(({ start, end }) => `${offset(start)} ${offset(end)}`).join(";");
  const line = `\t${plan.spell(label)} ${places}\t${quoteOf(text, ranges).replace(/[\n\t]/g, " ")}`;
  return {
    key: sourceKey.annotation(id),
    letter: "T",
    name: plan.nameOf(id),
    write: (sourceName) => {
      const extra = sourceName.indexOf("\t");
      return extra < 0 ? line : line + sourceName.slice(extra);
    },
  };
}

function eventLine(plan: Plan, { id, label, trigger, arguments: all }: Event): PlannedLine {
  const pairs = all
    .filter(({ target }) => hasLine(plan, target))
    .map(({ role, target }) => ` ${plan.spell(role)}:${plan.nameOf(target)}`);
  const line = `\t${plan.spell(label)}:${plan.nameOf(trigger)}${pairs.join("")}`;
  return { key: sourceKey.annotation(id), letter: "E", name: plan.nameOf(id), write: () => line };
}

function relationLine(plan: Plan, { id, label, from, to }: Relation): PlannedLine[] {
  if (plan.ownRelations.has(id)) return [];
  const write = (sourceName: string) => {
    const [, one = "Arg1", two = "Arg2"] = sourceName.split(" ");
    const ends = one === "Arg2" && two === "Arg1" ? [to, from] : [from, to];
    const [first = from, second = to] = ends;
    return `\t${plan.spell(label)} ${one}:${plan.nameOf(first)} ${two}:${plan.nameOf(second)}`;
  };
  return [{ key: sourceKey.annotation(id), letter: "R", name: plan.nameOf(id), write }];
}

function groupLine(plan: Plan, group: Group): PlannedLine[] {
  if (!group.members.every((id) => hasLine(plan, id))) return [];
  const line = `\t${groupHead(plan, group)}`;
  return [{ key: sourceKey.annotation(group.id), letter: "*", name: "*", write: () => line }];
}

/** What follows the name in a group's line. */
export function groupHead(plan: Plan, { label, members }: Group): string {
  return [plan.spell(label), ...members.map(plan.nameOf)].join(" ");
}

function attributeLines(plan: Plan, { id, attributes }: Span | Event | Relation): PlannedLine[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    lineValues(value).map((lineValue) => attributeLine(plan, id, name, lineValue)),
  );
}

function attributeLine(plan: Plan, id: string, name: string, value: LineValue): PlannedLine {
  const spelled = value === null ? null : spelledValue(plan, id, name, value);
  const words = [plan.spell(name), plan.nameOf(id), ...(spelled === null ? [] : [spelled])];
  const line = `\t${words.join(" ")}`;
  return {
    key: sourceKey.attribute(id, name, spelled),
    letter: "A",
    name: null,
    write: () => line,
  };
}

/** A value of several words stays so where a file had it so. */
function spelledValue(plan: Plan, id: string, name: string, value: string): string {
  return plan.positions.has(sourceKey.attribute(id, name, value)) ? value : bratValue(value);
}

function codeLines(plan: Plan, span: Span): PlannedLine[] {
  const codes = plan.entities.get(span.entity ?? "")?.codes ?? [];
  return codes.map((code) => {
    const display = displayOf(code);
    const line = `\tReference ${plan.nameOf(span.id)} ${referenceOf(code)}`;
    return {
      key: sourceKey.code(span.id, referenceOf(code)),
      letter: "N",
      name: null,
      write: () => (display === "" ? line : `${line}\t${display}`),
    };
  });
}

function annotatorNotes(plan: Plan, { id, note }: Span | Event | Relation): PlannedLine[] {
  return noteLines(note).map((noteLine, index) => ({
    key: sourceKey.noteLine(id, index + 1),
    letter: "#",
    name: null,
    write: () => `\tAnnotatorNotes ${plan.nameOf(id)}\t${noteLine}`,
  }));
}
