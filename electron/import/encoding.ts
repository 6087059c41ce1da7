import { AppError } from "../../shared/errors.ts";
import { normaliseNewlines } from "../../shared/text/newlines.ts";
import { whyNoText } from "./encoding/binary.ts";
import { type Decoded, decodeAs, encodingNamed } from "./encoding/decoders.ts";
import { legacyCandidates } from "./encoding/legacy.ts";
import { encodingByMark, encodingByZeros } from "./encoding/unicode-marks.ts";
import { cesu8ToUtf8, firstBadByte, isUtf8, utf8Sequences } from "./encoding/utf8.ts";

export interface DecodedText {
  /** Without a byte order mark; "\n" ends its lines. */
  text: string;
  /** By its name in the Encoding Standard; also utf-32le, utf-32be and cesu-8. */
  encoding: string;
  /** From 0 to 1; 1 where the bytes leave no doubt, or a person chose. */
  confidence: number;
  /** What else it could be, the likeliest first, each with the first words that it would make others. */
  alternatives: { encoding: string; sample: string }[];
  /** What was changed or lost, each a sentence. */
  warnings: string[];
}

export interface DecodeOptions {
  /** For the sentences only. */
  file: string;
  /** The encoding that a person chose; without it, the bytes tell. */
  wished?: string | undefined;
}

/** @throws AppError where a person's encoding shows that it is none: no text has zero characters. */
function refuseZero(text: string, encoding: string, file: string): void {
  const at = text.indexOf("\0");
  if (at >= 0)
    throw new AppError(
      "bad-file",
      `"${file}" is no ${encoding} text (a zero character at ${at}); choose another encoding, or save it as UTF-8.`,
    );
}

type Guess = Pick<DecodedText, "encoding" | "confidence" | "alternatives">;

/**
 * The text of a file in whatever encoding it has.
 * @throws AppError "bad-file" when it is no text or is damaged, "bad-input" for an encoding that is not known.
 */
export function decodeText(bytes: Uint8Array, { file, wished }: DecodeOptions): DecodedText {
  const guess = wished ? wishedEncoding(wished) : guessEncoding(bytes, file);
  const decoded = decodeAs(guess.encoding, bytes);
  refuseZero(decoded.text, guess.encoding, file);
  const { text, warnings } = withPlainLineEnds(decoded.text, file);
  const about = aboutEncoding(guess, decoded, file);
  return { ...guess, text, warnings: [...about, ...warnings] };
}

function wishedEncoding(wished: string): Guess {
  const encoding = encodingNamed(wished);
  if (encoding === null)
    throw new AppError("bad-input", `There is no encoding "${wished}"; choose one of the list.`);
  return { encoding, confidence: 1, alternatives: [] };
}

const sure = (encoding: string): Guess => ({ encoding, confidence: 1, alternatives: [] });

function guessEncoding(bytes: Uint8Array, file: string): Guess {
  const marked = encodingByMark(bytes);
  if (marked) return sure(checkWhole(marked, bytes, file));
  const wide = bytes.includes(0) ? encodingByZeros(bytes) : null;
  if (wide) return { ...sure(wide), confidence: 0.95 };
  const reason = whyNoText(bytes);
  if (reason) throw new AppError("bad-file", `"${file}" ${reason}.`);
  if (isUtf8(bytes)) return sure(isIso2022(bytes) ? "iso-2022-jp" : "utf-8");
  if (cesu8ToUtf8(bytes)) return sure("cesu-8");
  refuseDamagedUtf8(bytes, file);
  return guessLegacy(bytes, file);
}

/** @throws AppError when the bytes after a mark are not what it says. */
function checkWhole(encoding: string, bytes: Uint8Array, file: string): string {
  if (decodeAs(encoding, bytes).lost === 0) return encoding;
  if (encoding === "utf-8") refuseDamaged(bytes, file);
  throw new AppError(
    "bad-file",
    `"${file}" begins as ${encoding} text but is cut off or damaged; save it as UTF-8 and import it again.`,
  );
}

/** ISO-2022-JP is ASCII to the eye: its escapes choose what the bytes after them mean. */
function isIso2022(bytes: Uint8Array): boolean {
  if (!bytes.includes(27)) return false;
  const { text, lost } = decodeAs("iso-2022-jp", bytes);
  return lost === 0 && /[\u3040-\u30ff]/.test(text);
}

function refuseDamagedUtf8(bytes: Uint8Array, file: string): void {
  const { good, bad } = utf8Sequences(bytes);
  if (good > 0 && good >= bad) refuseDamaged(bytes, file);
}

function refuseDamaged(bytes: Uint8Array, file: string): never {
  const at = firstBadByte(bytes);
  const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
  throw new AppError(
    "bad-file",
    `"${file}" is damaged UTF-8 text (byte ${at}, line ${line}); save it anew, or choose its encoding and see what is lost.`,
  );
}

function guessLegacy(bytes: Uint8Array, file: string): Guess {
  const [best, ...others] = legacyCandidates(bytes);
  if (!best || best.sense < -1)
    throw new AppError(
      "bad-file",
      `"${file}" is in an encoding that could not be found out; choose it, or save the file as UTF-8.`,
    );
  const lead = best.sense - (others[0]?.sense ?? -1);
  return {
    encoding: best.encoding,
    confidence: Math.min(0.95, Math.max(0.1, best.sense * 0.6 + lead)),
    alternatives: others
      .slice(0, 6)
      .map(({ encoding, sample }) => ({ encoding, sample: firstDifference(sample, best.sample) })),
  };
}

/** The first words of a text that another encoding makes other words. */
function firstDifference(sample: string, other: string): string {
  let at = 0;
  while (at < sample.length && sample[at] === other[at]) at += 1;
  const start = Math.max(0, sample.lastIndexOf(" ", Math.max(0, at - 20)) + 1, at - 40);
  return sample
    .slice(start, at + 60)
    .replace(/\s+/g, " ")
    .trim();
}

function aboutEncoding({ encoding, confidence }: Guess, { text, lost }: Decoded, file: string) {
  const warnings: string[] = [];
  if (confidence < 1)
    warnings.push(
      `"${file}" does not say its encoding; it was read as ${encoding} (${Math.round(confidence * 100)} % sure).`,
    );
  if (encoding === "cesu-8")
    warnings.push(`"${file}" is CESU-8; its halved characters were put together.`);
  if (lost > 0)
    warnings.push(`"${file}" has ${lost} places that are not ${encoding}; each shows as "\uFFFD".`);
  const before = text.split("\uFFFD").length - 1;
  if (lost === 0 && before > 0)
    warnings.push(`"${file}" has ${before} characters that were lost before ("\uFFFD").`);
  return warnings;
}

const separators = /[\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** Every kind of line end as "\n", and what is said of it. */
function withPlainLineEnds(raw: string, file: string): { text: string; warnings: string[] } {
  const returns = raw.split("\r").length - 1;
  const text = normaliseNewlines(raw).text;
  const found = text.match(separators)?.length ?? 0;
  const controlCount = text.match(controls)?.length ?? 0;
  const warnings: string[] = [];
  if (returns > 0)
    warnings.push(`"${file}": ${returns} Windows or old Mac line ends became plain ones.`);
  if (found > 0)
    warnings.push(`"${file}": ${found} line separators (U+0085, U+2028, U+2029) became line ends.`);
  if (controlCount > 0)
    warnings.push(
      `"${file}" has ${controlCount} control characters, which some formats cannot hold.`,
    );
  return { text: text.replace(separators, "\n"), warnings };
}
