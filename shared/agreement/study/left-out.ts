/** Things that are not compared, with a few of them by name. */
export interface LeftOut {
  /** With what became of them: "Layers that are not finished: not compared." */
  what: string;
  count: number;
  examples: string[];
}

/** Counts what is not compared. */
export interface LeftOutBook {
  /** @param example says which, as people find it again; asked for only while there are few. */
  count(what: string, example: () => string, times?: number): void;
  all(): LeftOut[];
}

const mostExamples = 5;

export function leftOutBook(): LeftOutBook {
  const found = new Map<string, LeftOut>();
  return {
    all: () => [...found.values()],
    count(what, example, times = 1) {
      if (times === 0) return;
      const known = found.get(what) ?? { what, count: 0, examples: [] };
      found.set(what, known);
      known.count += times;
      if (known.examples.length < mostExamples) known.examples.push(example());
    },
  };
}
