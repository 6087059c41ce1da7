import type { DocumentLayer } from "../../model/document.ts";
import type { SchemeAdditions } from "../../model/scheme.ts";

/** How a label, attribute or role is spelled in brat; what is not in it is spelled as it is. */
export type BratNames = ReadonlyMap<string, string>;

const notAllowed = /[^\p{L}\p{M}\p{N}_-]/gu;
const notInValues = /[\s\p{Cc}]/gu;

/**
 * Spellings that brat allows (letters, digits, - and _) for the names that are not so already. Two
 * names never share one. Made of a whole scheme's names, it is the same for all documents.
 */
export function bratNames(names: Iterable<string>): BratNames {
  const all = [...new Set(names)].sort();
  const isAllowed = (name: string) => name !== "" && name.search(notAllowed) < 0;
  const taken = new Set(all.filter(isAllowed));
  const spellings = new Map<string, string>();
  for (const name of all) {
    if (isAllowed(name)) continue;
    const spelling = firstFree(name.replace(notAllowed, "_") || "_", taken);
    taken.add(spelling);
    spellings.set(name, spelling);
  }
  return spellings;
}

/** Every name of a scheme that brat would have to spell. */
export function namesInScheme(scheme: SchemeAdditions): string[] {
  const { labels, attributes, relations, events, groups } = scheme;
  const roles = events.flatMap((event) => event.roles);
  return [labels, attributes, relations, events, groups, roles].flat().map(({ name }) => name);
}

/** Every name of a layer that brat would have to spell. */
export function namesIn(layer: DocumentLayer): Set<string> {
  const names = new Set<string>();
  for (const { label } of layer.groups) names.add(label);
  for (const { label, attributes } of [...layer.spans, ...layer.relations, ...layer.events]) {
    names.add(label);
    for (const name in attributes) names.add(name);
  }
  for (const event of layer.events) for (const { role } of event.arguments) names.add(role);
  return names;
}

/** An attribute's value as one word, which is all that brat allows. */
export function bratValue(value: string): string {
  return value.replace(notInValues, "_") || "_";
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  let spelling = name;
  for (let n = 2; taken.has(spelling); n += 1) spelling = `${name}_${n}`;
  return spelling;
}
