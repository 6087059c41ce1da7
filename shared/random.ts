/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** At least 0 and below 1, in steps of 2⁻³². */
  next(): number;
  /** A whole number at least 0 and below `limit`, which is from 1 to 2³². */
  below(limit: number): number;
  /** The list in another order; the list itself stays as it is. */
  shuffled<One>(list: readonly One[]): One[];
}

/**
 * The generator xoshiro128**, whose state is filled from the seed and the purpose by FNV-1a and the
 * final mix of MurmurHash3.
 * @param purpose keeps two uses of one seed apart.
 * Source: Blackman and Vigna (2021), Scrambled linear pseudorandom number generators, ACM
 * Transactions on Mathematical Software 47(4); https://prng.di.unimi.it/xoshiro128starstar.c.
 */
export function seededRandom(seed: number, purpose = ""): Random {
  const start = hashText(`${seed}\n${purpose}`);
  return randomOf(xoshiro128([1, 2, 3, 4].map((n) => mixed(start + Math.imul(n, 0x9e3779b9)))));
}

/** The next 32 bits of the generator, from a state of four words that are not all zero. */
export function xoshiro128(state: readonly number[]): () => number {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function randomOf(bits: () => number): Random {
  const next = () => bits() / 2 ** 32;
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    shuffled(list) {
      const order = [...list];
      // Fisher and Yates, from the end.
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [order[last], order[other]] = [order[other] as never, order[last] as never];
      }
      return order;
    },
  };
}

/** A text in 32 bits: FNV-1a over its UTF-16 code units, then mixed. Not for secrets. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Every bit of the result depends on every bit of the word: the end of MurmurHash3, unsigned. */
export function mixed(word: number): number {
  let bits = word;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
