import type { Finding, ListedMarker } from "../../../../shared/link/marker-list/finding.ts";
import { readMarkerList } from "../../../../shared/link/marker-list.ts";
import type { Sentence } from "./sentences.ts";

/** One marker in the notation of sentences.ts. */
export function written(text: string, { range, says }: ListedMarker): string {
  return [text.slice(range.start, range.end).replace(/\s+/g, " "), sign(says), ...rest(says)].join(
    " ",
  );
}

const signs = { positive: "+", negative: "-", equivocal: "=" } as const;
const sign = ({ result }: Finding) => (result === undefined ? "?" : signs[result]);

// What a table says of a percentage below which all is negative is no figure of this marker's.
function rest({ result, extent, intensity, percent, clone }: Finding): string[] {
  const shown = result === "negative" ? undefined : percent;
  return [extent, intensity, shown === undefined ? "" : `${shown}%`, clone ? `clone:${clone}` : ""]
    .filter((part) => part !== undefined && part !== "")
    .map(String);
}

export interface Score {
  expected: number;
  found: number;
  /** Found at the very letters that are expected. */
  names: number;
  /** Of these, with the result that is expected. */
  results: number;
  /** Of these, with everything else as well. */
  whole: number;
  /** What was read otherwise, to be looked at. */
  misses: string[];
}

/** Compares what is read of sentences with what a careful reader would enter. */
export function scoreOf(sentences: readonly Sentence[]): Score {
  const score: Score = { expected: 0, found: 0, names: 0, results: 0, whole: 0, misses: [] };
  for (const [text, expected] of sentences) {
    const wanted = expected.split(" | ").filter(Boolean).map(inOrder);
    const read = readMarkerList(text, { start: 0, end: text.length }).map((marker) =>
      inOrder(written(text, marker)),
    );
    add(score, wanted, read);
    if (wanted.join(" | ") !== read.join(" | "))
      score.misses.push(`${text}\n  wanted ${wanted.join(" | ")}\n  read   ${read.join(" | ")}`);
  }
  return score;
}

/** What is said besides the result, in one order. */
function inOrder(line: string): string {
  const { name, result, others } = parts(line);
  return [name, result, ...others.split(" ").filter(Boolean).sort()].join(" ");
}

function parts(line: string) {
  const found = /^(.*?) ([-+=?])(?: (.*))?$/.exec(line);
  return { name: found?.[1] ?? line, result: found?.[2] ?? "?", others: found?.[3] ?? "" };
}

function add(score: Score, wanted: readonly string[], read: readonly string[]): void {
  const left = wanted.map(parts);
  score.expected += wanted.length;
  score.found += read.length;
  for (const { name, result, others } of read.map(parts)) {
    const at = left.findIndex((other) => other.name === name);
    const [match] = at < 0 ? [] : left.splice(at, 1);
    if (!match) continue;
    score.names += 1;
    if (match.result !== result) continue;
    score.results += 1;
    if (match.others === others) score.whole += 1;
  }
}

const share = (part: number, all: number) => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;

/** The score in one line: how many of what was found is right, and of what is there was found. */
export function lineOf(name: string, { expected, found, names, results, whole }: Score): string {
  const of = (right: number) =>
    `precision ${share(right, found)}, recall ${share(right, expected)}`;
  return `${name}: ${expected} markers; names ${of(names)}; with result ${of(results)}; with all fields ${of(whole)}`;
}
