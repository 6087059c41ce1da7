import type { CountedWarnings } from "../reading/counted-warnings.ts";
import type { GivenRelation } from "../reading/given-layers.ts";
import { labelIn } from "../reading/json-values.ts";
import { bodiesIn, iriOf, saidBy } from "./bodies.ts";
import type { Item } from "./read.ts";
import { referencesIn } from "./targets.ts";

interface Links {
  links: { creator: string; relation: GivenRelation }[];
  /** Annotations that link nothing. */
  rest: Item[];
}

/**
 * Annotations about annotations as relations: from the target to the annotation in the body, or from the first
 * target to the second as RecogitoJS writes them. Recogito says a relation's label by an annotation of the link.
 * @param owners whose the spans are, by the identifiers of their annotations.
 */
export function linksIn(
  items: readonly Item[],
  owners: ReadonlyMap<string, string>,
  warnings: CountedWarnings,
): Links {
  const linking = items.filter(
    (item) => item.annotation.motivation === "linking" && endsOf(item, owners),
  );
  const ids = new Set(linking.map(({ id }) => id));
  const isAboutLink = ({ annotation }: Item) =>
    referencesIn(annotation).some((one) => ids.has(one));
  const about = Map.groupBy(
    items.filter(isAboutLink),
    ({ annotation }) => referencesIn(annotation)[0],
  );
  return {
    links: linking.flatMap((item) => relationsOf(item, about.get(item.id) ?? [], owners, warnings)),
    rest: items.filter((item) => !ids.has(item.id) && !isAboutLink(item)),
  };
}

/** The two ends; null where none of them is a span's annotation. */
function endsOf(
  { annotation }: Item,
  owners: ReadonlyMap<string, string>,
): [string, string] | null {
  const targets = referencesIn(annotation);
  const bodies = bodiesIn(annotation).flatMap((body) => iriOf(body) ?? []);
  const to = targets[1] ?? bodies.find((one) => owners.has(one)) ?? bodies[0];
  const [from] = targets;
  if (from === undefined || to === undefined) return null;
  return owners.has(from) || owners.has(to) ? [from, to] : null;
}

function relationsOf(
  item: Item,
  about: readonly Item[],
  owners: ReadonlyMap<string, string>,
  warnings: CountedWarnings,
): Links["links"] {
  const { annotation, where } = item;
  const [from, to] = endsOf(item, owners) ?? ["", ""];
  const own = bodiesIn(annotation).filter((body) => iriOf(body) !== to);
  const said = saidBy(annotation, own);
  const more = about.map((one) => saidBy(one.annotation, bodiesIn(one.annotation)));
  const labels = [...said.labels, ...more.flatMap((one) => one.labels)];
  const note = [said, ...more]
    .map((one) => one.note)
    .filter((text) => text !== "")
    .join("\n");
  const attributes = Object.assign({}, said.attributes, ...more.map((one) => one.attributes));
  return (labels.length === 0 ? [null] : labels).map((label) => ({
    creator: owners.get(from) ?? owners.get(to) ?? "",
    relation: { label: labelIn(label, where, warnings), from, to, attributes, note, where },
  }));
}
