/** One thing that may be chosen: the places that it takes, in ascending order, and what it brings. */
export interface Choice {
  places: readonly number[];
  /** Above 0. */
  gain: number;
}

/** Which choices, no two with a place in common, bring most together. */
export interface Packing {
  /** How many places there are. */
  places: number;
  choices: readonly Choice[];
}

/** Answers the places of the chosen ones in the list of choices; what it answers is best, exactly. */
export type Solver = (packing: Packing) => number[];

interface Step {
  gain: number;
  before: Step | null;
  /** The last choice made, -1 before the first. */
  choice: number;
}

const widest = 30;
const mostStates = 50_000;

/**
 * The best packing place by place: what is best for the places before one depends on the places after
 * it only by which of them are taken. Exact; choices of near places have few such states.
 * @returns null when a choice is too wide or there are too many states: then it needs a real solver.
 */
export function packInOrder({ places, choices }: Packing): number[] | null {
  const starting = choicesByStart(places, choices);
  if (starting === null) return null;
  let states = new Map<number, Step>([[0, { gain: 0, before: null, choice: -1 }]]);
  for (const here of starting) {
    states = advanced(states, here);
    if (states.size > mostStates) return null;
  }
  return choicesOf(states.get(0) ?? null);
}

interface Start {
  choice: number;
  gain: number;
  /** The places after its first, by bits. */
  taken: number;
}

function choicesByStart(places: number, choices: readonly Choice[]): Start[][] | null {
  const starting = Array.from({ length: places }, (): Start[] => []);
  for (const [choice, { places: taken, gain }] of choices.entries()) {
    const first = taken[0] ?? 0;
    if ((taken.at(-1) ?? 0) - first >= widest) return null;
    const bits = taken.reduce((mask, place) => mask | (1 << (place - first)), 0);
    starting[first]?.push({ choice, gain, taken: bits });
  }
  return starting;
}

/** From what is best up to a place to what is best up to the next. */
function advanced(states: ReadonlyMap<number, Step>, here: readonly Start[]): Map<number, Step> {
  const next = new Map<number, Step>();
  for (const [taken, before] of states) {
    keepBetter(next, taken >>> 1, before);
    if (taken & 1) continue;
    for (const { choice, gain, taken: more } of here)
      if ((taken & more) === 0)
        keepBetter(next, (taken | more) >>> 1, { gain: before.gain + gain, before, choice });
  }
  return next;
}

function keepBetter(states: Map<number, Step>, taken: number, step: Step): void {
  const there = states.get(taken);
  if (there === undefined || there.gain < step.gain) states.set(taken, step);
}

function choicesOf(last: Step | null): number[] {
  const chosen: number[] = [];
  for (let step = last; step?.before; step = step.before) chosen.push(step.choice);
  return chosen.reverse();
}
