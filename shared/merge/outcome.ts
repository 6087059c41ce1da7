import { headsOf, type Versions } from "./heads.ts";
import { cellsOf, type Version } from "./version.ts";

/** How a thing stands by all that is known of it. */
export interface Outcome {
  /** What is shown of it. */
  shown: Version;
  /** One of each content that the heads have, what is shown first; more than one is a conflict. */
  choices: Version[];
}

/** What a version says, wherever its places count and whatever its scheme calls things; empty where it says that the thing is gone. */
type ContentOf = (version: Version) => string;

/** A pure function of the versions: the order in which they came to be known makes no difference. */
export function outcomeOf(versions: Versions, contentOf: ContentOf = cellsOf): Outcome {
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
