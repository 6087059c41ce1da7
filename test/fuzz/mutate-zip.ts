import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { mutateBytes } from "./mutate-bytes.ts";
import { mutateMarkup } from "./mutate-markup.ts";
import type { Random } from "./random.ts";

/** Changes what is inside of a zip file and packs it again, so that the reader sees it rather than a wrong checksum. */
export function mutateZip(
  random: Random,
  zip: Uint8Array,
  otherZip: Uint8Array,
  tokens: readonly string[],
): Uint8Array {
  const isRead = ({ name }: { name: string }) => /\.(xml|rels)$/.test(name);
  const members: Record<string, Uint8Array> = unzipSync(zip, { filter: isRead });
  const others = unzipSync(otherZip, { filter: isRead });
  for (let count = 1 + random.below(3); count > 0; count--) {
    const name = random.pick(Object.keys(members));
    const other = others[random.pick(Object.keys(others))]!;
    const way = random.below(10);
    if (way === 0) delete members[name];
    else if (way === 1) members[name] = other;
    else if (way < 5) members[name] = mutateBytes({ random, file: members[name]!, other, tokens });
    else members[name] = strToU8(mutateMarkup(random, strFromU8(members[name]!)));
    if (Object.keys(members).length === 0) break;
  }
  return zipSync(members, { level: 1 });
}
