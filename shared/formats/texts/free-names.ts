/**
 * Names that each exist once, in the order in which they are wished for: "a", then "a-2", "a-3".
 * However many wish for the same, none of them is looked for from the start.
 */
export function freeNames(between: string): (wished: string) => string {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  return (wished) => {
    let number = last.get(wished) ?? 1;
    let name = number === 1 ? wished : `${wished}${between}${number}`;
    while (taken.has(name)) {
      number += 1;
      name = `${wished}${between}${number}`;
    }
    last.set(wished, number);
    taken.add(name);
    return name;
  };
}
