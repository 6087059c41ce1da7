import { getOrMake } from "../get-or-make.ts";

/** Things of one kind that a format cannot hold. */
export interface Loss {
  /** In the plural, as a sentence's beginning: "Overlapping spans". */
  things: string;
  count: number;
  /** What becomes of them, with the full stop: "left out; the longer one stays." */
  consequence: string;
  /** A few of them, as a person finds them again: "report 3: “ER and PR”". */
  examples: string[];
}

/** How many examples are kept of each kind of loss. */
const mostExamples = 5;

/** A loss as one sentence, in the one wording that is translated. */
export function lossSentence({ things, count, consequence }: Loss): string {
  return `${things} (${count}): ${consequence}`;
}

/** The losses of many documents as those of one: counts added up, the first examples kept. */
export function addUpLosses(losses: Iterable<Loss>): Loss[] {
  const sums = new Map<string, Loss>();
  for (const loss of losses) addTo(sums, loss);
  return [...sums.values()];
}

function addTo(sums: Map<string, Loss>, { things, count, consequence, examples }: Loss): void {
  const key = `${things}: ${consequence}`;
  const sum = getOrMake(sums, key, () => ({ things, count: 0, consequence, examples: [] }));
  sum.count += count;
  const room = mostExamples - sum.examples.length;
  if (room > 0) sum.examples.push(...examples.slice(0, room));
}

/** Gathers what is lost, thing by thing. */
export interface LossBook {
  lose(things: string, consequence: string, example: string): void;
  losses(): Loss[];
}

export function lossBook(): LossBook {
  const sums = new Map<string, Loss>();
  return {
    lose: (things, consequence, example) =>
      addTo(sums, { things, count: 1, consequence, examples: [example] }),
    losses: () => addUpLosses(sums.values()),
  };
}
