import { getOrMake } from "../../get-or-make.ts";
import type { CountedWarnings } from "../reading/counted-warnings.ts";
import { attributeText } from "../texts/attribute-text.ts";
import type { BioCAnnotation, BioCRelation, Infons } from "./collection.ts";
import { annotatorKey } from "./keys.ts";

/*
 * Annotations and relations that name their annotator in an infon, as TeamTat and NegBio write them. A relation
 * is of those whose layers hold all that it links.
 */

/** What one annotator did in a document. */
export interface Share<Annotation, Relation> {
  annotator: string;
  annotations: Annotation[];
  relations: Relation[];
}

type Names = readonly string[];

/**
 * The work of a document by annotators. What names nobody is the home layer's, which comes first.
 * @param home whose layer the document's is, and whether it is there even when nothing of the work is theirs.
 */
export function sharesOf<Annotation extends BioCAnnotation, Relation extends BioCRelation>(
  annotations: readonly Annotation[],
  relations: readonly Relation[],
  home: { annotator: string; isKept: boolean },
  warnings: CountedWarnings,
): Share<Annotation, Relation>[] {
  const shares = new Map<string, Share<Annotation, Relation>>();
  const shareOf = (annotator: string) =>
    getOrMake(shares, annotator, () => ({ annotator, annotations: [], relations: [] }));
  const named = annotations.map(({ infons }) => namesIn(infons));
  if (home.isKept || annotations.length === 0 || named.some((names) => names.length === 0))
    shareOf(home.annotator);
  const whose = new Map<string, string[]>();
  for (const [at, annotation] of annotations.entries()) {
    const names = named[at] ?? [];
    const isNamed = names.length > 0;
    for (const name of isNamed ? names : [home.annotator]) {
      shareOf(name).annotations.push(isNamed ? withoutName(annotation) : annotation);
      getOrMake(whose, annotation.id, (): string[] => []).push(name);
    }
  }
  const placed = placeRelations(relations, whose, [...shares.keys()], warnings);
  for (const { relation, names } of placed)
    for (const name of names) shareOf(name).relations.push(relation);
  return [...shares.values()];
}

/** Whom infons name, each once. TeamTat has those who agree in one, with only a comma between. */
function namesIn(infons: Infons): string[] {
  const value = Object.hasOwn(infons, annotatorKey) ? infons[annotatorKey] : undefined;
  if (value === undefined) return [];
  const names = [value].flat().flatMap((one) => attributeText(one).split(/,(?=\S)/));
  return [...new Set(names.map((name) => name.trim()))].filter((name) => name !== "");
}

function withoutName<Said extends { infons: Infons }>(said: Said): Said {
  const { [annotatorKey]: _, ...infons } = said.infons;
  return { ...said, infons };
}

interface Placed<Relation> {
  relation: Relation;
  names: Names;
}

/** Each relation with those whose layers it goes to; one that no single layer can hold goes to none. */
function placeRelations<Relation extends BioCRelation>(
  relations: readonly Relation[],
  whose: ReadonlyMap<string, Names>,
  all: Names,
  warnings: CountedWarnings,
): Placed<Relation>[] {
  const reach = reachOf(relations, whose, all);
  const known = new Set([...whose.keys(), ...relations.map(({ id }) => id)]);
  return relations.map((relation, at): Placed<Relation> => {
    const held = reach[at] ?? [];
    const where = `relation ${relation.id}`;
    if (held.length === 0)
      warnings.count(
        where,
        "links the work of different annotators, and was left out",
        "link the work of different annotators, and were left out",
      );
    const named = namesIn(relation.infons);
    const own = named.filter((name) => held.includes(name));
    if (own.length > 0) return { relation: withoutName(relation), names: own };
    if (named.length > 0 && held.length > 0)
      warnings.count(
        where,
        "is not by the annotator of what it links, and was put in their layer",
        "are not by the annotators of what they link, and were put in their layers",
      );
    const isBound = relation.nodes.some(({ refid }) => known.has(refid));
    return { relation, names: isBound ? held : held.slice(0, 1) };
  });
}

/** Of each relation those whose layers hold all that it links, through other relations, too. */
function reachOf(
  relations: readonly BioCRelation[],
  whose: ReadonlyMap<string, Names>,
  all: Names,
): Names[] {
  const reach = relations.map(() => all);
  const first = new Map<string, number>();
  for (const [at, { id }] of relations.entries()) if (!first.has(id)) first.set(id, at);
  const holding = (refid: string) => whose.get(refid) ?? reach[first.get(refid) ?? -1] ?? all;
  for (let isSettled = all.length < 2; !isSettled; ) {
    isSettled = true;
    for (const [at, { nodes }] of relations.entries()) {
      const before = reach[at] ?? [];
      const held = before.filter((name) =>
        nodes.every(({ refid }) => holding(refid).includes(name)),
      );
      if (held.length < before.length) isSettled = false;
      reach[at] = held;
    }
  }
  return reach;
}
