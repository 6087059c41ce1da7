import type { Random } from "./random.ts";

/** Numbers that programs trip over, as they are written in files. */
export const oddNumbers = ["-1", "0", "1", "255", "65536", "2147483648", "99999999999", "1e999"];

interface Place {
  random: Random;
  file: Uint8Array;
  /** What is spliced in comes from here. */
  other: Uint8Array;
  /** What is likelier to find a way in than any bytes are. */
  tokens: readonly string[];
}

type Change = (place: Place) => Uint8Array;

const join = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
const encode = (text: string) => new TextEncoder().encode(text);

/** Replaces a stretch of the file. */
function replaced(file: Uint8Array, start: number, length: number, by: Uint8Array): Uint8Array {
  return join(file.subarray(0, start), by, file.subarray(start + length));
}

const stretchOf = (random: Random, file: Uint8Array, longest: number) => {
  const start = random.below(file.length + 1);
  return { start, length: Math.min(file.length - start, 1 + random.below(longest)) };
};

const flipBits: Change = ({ random, file }) => {
  // Of a Buffer, slice() would be the same bytes.
  const flipped = Uint8Array.from(file);
  for (let count = 1 + random.below(8); count > 0 && file.length > 0; count--) {
    const at = random.below(file.length);
    flipped[at] = flipped[at]! ^ (1 << random.below(8));
  }
  return flipped;
};

const overwrite: Change = ({ random, file }) => {
  const bytes = random.bytes(1 + random.below(8));
  return replaced(file, random.below(file.length + 1), bytes.length, bytes);
};

const cut: Change = ({ random, file }) => {
  const { start, length } = stretchOf(random, file, random.chance(0.2) ? file.length : 400);
  return replaced(file, start, length, new Uint8Array());
};

const truncate: Change = ({ random, file }) => file.slice(0, random.below(file.length + 1));

const repeat: Change = ({ random, file }) => {
  const { start, length } = stretchOf(random, file, 60);
  const part = file.subarray(start, start + length);
  const times = random.chance(0.1) ? 2000 : 1 + random.below(20);
  return replaced(file, start, 0, join(...Array.from({ length: times }, () => part)));
};

const insertToken: Change = ({ random, file, tokens }) => {
  const token = encode(random.pick(tokens));
  const times = random.chance(0.1) ? 3000 : 1;
  const bytes = join(...Array.from({ length: times }, () => token));
  return replaced(file, random.below(file.length + 1), 0, bytes);
};

const changeNumber: Change = ({ random, file }) => {
  let at = random.below(file.length + 1);
  const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
  while (at < file.length && !isDigit(file[at])) at += 1;
  let end = at;
  while (isDigit(file[end])) end += 1;
  return replaced(file, at, end - at, encode(random.pick(oddNumbers)));
};

const move: Change = ({ random, file }) => {
  const { start, length } = stretchOf(random, file, 400);
  const part = Uint8Array.from(file.subarray(start, start + length));
  const without = replaced(file, start, length, new Uint8Array());
  return replaced(without, random.below(without.length + 1), 0, part);
};

const splice: Change = ({ random, file, other }) =>
  join(
    file.subarray(0, random.below(file.length + 1)),
    other.subarray(random.below(other.length + 1)),
  );

const graft: Change = ({ random, file, other }) => {
  const { start, length } = stretchOf(random, other, 2000);
  return replaced(file, random.below(file.length + 1), 0, other.subarray(start, start + length));
};

const changes = [
  ...[flipBits, overwrite, cut, truncate, repeat, insertToken, insertToken, changeNumber],
  ...[move, splice, graft],
];

/** A file longer than this is made no longer, so that time is not lost with copying. */
const longest = 4_000_000;

/** One to six changes of bytes: turned over, cut out, said again, put elsewhere, taken from another file. */
export function mutateBytes(place: Place): Uint8Array {
  let { file } = place;
  const most = place.random.chance(0.5) ? 1 : 6;
  for (let count = 1 + place.random.below(most); count > 0; count--)
    file = place.random
      .pick(changes)({ ...place, file })
      .subarray(0, longest);
  return file;
}
