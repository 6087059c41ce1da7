import { invertedEdits, type TextEdit } from "../correct/edits.ts";
import { mappingOf, type RangeMapping } from "../correct/mapping.ts";
import { type Edge, type Hop, pathBetween } from "./path.ts";

/** How one text was made of another, both by their SHA-256. */
export interface TextEdge extends Edge {
  edits: TextEdit[];
}

/** The texts that a report has had, here and elsewhere. */
export interface Texts {
  edges: readonly TextEdge[];
  /** The words of a text that an edge begins or ends at. */
  textOf(sha256: string): string;
}

/** Where places of one text are in another; null where neither came of the other in any way. */
export function carryBetween(texts: Texts, from: string, to: string): RangeMapping | null {
  if (from === to) return (range) => range;
  const way = pathBetween(texts.edges, from, to);
  if (!way) return null;
  const maps = way.map((hop) => mappingAlong(texts, hop));
  return (range) => maps.reduce((carried, map) => map(carried), range);
}

function mappingAlong({ textOf }: Texts, { edge, isForward }: Hop<TextEdge>): RangeMapping {
  const base = textOf(edge.from);
  if (isForward) return mappingOf(base, edge.edits);
  return mappingOf(textOf(edge.to), invertedEdits(base, edge.edits));
}
