/** How names are spelled in a format that does not allow every name; what is not in it is spelled as it is. */
export type Respellings = ReadonlyMap<string, string>;

/**
 * Spellings for names that a format does not allow: `allowed` gives each as near as may be, or the name
 * itself. Two names never share one. Made of a whole scheme's names, they are the same for all documents.
 */
export function respellings(
  names: Iterable<string>,
  allowed: (name: string) => string,
): Respellings {
  const all = [...new Set(names)].sort();
  const taken = new Set(all.filter((name) => allowed(name) === name));
  const spellings = new Map<string, string>();
  for (const name of all) {
    const near = allowed(name);
    if (near === name) continue;
    const spelling = firstFree(near, taken);
    taken.add(spelling);
    spellings.set(name, spelling);
  }
  return spellings;
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  let spelling = name;
  for (let n = 2; taken.has(spelling); n += 1) spelling = `${name}_${n}`;
  return spelling;
}
