import type { Group, LayerStatus } from "../../../model/annotation.ts";
import type { Attributes } from "../../../model/attributes.ts";
import { groupTarget, layerTarget, type OwnNote, ownType, parseOwnNote } from "../grammar/notes.ts";
import { sourceKey } from "../source-key.ts";
import type { Details } from "./details.ts";
import { isNamed, type RawLine, words } from "./raw-line.ts";
import { annotated, keep, type Reading } from "./reading.ts";
import { refine } from "./refine.ts";

/** A note of ours and what it is about. */
interface OwnLine {
  line: RawLine;
  target: string;
  note: OwnNote | null;
}

/** The notes of our own type, understood or not. */
export function ownLines(lines: readonly RawLine[]): OwnLine[] {
  return lines.flatMap((line) => {
    if (!isNamed(line, "#")) return [];
    const [type, target = ""] = words(line.head);
    return type === ownType ? { line, target, note: parseOwnNote(line.tail ?? "") } : [];
  });
}

/** True names by their spelling in the file. */
export function trueNames(own: readonly OwnLine[]): Map<string, string> {
  return new Map(own.flatMap(({ note }) => Object.entries(note?.names ?? {})));
}

/** What the file says of the layer as a whole. */
interface LayerFacts {
  status: LayerStatus;
  labels: Attributes;
  note?: string;
  unsure?: boolean;
}

/** Applies our notes where the file still says what they were written for. */
export function readOwnNotes(
  reading: Reading,
  own: readonly OwnLine[],
  details: Details,
): LayerFacts {
  const facts: LayerFacts = { status: "open", labels: {} };
  const inOrder = own.toSorted((a, b) => Number(isLink(a.note)) - Number(isLink(b.note)));
  for (const { line, target, note } of own)
    if (note?.define !== undefined) {
      reading.entities.set(target, { id: target, ...note.define });
      claimOwn(reading, line, target, target);
    }
  for (const ownLine of inOrder) {
    if (ownLine.note?.define === undefined) readOwnNote(reading, ownLine, details, facts);
  }
  return facts;
}

function isLink(note: OwnNote | null): boolean {
  return note?.group !== undefined || note?.line !== undefined;
}

function readOwnNote(
  reading: Reading,
  { line, target, note }: OwnLine,
  details: Details,
  facts: LayerFacts,
): void {
  const annotation = annotated(reading, target);
  if (note === null) keep(reading, line, "note of Casemark's that this version cannot read");
  else if (target === layerTarget) {
    facts.status = note.status ?? facts.status;
    facts.labels = note.labels ?? facts.labels;
    if (note.note) facts.note = note.note;
    if (note.unsure) facts.unsure = true;
    claimOwn(reading, line, "", target);
  } else if (target === groupTarget) readOwnGroup(reading, line, note);
  else if (annotation !== undefined) {
    refine(reading, line, annotation, note, details);
    claimOwn(reading, line, annotation.id, target);
  } else if (
    note.relation !== undefined &&
    isKnown(reading, note.relation.from, note.relation.to)
  ) {
    reading.relations.set(target, { id: target, ...note.relation });
    claimOwn(reading, line, target, target);
  } else keep(reading, line, "reference to an annotation that is not in the file");
}

function readOwnGroup(reading: Reading, line: RawLine, note: OwnNote): void {
  const group = note.group === undefined ? noted(reading, note) : ownGroup(reading, note.group);
  if (group === null) keep(reading, line, "note on a group that is not in the file");
  else claimOwn(reading, line, group.id, groupTarget);
}

function ownGroup(reading: Reading, content: Omit<Group, "id">): Group | null {
  if (!isKnown(reading, ...content.members)) return null;
  const group = { id: `*${reading.groups.length + 1}`, ...content };
  reading.groups.push(group);
  return group;
}

function noted(reading: Reading, { line, note = "" }: OwnNote): Group | null {
  const group = reading.groupsByLine.get(line ?? "")?.find((one) => one.note === "");
  if (group === undefined) return null;
  group.note = note;
  return group;
}

function isKnown(reading: Reading, ...names: string[]): boolean {
  return names.every(
    (name) => annotated(reading, name) !== undefined || reading.entities.has(name),
  );
}

function claimOwn(reading: Reading, line: RawLine, id: string, target: string): void {
  reading.claim(line, sourceKey.own(id), `${line.name} ${target}`);
}
