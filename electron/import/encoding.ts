import { AppError } from "../../shared/errors.ts";
import type { EncodingGuess } from "../../shared/text/encodings.ts";
import { normaliseNewlines } from "../../shared/text/newlines.ts";
import { whyNoText } from "./encoding/binary.ts";
import { type Decoded, decodeAs, encodingNamed } from "./encoding/decoders.ts";
import { legacyCandidates } from "./encoding/legacy.ts";
import { encodingByMark, encodingByZeros } from "./encoding/unicode-marks.ts";
import { cesu8ToUtf8, firstBadByte, isUtf8, utf8Sequences } from "./encoding/utf8.ts";

export interface DecodedText {
  /** Without a byte order mark; "\n" ends its lines. */
  text: string;
  encoding: EncodingGuess;
  /** What was lost or is in doubt, each a sentence. */
  warnings: string[];
  /** What was changed as it should be, each a sentence. */
  notes: string[];
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
      "bad-encoding",
      `"${file}" is no ${encoding} text (a zero character at ${at}); choose another encoding, or save it as UTF-8.`,
    );
}

/**
 * The text of a file in whatever encoding it has.
 * @throws AppError "bad-file" when it is no text, "bad-encoding" when another encoding may make it one,
 * "bad-input" for an encoding that is not known.
 */
export function decodeText(bytes: Uint8Array, { file, wished }: DecodeOptions): DecodedText {
  const encoding = wished ? wishedEncoding(wished) : guessEncoding(bytes, file);
  const decoded = decodeAs(encoding.name, bytes);
  refuseZero(decoded.text, encoding.name, file);
  const { text, notes } = withPlainLineEnds(decoded.text, file);
  const about = aboutEncoding(encoding, file);
  return {
    encoding,
    text,
    warnings: [...about.warnings, ...lossesOf(decoded, encoding.name, file)],
    notes: [...about.notes, ...notes],
  };
}

/** @throws AppError "bad-input" for an encoding that is not known. */
export function wishedEncoding(wished: string): EncodingGuess {
  const name = encodingNamed(wished);
  if (name === null)
    throw new AppError("bad-input", `There is no encoding "${wished}"; choose one of the list.`);
  return { ...sure(name), isChosen: true };
}

const sure = (name: string): EncodingGuess => ({
  name,
  confidence: 1,
  isChosen: false,
  alternatives: [],
});

function guessEncoding(bytes: Uint8Array, file: string): EncodingGuess {
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
    "bad-encoding",
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
    "bad-encoding",
    `"${file}" is damaged UTF-8 text (byte ${at}, line ${line}); save it anew, or choose its encoding and see what is lost.`,
  );
}

function guessLegacy(bytes: Uint8Array, file: string): EncodingGuess {
  const [best, ...others] = legacyCandidates(bytes);
  if (!best || best.sense < -1)
    throw new AppError(
      "bad-encoding",
      `"${file}" is in an encoding that could not be found out; choose it, or save the file as UTF-8.`,
    );
  const lead = best.sense - (others[0]?.sense ?? -1);
  return {
    name: best.encoding,
    isChosen: false,
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

/** A guess that is less sure than this has to be looked at. */
const sureEnough = 0.75;

function aboutEncoding({ name, confidence }: EncodingGuess, file: string) {
  if (name === "cesu-8")
    return about([], `"${file}" is CESU-8; its halved characters were put together.`);
  if (confidence === 1) return about([]);
  const told = `"${file}" does not say its encoding; it was read as ${name} (${Math.round(confidence * 100)} % sure).`;
  return confidence < sureEnough ? about([told]) : about([], told);
}

const about = (warnings: string[], ...notes: string[]) => ({ warnings, notes });

function lossesOf({ text, lost }: Decoded, encoding: string, file: string): string[] {
  const warnings: string[] = [];
  if (lost > 0)
    warnings.push(`"${file}" has ${lost} places that are not ${encoding}; each shows as "\uFFFD".`);
  const before = text.split("\uFFFD").length - 1;
  if (lost === 0 && before > 0)
    warnings.push(`"${file}" has ${before} characters that were lost before ("\uFFFD").`);
  const controlCount = text.match(controls)?.length ?? 0;
  if (controlCount > 0)
    warnings.push(
      `"${file}" has ${controlCount} control characters, which some formats cannot hold.`,
    );
  return warnings;
}

const separators = /[\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** Every kind of line end as "\n", and what is said of it. */
function withPlainLineEnds(raw: string, file: string): { text: string; notes: string[] } {
  const returns = raw.split("\r").length - 1;
  const text = normaliseNewlines(raw).text;
  const found = text.match(separators)?.length ?? 0;
  const notes: string[] = [];
  if (returns > 0)
    notes.push(`"${file}": ${returns} Windows or old Mac line ends became plain ones.`);
  if (found > 0)
    notes.push(`"${file}": ${found} line separators (U+0085, U+2028, U+2029) became line ends.`);
  return { text: text.replace(separators, "\n"), notes };
}
