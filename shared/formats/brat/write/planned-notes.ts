import type { Entity, Event, Group, Relation, Span } from "../../../model/annotation.ts";
import { attributesBeyondLines, byName } from "../grammar/attributes.ts";
import { groupTarget, layerTarget, noteLines, type OwnNote, ownType } from "../grammar/notes.ts";
import { oneLineJson } from "../grammar/one-line-json.ts";
import { sourceKey } from "../source-key.ts";
import { describable, hasLine, type Plan } from "./plan.ts";
import { groupHead, type PlannedLine } from "./planned-lines.ts";

/** The notes of our own type: everything of the layer that brat has no line for. */
export function ownNotes(plan: Plan): PlannedLine[] {
  const { layer, ownEntities, ownRelations } = plan;
  return [
    ...ownLine("", layerTarget, layerNote(plan)),
    ...layer.entities
      .filter(({ id }) => ownEntities.has(id))
      .flatMap((entity) => ownLine(entity.id, plan.nameOf(entity.id), entityNote(entity))),
    ...describable(plan).flatMap((annotation) =>
      ownLine(annotation.id, plan.nameOf(annotation.id), beyondLines(plan, annotation)),
    ),
    ...layer.relations
      .filter(({ id }) => ownRelations.has(id))
      .flatMap((relation) =>
        ownLine(relation.id, plan.nameOf(relation.id), relationNote(plan, relation)),
      ),
    ...layer.groups.flatMap((group) => ownLine(group.id, groupTarget, groupNote(plan, group))),
  ];
}

function ownLine(id: string, target: string, note: OwnNote): PlannedLine[] {
  if (Object.keys(note).length === 0) return [];
  const write = () => `\t${ownType} ${target}\t${oneLineJson(note)}`;
  return [{ key: sourceKey.own(id), letter: "#", name: null, write }];
}

function layerNote({ layer, namesInLines, spelling, spell }: Plan): OwnNote {
  const names = namesInLines.filter((name) => spelling.has(name));
  const note: OwnNote = {};
  if (names.length > 0) note.names = Object.fromEntries(names.map((name) => [spell(name), name]));
  if (layer.status !== "open") note.status = layer.status;
  if (Object.keys(layer.labels).length > 0) note.labels = byName(layer.labels);
  if (layer.note) note.note = layer.note;
  if (layer.unsure) note.unsure = true;
  return note;
}

function entityNote({ kind, name, codes, fields, note, unsure }: Entity): OwnNote {
  const written = codes.map(({ system, code, display }) => ({ system, code, display }));
  const doubt = unsure ? { unsure } : {};
  return { define: { kind, name, codes: written, fields: byName(fields), note, ...doubt } };
}

/** What the lines of a span, an event or a relation leave out. */
function beyondLines(plan: Plan, annotation: Span | Event | Relation): OwnNote {
  const note: OwnNote = {};
  const values = attributesBeyondLines(annotation.attributes);
  if (Object.keys(values).length > 0) note.values = values;
  if (noteLines(annotation.note).join("\n") !== annotation.note) note.note = annotation.note;
  if ("entity" in annotation && plan.ownEntities.has(annotation.entity ?? ""))
    note.entity = plan.nameOf(annotation.entity ?? "");
  if ("entity" in annotation && annotation.unsure) note.unsure = true;
  if ("trigger" in annotation && !annotation.arguments.every(({ target }) => hasLine(plan, target)))
    note.arguments = annotation.arguments.map(({ role, target }) => ({
      role,
      target: plan.nameOf(target),
    }));
  return note;
}

function relationNote(plan: Plan, relation: Relation): OwnNote {
  const { label, attributes, note } = relation;
  const [from, to] = [plan.nameOf(relation.from), plan.nameOf(relation.to)];
  return { relation: { label, from, to, attributes: byName(attributes), note } };
}

function groupNote(plan: Plan, group: Group): OwnNote {
  const { label, members, note } = group;
  if (!members.every((id) => hasLine(plan, id)))
    return { group: { label, members: members.map(plan.nameOf), note } };
  return note === "" ? {} : { line: groupHead(plan, group), note };
}
