import type { Choice, Packing } from "./packing.ts";

/** How often prices are lowered; more rarely makes them much lower. */
const rounds = 8;

/** What sums of gains may be off by, from adding them in another order. */
const slip = 1e-12;

/**
 * The choices that a best packing can have, by their places in the list. Places get prices, so that no
 * choice gains more than its places cost: then nothing gains more than all prices together, and a choice
 * that gains less than its places cost takes that much from it. One that takes more than what lies
 * between all prices and a packing that there is cannot be in a better one.
 */
export function worthwhile(packing: Packing): number[] {
  const prices = lowPrices(packing);
  const losses = packing.choices.map(({ places, gain }) => priceOf(places, prices) - gain);
  const most = prices.reduce((sum, price) => sum + price, 0);
  const between = most - gainOfSome(packing, losses);
  const room = between + slip * (1 + most);
  return losses.flatMap((loss, choice) => (loss <= room ? [choice] : []));
}

function priceOf(places: readonly number[], prices: Float64Array): number {
  let sum = 0;
  for (const place of places) sum += prices[place] ?? 0;
  return sum;
}

/** Starts with equal shares of the greatest gain and lowers each price as far as the others let it. */
function lowPrices({ places, choices }: Packing): Float64Array {
  const prices = new Float64Array(places);
  const byPlace = Array.from({ length: places }, (): Choice[] => []);
  for (const choice of choices)
    for (const place of choice.places) {
      byPlace[place]?.push(choice);
      prices[place] = Math.max(prices[place] ?? 0, choice.gain / choice.places.length);
    }
  for (let round = 0; round < rounds; round += 1)
    for (const [place, there] of byPlace.entries()) lower(place, there, prices);
  return prices;
}

function lower(place: number, choices: readonly Choice[], prices: Float64Array): void {
  const price = prices[place] ?? 0;
  let least = 0;
  for (const { places, gain } of choices)
    least = Math.max(least, gain - priceOf(places, prices) + price);
  prices[place] = Math.min(price, least);
}

/** The gain of a packing that takes what loses least first. */
function gainOfSome({ places, choices }: Packing, losses: readonly number[]): number {
  const order = [...choices.keys()].sort(
    (a, b) =>
      (losses[a] ?? 0) - (losses[b] ?? 0) || (choices[b]?.gain ?? 0) - (choices[a]?.gain ?? 0),
  );
  const isTaken = new Uint8Array(places);
  let sum = 0;
  for (const place of order) {
    const choice = choices[place];
    if (choice === undefined || choice.places.some((one) => isTaken[one] === 1)) continue;
    for (const one of choice.places) isTaken[one] = 1;
    sum += choice.gain;
  }
  return sum;
}
