import type { TextRange } from "../../../model/annotation.ts";
import type { Cas, CasAnnotation, CasStructure } from "../../uima/cas.ts";

/** Collects what a file says, giving each feature structure its id. */
export interface CasBuilder {
  add(type: string, range: TextRange): CasAnnotation;
  /** What has no place in the text: a link of a slot, the head of a chain. */
  addOther(type: string): CasStructure;
  cas(text: string): Cas;
}

export function casBuilder(): CasBuilder {
  const annotations: CasAnnotation[] = [];
  const others: CasStructure[] = [];
  const structure = (type: string): CasStructure => ({
    id: annotations.length + others.length + 1,
    type,
    features: new Map(),
  });
  return {
    add(type, { start, end }) {
      const annotation = { ...structure(type), begin: start, end };
      annotations.push(annotation);
      return annotation;
    },
    addOther(type) {
      const other = structure(type);
      others.push(other);
      return other;
    },
    cas: (text) => ({ text, annotations, facts: [], others }),
  };
}
