import { headsOf, type Versions } from "./heads.ts";
import type { Version } from "./version.ts";

/** How a thing stands by all that is known of it. */
export interface Outcome {
  /** What is shown of it. */
  shown: Version;
  /** One of each content that the heads have, what is shown first; more than one is a conflict. */
  choices: Version[];
}

/** What a version says, wherever its places count and whatever its scheme calls things. */
export type ContentOf = (version: Version) => string;

/** As the versions stand: for things of one text and one scheme. */
export const plainContent: ContentOf = ({ row }) =>
  row === null ? "" : JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A pure function of the versions: the order in which they came to be known makes no difference. */
export function outcomeOf(versions: Versions, contentOf: ContentOf = plainContent): Outcome {
  const heads = headsOf(versions);
  const [shown] = heads;
  if (!shown) throw new RangeError(`none of ${versions.size} versions is the last`);
  if (heads.length === 1) return { shown, choices: heads };
  return { shown, choices: oneOfEach(heads, contentOf) };
}

function oneOfEach(heads: readonly Version[], contentOf: ContentOf): Version[] {
  const found = new Map<string, Version>();
  for (const head of heads) {
    const content = contentOf(head);
    if (!found.has(content)) found.set(content, head);
  }
  return [...found.values()];
}
