import { type Cas, type CasStructure, referencesIn } from "./cas.ts";
import { isDocumentFacts, isScaffold } from "./type-names.ts";

/**
 * Leaves out, unless something refers to it, what programs do not show since the view does not have it in its indexes,
 * and tokens and the like, which most of a file is and nothing is read of. Without members all is indexed.
 */
export function keepIndexed(cas: Cas, members: ReadonlySet<number>): void {
  const referred = referredIn(cas);
  const isIndexed = ({ id }: CasStructure) => members.size === 0 || members.has(id);
  const isRead = ({ type }: CasStructure) => !isScaffold(type) || isDocumentFacts(type);
  cas.annotations = cas.annotations.filter(
    (one) => (isIndexed(one) && isRead(one)) || referred.has(one.id),
  );
  cas.facts = cas.facts.filter((one) => isIndexed(one) || referred.has(one.id));
}

function referredIn({ annotations, facts, others }: Cas): Set<number> {
  const referred = new Set<number>();
  for (const structures of [annotations, facts, others])
    for (const { features } of structures)
      for (const value of features.values())
        if (typeof value === "object") for (const id of referencesIn(value)) referred.add(id);
  return referred;
}
