/** Gives each name a number, from 0 in the order in which they come. */
export interface Names {
  numberOf(name: string): number;
  /** By number. */
  readonly all: readonly string[];
}

export function createNames(): Names {
  const numbers = new Map<string, number>();
  const all: string[] = [];
  return {
    all,
    numberOf(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, all.length);
      return all.push(name) - 1;
    },
  };
}
