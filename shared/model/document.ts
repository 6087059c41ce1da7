import type { Reading } from "../reading/reading.ts";
import type { Layer } from "./annotation.ts";
import type { Metadata, Section } from "./report.ts";

/**
 * One report with its annotators' work, as it stands between a file format and the store. Every
 * reader makes it, every writer takes it. Identifiers are unique within a layer only; the store
 * gives new ones.
 */
export interface AnnotatedDocument {
  /** The file's name without its ending, with folders below the imported one, "/" between them. */
  name: string;
  title: string;
  case: string;
  text: string;
  sections: Section[];
  metadata: Metadata;
  layers: DocumentLayer[];
}

export interface DocumentLayer extends Omit<Layer, "id"> {
  /** How the file that it came from named and ordered its lines; null for work done in the app. */
  source: LayerSource | null;
  /** What was read; left out where nobody has kept that. */
  reading?: Reading;
}

/**
 * What a line-based format needs to be written again as it was: the lines in order, each with the
 * name it had there. `key` says what the line holds, in the grammar of formats/brat/source-key.ts: an
 * annotation, one value of its attribute, a line of its note, a code of its entity, what only
 * Casemark reads of it, or "" for a line that was not understood and is kept whole in `name`.
 */
export interface LayerSource {
  format: "brat";
  lines: { key: string; name: string }[];
}

/** A layer in which nothing is marked yet. */
export const emptyLayer = (annotator: string): DocumentLayer => ({
  annotator,
  status: "open",
  spans: [],
  entities: [],
  relations: [],
  events: [],
  groups: [],
  labels: {},
  source: null,
});
