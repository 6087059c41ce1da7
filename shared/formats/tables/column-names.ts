/** Gives columns names that are unique in their table. */
export interface ColumnNames {
  /** The name in snake_case; a name that is taken has `prefix` before it, or a number behind it. */
  nameFor(name: string, prefix: string): string;
}

export function columnNames(taken: Iterable<string>): ColumnNames {
  const names = new Set(taken);
  return {
    nameFor(name, prefix) {
      const plain = snakeCase(name, prefix);
      const free = names.has(plain) ? `${prefix}_${plain}` : plain;
      let unique = free;
      for (let number = 2; names.has(unique); number++) unique = `${free}_${number}`;
      names.add(unique);
      return unique;
    },
  };
}

/** "PD-L1 (22C3)" as pd_l1_22c3; a name without Latin letters is the prefix alone. Such names are easy to type in any language of queries. */
function snakeCase(name: string, prefix: string): string {
  const words = name
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
  if (words === "") return prefix;
  return /^\d/.test(words) ? `${prefix}_${words}` : words;
}
