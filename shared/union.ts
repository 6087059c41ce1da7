/** Things that belong together, joined pair by pair. */
export interface Union {
  /** The number of the group that a thing is in; the same for all things of a group. */
  rootOf(thing: number): number;
  join(one: number, other: number): void;
}

/** Things numbered from 0 to `count` - 1, each a group of its own at first. */
export function unionOf(count: number): Union {
  const parents = Int32Array.from({ length: count }, (_, thing) => thing);
  const parentOf = (thing: number) => parents[thing] ?? thing;
  const rootOf = (thing: number) => {
    let root = thing;
    while (parentOf(root) !== root) {
      parents[root] = parentOf(parentOf(root));
      root = parentOf(root);
    }
    return root;
  };
  return {
    rootOf,
    join(one, other) {
      const [a, b] = [rootOf(one), rootOf(other)];
      // The smaller number leads, so that the result does not depend on the order of joining.
      parents[Math.max(a, b)] = Math.min(a, b);
    },
  };
}
