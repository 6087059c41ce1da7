import { hashText, mixed, seededRandom } from "../random.ts";
import { unionOf } from "../union.ts";
import { compareTexts } from "./order.ts";

/** What is kept of a text to compare it with others: 512 bytes, whatever its length. */
export type Signature = Uint32Array;

/** A report and its signature; null for one without words, which is like no other. */
export interface Signed {
  name: string;
  signature: Signature | null;
}

/** Two reports that say almost the same. */
export interface AlikePair {
  /** The names in the order of code units. */
  a: string;
  b: string;
  /** The estimated share of runs of five words that both have, of those that either has: 0 to 1. */
  likeness: number;
}

/** Words that make one piece of a text. */
const piece = 5;

/** 32 bands of 4 rows: two texts with a likeness of 0.7 share a band in 99.98 % of cases, of 0.1 in 0.3 %. */
const rows = 4;
const bands = 32;

/** How many of those that share a band a text is compared with: the first one and the latest. */
const mostCompared = 24;

const factors = Uint32Array.from(
  (() => {
    const { next } = seededRandom(1, "MinHash");
    return Array.from({ length: 2 * rows * bands }, () => (next() * 2 ** 32) | 1);
  })(),
);

/**
 * The MinHash signature of a text over runs of five words, in lower case and without punctuation.
 * Source: Broder (1997), On the resemblance and containment of documents.
 */
export function signatureOf(text: string): Signature | null {
  const words = Array.from(text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu), ([word]) =>
    hashText(word),
  );
  if (words.length === 0) return null;
  const signature = new Uint32Array(rows * bands).fill(0xffffffff);
  for (const hash of pieceHashes(words))
    for (let at = 0; at < signature.length; at += 1) {
      const permuted = permutedHash(hash, at);
      if (permuted < (signature[at] ?? 0)) signature[at] = permuted;
    }
  return signature;
}

/** One of many orders of all hashes, each as good as a random one. */
function permutedHash(hash: number, at: number): number {
  const product = Math.imul(hash ^ (factors[2 * at + 1] ?? 0), factors[2 * at] ?? 1);
  return Math.imul(product ^ (product >>> 15), 0x2c1b3c6d) >>> 0;
}

/** A text of fewer than five words is one piece. */
function pieceHashes(words: readonly number[]): Set<number> {
  const hashes = new Set<number>();
  for (let start = 0; start <= Math.max(0, words.length - piece); start += 1) {
    let hash = 0;
    for (let at = start; at < Math.min(start + piece, words.length); at += 1)
      hash = mixed(Math.imul(hash, 31) + (words[at] ?? 0));
    hashes.add(hash);
  }
  return hashes;
}

/** The estimated Jaccard likeness of two texts, with a standard error of at most 0.045. */
export function likeness(a: Signature, b: Signature): number {
  let same = 0;
  for (let at = 0; at < a.length; at += 1) if (a[at] === b[at]) same += 1;
  return same / a.length;
}

/**
 * Pairs of reports whose estimated likeness is at least `threshold` (0.5 or more; below, pairs would be
 * overlooked), the likest first. Takes a time that grows with the number of reports only: of a crowd in
 * which all are alike, each is named with some of the others and not with every one.
 * @param reports with names of their own; their order does not matter.
 */
export function alikePairs(reports: readonly Signed[], threshold = 0.7): AlikePair[] {
  const pairing = startPairing(reports, threshold);
  for (const band of pairing.bands) pairing.compare(band);
  return pairing.pairs();
}

/** The same band by band, so that others are answered in between. */
interface Pairing {
  bands: readonly number[];
  compare(band: number): void;
  /** What was found in the bands compared so far, the likest first. */
  pairs(): AlikePair[];
}

export function startPairing(reports: readonly Signed[], threshold: number): Pairing {
  const sorted = [...reports].sort(byName);
  const found = new Map<number, AlikePair>();
  const compared = new Set<number>();
  return {
    bands: Array.from({ length: bands }, (_, band) => band),
    compare(band) {
      for (const [one, other] of sharingBand(sorted, band)) {
        const key = one * sorted.length + other;
        if (compared.has(key)) continue;
        compared.add(key);
        const pair = pairOf(sorted[one], sorted[other]);
        if (pair && pair.likeness >= threshold) found.set(key, pair);
      }
    },
    pairs: () =>
      [...found.values()].sort(
        (a, b) => b.likeness - a.likeness || compareTexts(a.a, b.a) || compareTexts(a.b, b.b),
      ),
  };
}

/** Pairs of numbers of reports that have the same rows in a band, the smaller number first. */
function* sharingBand(reports: readonly Signed[], band: number): Iterable<[number, number]> {
  const buckets = new Map<string, number[]>();
  for (const [number, { signature }] of reports.entries()) {
    if (signature === null) continue;
    const key = signature.subarray(band * rows, (band + 1) * rows).join();
    const bucket = buckets.get(key) ?? [];
    for (const other of bucket) yield [other, number];
    bucket.push(number);
    if (bucket.length > mostCompared) bucket.splice(1, 1);
    buckets.set(key, bucket);
  }
}

function pairOf(one: Signed | undefined, other: Signed | undefined): AlikePair | null {
  if (!one?.signature || !other?.signature) return null;
  return { a: one.name, b: other.name, likeness: likeness(one.signature, other.signature) };
}

/** The names that pairs join, directly or through others, as groups of two and more in order. */
export function alikeGroups(pairs: readonly Pick<AlikePair, "a" | "b">[]): string[][] {
  const names = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort(compareTexts);
  const numbers = new Map(names.map((name, number) => [name, number]));
  const union = unionOf(names.length);
  for (const { a, b } of pairs) union.join(numbers.get(a) ?? 0, numbers.get(b) ?? 0);
  return [...Map.groupBy(names, (name) => union.rootOf(numbers.get(name) ?? 0)).values()];
}

const byName = (a: Signed, b: Signed) => compareTexts(a.name, b.name);
