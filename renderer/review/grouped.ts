import type { Version } from "../../shared/review/difference.ts";

/** Versions that say just the same, in one group; what most say comes first. */
export function grouped(versions: readonly Version[]): [Version, ...Version[]][] {
  const groups = new Map<string, [Version, ...Version[]]>();
  for (const version of versions) {
    const group = groups.get(version.says);
    if (group) group.push(version);
    else groups.set(version.says, [version]);
  }
  // Sorting keeps the order of groups of the same size.
  return [...groups.values()].sort((a, b) => b.length - a.length);
}
