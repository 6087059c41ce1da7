import type { Defect } from "./defect.ts";
import type { Dictionary } from "./dictionary.ts";
import type { PastedText } from "./pasted-text.ts";

/** A hyphen or dash at a line's end, or before a space that a line's end became. */
const breaks =
  /(?<=[\p{L}\p{N})])([-\u2010\u00ad\u2013])(?:[ \t\u00a0]*\n[ \t\u00a0]*| )(?=[\p{L}\p{N}])/gu;

interface Break {
  /** Of the hyphen. */
  at: number;
  /** Where the word goes on. */
  end: number;
  dash: string;
  isLineEnd: boolean;
  left: string;
  right: string;
}

/** Words that were broken at line ends; whether their hyphen stays, the text's own words tell first. */
export function findBrokenWords({ text, dictionary }: PastedText): Defect[] {
  return Array.from(text.matchAll(breaks)).flatMap(({ 0: found, 1: dash = "", index }) => {
    const end = index + found.length;
    const left = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.exec(
      text.slice(Math.max(0, index - 60), index),
    );
    const right = /^[\p{L}\p{N}]+/u.exec(text.slice(end, end + 60));
    if (!left || !right) return [];
    const isLineEnd = found.includes("\n");
    const whole = { at: index, end, dash, isLineEnd, left: left[0], right: right[0] };
    const joined = dash === "\u2013" ? joinRange(whole) : joinWord(whole, dictionary);
    return joined ?? [];
  });
}

/** "C5–" and "C6" */
function joinRange({ at, end, left, right, isLineEnd }: Break): Defect | null {
  const isRange = /^\p{Lu}{0,3}\d+$/u.test(left) && /^\p{Lu}{0,3}\d+$/u.test(right);
  if (!isRange && !isLineEnd) return null;
  const because = `"${left}\u2013${right}" is one expression.`;
  return { kind: "hyphen", start: at + 1, end, replacement: "", because, certainty: "sure" };
}

/** What the word is when its halves are put together; null where they are two words after all. */
function joinWord(found: Break, dictionary: Dictionary): Defect | null {
  const { at, end, dash, left, right, isLineEnd } = found;
  if (suspended.has(right) || isNumber(left, right, isLineEnd)) return null;
  const one = dictionary.count(left.split("-").at(-1) + right) * (left.includes("-") ? 0 : 1);
  const two = dictionary.countHyphenated(`${left}-${right}`) + yearOld(left, right);
  if (!isLineEnd && one + two === 0) return null;
  if (/^\p{Lu}/u.test(right) && !keepsCapital(left, two)) return null;
  const hasHyphen = one === two ? keepsHyphen(left, right) && dash !== "\u00ad" : two > one;
  const word = hasHyphen ? `${left}-${right}` : left + right;
  const because = `"${word}" was broken at a line's end.`;
  const certainty = one === two && !isName(left) ? "likely" : "sure";
  if (!hasHyphen) return { kind: "hyphen", start: at, end, replacement: "", because, certainty };
  return { kind: "hyphen", start: at + 1, end, replacement: "", because, certainty };
}

/** "pre- and postoperative", "1- to 2-year": the hyphen stands for what follows later. */
const suspended = new Set(
  "and or to und oder bzw bis y o e et ou vs versus but nor as with than".split(" "),
);

/** "T-cell", "CD34-positive", "PD-L1" */
const isName = (left: string) => /\d|^\p{L}$|\p{Lu}\p{Lu}$/u.test(left.split("-").at(-1) ?? "");

/** Two numbers with a space between may be two numbers. */
const isNumber = (left: string, right: string, isLineEnd: boolean) =>
  !isLineEnd && /^\d+$/.test(right) && /^\d+$/.test(left);

const yearOld = (left: string, right: string): number =>
  Number(/^(?:[\p{L}\d]+-)?(?:year|month|week|day)s?$/u.test(left) && /^olds?$/.test(right));

const keepsCapital = (left: string, two: number) => two > 0 || (isName(left) && left.length <= 5);

/** Where the text has the word in neither form, its halves tell. */
function keepsHyphen(left: string, right: string): boolean {
  const part = left.split("-").at(-1) ?? "";
  return (
    left.includes("-") ||
    isName(left) ||
    /^[\d\p{Lu}]/u.test(right) ||
    prefixes.has(part.toLowerCase()) ||
    endings.has(right.toLowerCase())
  );
}

/** What mostly keeps its hyphen before another word. */
const prefixes = new Set(
  "self well high low half ex all cross quasi long short full part single double two three four five six seven eight nine ten one first second third large small follow right left mid late early".split(
    " ",
  ),
);

/** What mostly keeps its hyphen after another word. */
const endings = new Set(
  "up old year month week day type like free based related specific positive negative dependent associated induced mediated derived term grade stage dose line power field sided weighted level guided shaped defined known out off in treated resistant sensitive enhanced".split(
    " ",
  ),
);
