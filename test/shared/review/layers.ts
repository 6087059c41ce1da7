import type { Entity, Layer, Relation, Span } from "../../../shared/model/annotation.ts";
import { compareLayers } from "../../../shared/review/compare.ts";
import type { Difference } from "../../../shared/review/difference.ts";

export const text =
  "The tumour cells in the left lung were positive for desmin and SMA, and stained CD34.";

/** An annotator's finished layer. Identifiers are unique in it, and made unique by the annotator's name. */
export function layerOf(annotator: string, parts: Partial<Layer> = {}): Layer {
  const empty = { spans: [], entities: [], relations: [], events: [], groups: [], labels: {} };
  return { id: `r/${annotator}`, annotator, status: "done", ...empty, ...parts };
}

/** A span on the first place where the text says these words; several words with "…" between them are discontinuous. */
export function spanOf(
  id: string,
  words: string,
  label = "marker",
  parts: Partial<Span> = {},
): Span {
  const ranges = words.split("…").map((part) => {
    const start = text.indexOf(part);
    if (start < 0) throw new Error(`"${part}" is not in the text`);
    return { start, end: start + part.length };
  });
  const quote = words.replaceAll("…", " ");
  return { id, label, ranges, quote, attributes: {}, entity: null, note: "", ...parts };
}

export const entityOf = (id: string, name: string, parts: Partial<Entity> = {}): Entity => ({
  ...{ id, kind: "marker", name, codes: [], fields: {}, note: "" },
  ...parts,
});

export const relationOf = (id: string, from: string, to: string, label = "in"): Relation => ({
  ...{ id, label, from, to, attributes: {}, note: "" },
});

export const differencesOf = (...layers: Layer[]) => compareLayers(text, layers).differences;

/** `spans tumour: boundary` for each difference; who misses it behind a stroke. */
export function typesOf(...layers: Layer[]): string[] {
  return differencesOf(...layers).map(shortOf);
}

export function shortOf({ stage, words, types, missing }: Difference): string {
  const who = missing.length > 0 ? ` / ${missing.join(", ")}` : "";
  return `${stage} ${words}: ${types.join(", ")}${who}`;
}
