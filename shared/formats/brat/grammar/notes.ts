import { z } from "zod";
import { Entity, Event, Group, LayerStatus, Relation } from "../../../model/annotation.ts";
import { Attributes } from "../../../model/attributes.ts";

/** A person's note as the AnnotatorNotes lines of a file can hold it: none for no note, and no line of spaces alone. */
export function noteLines(note: string): string[] {
  if (note === "") return [];
  return note.split("\n").map((line) => line.replaceAll("\r", " ").replace(/^[ \t]+$/, ""));
}

/*
 * What brat has no line for is written as a note of our own type, which other tools skip and our
 * reader understands:
 *
 *     #7 <tab> Casemark T3 <tab> {"entity":"X1"}
 *
 * The target is a brat name, X1, X2 ... for our entities, R7 for a relation that brat cannot hold,
 * * for a group, or Layer. Names inside are brat names; labels are the true ones.
 */

/** The type of our notes. */
export const ownType = "Casemark";
/** The target of the note about the layer itself. */
export const layerTarget = "Layer";
/** The target of notes about groups, whose lines have no names in brat. */
export const groupTarget = "*";

/** What a note of ours can say; which parts it has depends on its target. */
export const OwnNote = z.strictObject({
  /** On a span: the name of its entity. */
  entity: z.string().optional(),
  /** On an entity: what it is. */
  define: Entity.omit({ id: true }).optional(),
  /** Attributes whose lines do not say all: the whole value. */
  values: Attributes.optional(),
  /** The note where its lines do not say all; on the layer, its note. */
  note: z.string().optional(),
  /** On a span or the layer: that its annotator is not sure of it. */
  unsure: z.boolean().optional(),
  /** On an event: all its arguments, where some are entities. */
  arguments: Event.shape.arguments.optional(),
  /** A relation that has no line. */
  relation: Relation.omit({ id: true }).optional(),
  /** A group that has no line. */
  group: Group.omit({ id: true }).optional(),
  /** On a group: the line that it is about. */
  line: z.string().optional(),
  /** On the layer: true names by their spelling in brat. */
  names: z.record(z.string(), z.string()).optional(),
  status: LayerStatus.optional(),
  labels: Attributes.optional(),
});
export type OwnNote = z.output<typeof OwnNote>;

/** What a note of ours says; null where it is not one that this version understands. */
export function parseOwnNote(json: string): OwnNote | null {
  try {
    return OwnNote.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
