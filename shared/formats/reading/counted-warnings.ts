import { onOneLine } from "../../extract/source.ts";

/** Gathers what a reader has to say of a document: one sentence for each kind of oddity, with its count. */
export interface CountedWarnings {
  say(sentence: string): void;
  /** The oddity follows "FILE: WHERE" for one and "FILE: 5 places, first WHERE," for more. */
  count(where: string, one: string, many: string): void;
  sentences(): string[];
}

export function countedWarnings(fileName: string): CountedWarnings {
  const said: string[] = [];
  const counts = new Map<string, { first: string; count: number; one: string }>();
  return {
    say: (sentence) => void said.push(`"${fileName}": ${onOneLine(sentence)}`),
    count(where, one, many) {
      const entry = counts.get(many) ?? { first: where, count: 0, one };
      entry.count += 1;
      counts.set(many, entry);
    },
    sentences: () => [
      ...said,
      ...Array.from(counts, ([many, { first, count, one }]) =>
        count === 1
          ? `"${fileName}": ${onOneLine(`${first} ${one}`)}.`
          : `"${fileName}": ${count} places, first ${onOneLine(first)}, ${many}.`,
      ),
    ],
  };
}
