import type { RawLine } from "./raw-line.ts";

/** Gathers what a reader has to say of a file: one sentence for each kind of thing, with its count. */
export interface Warnings {
  readonly file: string;
  say(sentence: string): void;
  /** `one` and `many` follow "line 3" and "5 lines, from line 3 on,". */
  count(line: RawLine, one: string, many: string): void;
  sentences(): string[];
}

/** Nothing to say of a file yet. */
export function warningsOf(file: string): Warnings {
  const said: string[] = [];
  const counts = new Map<string, { first: number; count: number; one: string }>();
  return {
    file,
    say: (sentence) => void said.push(sentence),
    count(line, one, many) {
      const entry = counts.get(many) ?? { first: line.number, count: 0, one };
      entry.count += 1;
      counts.set(many, entry);
    },
    sentences: () => [
      ...said,
      ...Array.from(counts, ([many, { first, count, one }]) =>
        count === 1
          ? `${file}: line ${first} ${one}.`
          : `${file}: ${count} lines, from line ${first} on, ${many}.`,
      ),
    ],
  };
}
