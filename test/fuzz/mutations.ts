import { mutateBytes } from "./mutate-bytes.ts";
import { mutateJson, mutateJsonLines } from "./mutate-json.ts";
import { mutateMarkup } from "./mutate-markup.ts";
import { mutateZip } from "./mutate-zip.ts";
import type { Random } from "./random.ts";

/** A file to be mutated. */
export interface Seedling {
  bytes: Uint8Array;
  /** The text that annotations are read with. */
  beside?: Uint8Array;
}

/** One of the readers that files from outside come to. */
export interface FuzzedReader {
  /** Files of our own, and real ones where they are there. */
  files(): Seedling[];
  mutate(random: Random, file: Seedling, other: Seedling): Seedling;
  /** Reads, and throws for a value that is not as it should be. */
  read(file: Seedling): unknown;
}

type Mutate = FuzzedReader["mutate"];

/** Changes bytes, with these words as what is likeliest to be tripped over. */
export const bytewise =
  (...tokens: string[]): Mutate =>
  (random, file, other) => ({
    ...file,
    bytes: mutateBytes({
      random,
      file: file.bytes,
      other: other.bytes,
      tokens: [...tokens, "\0", "\uFEFF", "\r", "\u2028", "\u0085", "\uD7FF", "é\u0301", "\uFFFE"],
    }),
  });

const xmlTokens = [
  "<",
  ">",
  "&",
  "]]>",
  "<!DOCTYPE a [<!ENTITY b 'c'>]>",
  "<![CDATA[",
  "&b;",
  "<?x",
  "<!--",
];

/** Changes text in half of all files, and bytes in the others. */
const orBytewise =
  (change: (random: Random, text: string) => string, tokens: readonly string[]): Mutate =>
  (random, file, other) =>
    random.chance(0.5)
      ? bytewise(...tokens)(random, file, other)
      : { ...file, bytes: Buffer.from(change(random, Buffer.from(file.bytes).toString())) };

export const markup = (...tokens: string[]) => orBytewise(mutateMarkup, [...xmlTokens, ...tokens]);

const jsonTokens = '{ } [ ] , : " \\ \\ud800 null true -1 1e999 "__proto__":'.split(" ");

export const json = (...tokens: string[]) => orBytewise(mutateJson, [...jsonTokens, ...tokens]);
export const jsonLines = (...tokens: string[]) =>
  orBytewise(mutateJsonLines, [...jsonTokens, "\n", ...tokens]);

export const zipped =
  (...tokens: string[]): Mutate =>
  (random, file, other) =>
    random.chance(0.2)
      ? bytewise("PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006")(random, file, other)
      : { bytes: mutateZip(random, file.bytes, other.bytes, [...xmlTokens, ...tokens]) };
