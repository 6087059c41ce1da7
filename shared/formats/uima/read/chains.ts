import { type Cas, isReference, shortName } from "../cas.ts";
import type { CasIndex } from "./roles.ts";

interface Chain {
  label: string;
  /** The annotations that are its links, in order. */
  members: number[];
}

/** INCEpTION's chain layers, such as coreference: a chain names its first link, each link the next. */
export function chainsOf({ facts, others }: Cas, { annotations }: CasIndex): Chain[] {
  return [...facts, ...others].flatMap(({ type, features }) => {
    const members = new Set<number>();
    let next = features.get("first");
    while (isReference(next) && annotations.has(next.ref) && !members.has(next.ref)) {
      members.add(next.ref);
      next = annotations.get(next.ref)?.features.get("next");
    }
    return members.size === 0 ? [] : [{ label: shortName(type), members: [...members] }];
  });
}
