import type { Cas, CasAnnotation } from "../cas.ts";
import {
  asText,
  type FeatureTexts,
  featureReader,
  plainTexts,
  type ReadFeature,
} from "../feature-text.ts";
import { isOwnType } from "../type-names.ts";
import { nothingDeclared, readByType } from "./declared-types.ts";
import { type Facts, factsOf, type SpanFacts, spanFactsOf } from "./facts.ts";
import type { CasReading } from "./reading.ts";
import { type CasIndex, endsOf, type Role } from "./roles.ts";

/** What is no span has no codes and doubts; its references are not among its features. */
export function featureFacts(cas: Cas, roles: ReadonlyMap<number, Role>, index: CasIndex) {
  const facts = new Map<number, SpanFacts>();
  for (const annotation of cas.annotations) {
    const role = roles.get(annotation.id);
    const plain = { unsure: false, flag: "", codes: [] };
    if (role === "span") facts.set(annotation.id, spanFactsOf(annotation));
    else if (role === "relation")
      facts.set(annotation.id, {
        ...factsOf(without(annotation, ...(endsOf(annotation, index)?.features ?? []))),
        ...plain,
      });
    else if (role === "event" || role === "group")
      facts.set(annotation.id, { ...factsOf(annotation), ...plain });
  }
  return facts;
}

function without(annotation: CasAnnotation, ...names: readonly string[]): CasAnnotation {
  const features = new Map(annotation.features);
  for (const name of names) features.delete(name);
  return { ...annotation, features };
}

/**
 * How the texts of an annotation's features are read: by their declared type, or else by their looks, those of our own
 * types apart from those of others.
 */
export function readersOf(
  facts: ReadonlyMap<number, Facts>,
  { annotations }: CasIndex,
  { texts, ownTexts = plainTexts, types = nothingDeclared }: CasReading,
): (id: number) => ReadFeature {
  if (!texts) return () => asText;
  const isOurs = (id: number) => isOwnType(annotations.get(id)?.type ?? "");
  const ofFile = (isOf: (id: number) => boolean, form: FeatureTexts) =>
    featureReader(textsIn([...facts].filter(([id]) => isOf(id)).map(([, one]) => one)), form);
  const [own, other] = [ofFile(isOurs, ownTexts), ofFile((id) => !isOurs(id), plainTexts)];
  return (id) => readByType(types, annotations.get(id)?.type ?? "", isOurs(id) ? own : other);
}

function* textsIn(all: Iterable<Facts>): Generator<[string, string]> {
  for (const { rest } of all)
    for (const [feature, value] of rest) if (typeof value === "string") yield [feature, value];
}
