import { SectionKind } from "../../../model/report.ts";
import {
  type Cas,
  type CasAnnotation,
  type CasReference,
  type CasStructure,
  type CasValue,
  isReference,
  referencesIn,
} from "../cas.ts";
import { isDocumentFacts, isScaffold, ownTypes } from "../type-names.ts";
import { isCorpusMetadata } from "./report-facts.ts";

/** What an annotation of a CAS is to us; "scaffold" is what nobody has annotated. */
export type Role = "span" | "relation" | "event" | "group" | "section" | "fragment" | "scaffold";

/** A CAS by ids. */
export interface CasIndex {
  annotations: ReadonlyMap<number, CasAnnotation>;
  others: ReadonlyMap<number, CasStructure>;
}

export function indexOf({ annotations, facts, others }: Cas): CasIndex {
  return {
    annotations: new Map(annotations.map((one) => [one.id, one])),
    others: new Map([...facts, ...others].map((one) => [one.id, one])),
  };
}

export interface RelationEnds {
  from: CasReference;
  to: CasReference;
  /** The features that name them. */
  features: readonly [string, string];
}

/** The two features of INCEpTION's relation layers, from source to target, and how others call them. */
const endFeatures = [
  ["Governor", "Dependent"],
  ["governor", "dependent"],
  ["source", "target"],
] as const;

/** What a relation links; null for an annotation that is none. */
export function endsOf({ features }: CasStructure, { annotations }: CasIndex): RelationEnds | null {
  for (const names of endFeatures) {
    const [from, to] = [features.get(names[0]), features.get(names[1])];
    if (
      isReference(from) &&
      isReference(to) &&
      annotations.has(from.ref) &&
      annotations.has(to.ref)
    )
      return { from, to, features: names };
  }
  return null;
}

export interface RoleLink {
  role: string;
  target: number;
}

/** Of a feature that links annotations in roles, the links in order; [] for any other. */
export function linksOf(value: CasValue | undefined, { others }: CasIndex): RoleLink[] {
  return referencesIn(value).flatMap((id) => {
    const { features } = others.get(id) ?? {};
    const target = features?.get("target");
    if (!isReference(target)) return [];
    const role = features?.get("role");
    return [{ role: typeof role === "string" ? role : "", target: target.ref }];
  });
}

/** The annotations that a feature refers to without a link between. */
export function annotationsIn(value: CasValue | undefined, { annotations }: CasIndex): number[] {
  return referencesIn(value).filter((id) => annotations.has(id));
}

/**
 * What each annotation is. Sentences, tokens and the like are spans only where an annotation that
 * somebody made refers to them, such as the tokens between which a dependency is drawn.
 */
export function rolesOf(cas: Cas, index: CasIndex): Map<number, Role> {
  const roles = new Map(cas.annotations.map((one) => [one.id, roleOf(one, index)]));
  for (const annotation of cas.annotations)
    if (roles.get(annotation.id) !== "scaffold")
      for (const id of referredTo(annotation, index)) raise(roles, id, index);
  return roles;
}

function raise(roles: Map<number, Role>, id: number, { annotations }: CasIndex): void {
  const type = annotations.get(id)?.type ?? "";
  if (roles.get(id) === "scaffold" && !isDocumentFacts(type)) roles.set(id, "span");
}

/** Every annotation that it refers to, straight or by links. */
function referredTo(annotation: CasAnnotation, index: CasIndex): number[] {
  return [...annotation.features.values()].flatMap((value) => [
    ...annotationsIn(value, index),
    ...linksOf(value, index).map(({ target }) => target),
  ]);
}

function roleOf(annotation: CasAnnotation, index: CasIndex): Role {
  if (isScaffold(annotation.type) || isCorpusMetadata(annotation)) return "scaffold";
  if (endsOf(annotation, index) !== null) return "relation";
  return ownRole(annotation, index);
}

/** Of the types of our own exports; another program's of the same name is a span. */
function ownRole({ type, features }: CasAnnotation, index: CasIndex): Role {
  const links = (feature: string) =>
    linksOf(features.get(feature), index).filter(({ target }) => index.annotations.has(target));
  switch (type) {
    case ownTypes.event:
      return links("trigger").length === 1 ? "event" : "span";
    case ownTypes.group:
      return links("members").length > 0 ? "group" : "span";
    case ownTypes.section:
      return SectionKind.safeParse(features.get("kind")).success ? "section" : "span";
    case ownTypes.fragment:
      return "fragment";
    default:
      return "span";
  }
}
