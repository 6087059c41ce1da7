import type { Event, Relation, Span } from "../../../model/annotation.ts";
import { mayHaveWritten } from "../grammar/attributes.ts";
import { noteLines, type OwnNote } from "../grammar/notes.ts";
import type { Details } from "./details.ts";
import type { RawLine } from "./raw-line.ts";
import type { Reading } from "./reading.ts";

/** Adds to an annotation what its lines could not say; counts what they no longer say. */
export function refine(
  reading: Reading,
  line: RawLine,
  annotation: Span | Event | Relation,
  note: OwnNote,
  details: Details,
): void {
  const applied = [
    "entity" in annotation ? refineEntity(reading, annotation, note) : note.entity === undefined,
    refineDoubt(annotation, note),
    refineAttributes(annotation, note, details),
    refineNote(annotation, note, details),
    "trigger" in annotation
      ? refineArguments(reading, annotation, note)
      : note.arguments === undefined,
  ];
  if (applied.includes(false))
    reading.warnings.count(
      line,
      "says something of Casemark's that another program has changed since; the change counts",
      "say something of Casemark's that another program has changed since; the changes count",
    );
}

function refineEntity(reading: Reading, span: Span, { entity }: OwnNote): boolean {
  if (entity === undefined) return true;
  if (!reading.entities.has(entity)) return false;
  span.entity = entity;
  return true;
}

function refineDoubt(annotation: Span | Event | Relation, { unsure }: OwnNote): boolean {
  if (unsure === undefined) return true;
  if (!("entity" in annotation)) return false;
  annotation.unsure = unsure;
  return true;
}

function refineAttributes(
  annotation: Span | Event | Relation,
  { values = {} }: OwnNote,
  details: Details,
): boolean {
  const lines = details.attributes.get(annotation.id);
  const sound = Object.entries(values).filter(([name, value]) =>
    mayHaveWritten(value, lines?.get(name) ?? []),
  );
  annotation.attributes = { ...annotation.attributes, ...Object.fromEntries(sound) };
  return sound.length === Object.keys(values).length;
}

function refineNote(
  annotation: Span | Event | Relation,
  { note }: OwnNote,
  details: Details,
): boolean {
  if (note === undefined) return true;
  const lines = details.notes.get(annotation.id) ?? [];
  if (JSON.stringify(noteLines(note)) !== JSON.stringify(lines)) return false;
  annotation.note = note;
  return true;
}

function refineArguments(reading: Reading, event: Event, note: OwnNote): boolean {
  if (note.arguments === undefined) return true;
  const shown = note.arguments.filter(({ target }) => reading.lineNames.has(target));
  if (JSON.stringify(shown) !== JSON.stringify(event.arguments)) return false;
  event.arguments = note.arguments;
  return true;
}
