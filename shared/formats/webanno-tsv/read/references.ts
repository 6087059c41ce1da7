import type { CountedWarnings } from "../../reading/counted-warnings.ts";
import type { CasAnnotation, CasValue } from "../../uima/cas.ts";
import { relationSource, relationTarget } from "../header.ts";
import { anyType, dependencyType, partOfSpeechType, tokenType } from "../types.ts";
import type { CasBuilder } from "./cas-builder.ts";

/** What stands in the rows of a file, by which its relations and slots find what they refer to. */
export interface RowIndex {
  add(rowId: string, annotation: CasAnnotation): void;
  /** Says which annotation a number in brackets means. */
  number(key: number, annotation: CasAnnotation): void;
  numbered(type: string, key: number): CasAnnotation | null;
  /** By its number or else as the first of its type in the row; null, and counted, where there is none. */
  referred(type: string, rowId: string, key?: number): CasAnnotation | null;
}

export function rowIndex(warnings: CountedWarnings): RowIndex {
  const rows = new Map<string, CasAnnotation[]>();
  const numbers = new Map<number, CasAnnotation[]>();
  const isOf = (type: string) => (annotation: CasAnnotation) =>
    type === anyType ? annotation.type !== tokenType : annotation.type === type;
  return {
    add: (rowId, annotation) => push(rows, rowId, annotation),
    number: (key, annotation) => push(numbers, key, annotation),
    numbered: (type, key) => numbers.get(key)?.find(isOf(type)) ?? null,
    referred(type, rowId, key = 0) {
      const known = numbers.get(key) ?? [];
      const found = known.find(isOf(type)) ?? known[0] ?? rows.get(rowId)?.find(isOf(type));
      if (found) return found;
      warnings.count(
        `token ${rowId}`,
        "is referred to but has no such annotation; the reference was left out",
        "are referred to but have no such annotations; the references were left out",
      );
      return null;
    },
  };
}

function push<Key>(lists: Map<Key, CasAnnotation[]>, key: Key, annotation: CasAnnotation): void {
  const list = lists.get(key);
  if (list) list.push(annotation);
  else lists.set(key, [annotation]);
}

/** A relation as the file gives it, made once all its possible ends are there. */
export interface GivenRelation {
  type: string;
  baseType: string;
  /** The rows of its ends, and the numbers of the annotations there. */
  from: { rowId: string; number: number | undefined };
  to: { rowId: string; number: number | undefined };
  features: [feature: string, value: CasValue][];
}

/** Adds the relation, where its target stands as INCEpTION has it, unless an end is missing. */
export function addRelation(
  { type, baseType, from, to, features }: GivenRelation,
  index: RowIndex,
  builder: CasBuilder,
): void {
  // WebAnno writes dependencies as if between parts of speech; they are between tokens.
  const isDependency = type === dependencyType && baseType === partOfSpeechType;
  const endType = isDependency ? tokenType : baseType;
  const source = index.referred(endType, from.rowId, from.number);
  const target = index.referred(endType, to.rowId, to.number);
  if (source === null || target === null) return;
  const relation = builder.add(type, { start: target.begin, end: target.end });
  for (const [feature, value] of features) relation.features.set(feature, value);
  relation.features.set(relationSource, { ref: source.id });
  relation.features.set(relationTarget, { ref: target.id });
}
