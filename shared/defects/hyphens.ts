import type { Defect } from "./defect.ts";
import type { Dictionary } from "./dictionary.ts";
import type { PastedText } from "./pasted-text.ts";

/** A hyphen or dash at a line's end, or before a space that a line's end became. */
const breaks = /[-\u2010\u00ad\u2013](?:[ \t\u00a0]*\n[ \t\u00a0]*| )/g;

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
  const found = breaksIn(text);
  const habit = habitOf(found, dictionary);
  return found.flatMap((one) => {
    const joined = one.dash === "\u2013" ? joinRange(one) : joinWord(one, dictionary, habit);
    return joined ?? [];
  });
}

function breaksIn(text: string): Break[] {
  return Array.from(text.matchAll(breaks)).flatMap(({ 0: found, index }) => {
    const end = index + found.length;
    const before = text.slice(Math.max(0, index - 60), index);
    const left = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.exec(before)?.[0];
    const right = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/u.exec(text.slice(end, end + 60))?.[0];
    if (!left || !right) return [];
    return [
      { at: index, end, dash: found.charAt(0), isLineEnd: found.includes("\n"), left, right },
    ];
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
function joinWord(found: Break, dictionary: Dictionary, habit: Habit): Defect | null {
  const { at, end, left, right, isLineEnd } = found;
  if (suspended.has(right) || isNumber(left, right, isLineEnd)) return null;
  if (!isLineEnd && isInitial(left) && isInitial(right)) return null;
  const { solid, hyphenated } = evidence(found, dictionary);
  if (!isLineEnd && solid + hyphenated === 0) return null;
  if (/^\p{Lu}/u.test(right) && !keepsCapital(left, hyphenated)) return null;
  const isOpen = solid === hyphenated || (solid > 0 && habit === "ends at hyphens");
  const keeps = isOpen ? keepsHyphen(found, dictionary, habit) : hyphenated > solid;
  const word = keeps ? `${left}-${right}` : left + right;
  return {
    kind: "hyphen",
    start: keeps ? at + 1 : at,
    end,
    replacement: "",
    because: `"${word}" was broken at a line's end.`,
    certainty: isOpen && !isName(left) ? "likely" : "sure",
  };
}

/** How often the text writes the word elsewhere, in one and with its hyphen. */
function evidence({ left, right }: Break, dictionary: Dictionary) {
  const isCompound = left.includes("-") || right.includes("-");
  const solid = isCompound ? 0 : dictionary.count(left + right);
  const hyphenated = dictionary.countHyphenated(`${left}-${right}`) + yearOld(left, right);
  return { solid, hyphenated };
}

/** Whether a text's lines break words at all, or only end at hyphens that words have anyway. */
type Habit = "breaks words" | "ends at hyphens" | null;

function habitOf(found: readonly Break[], dictionary: Dictionary): Habit {
  const counts = found.filter(({ isLineEnd }) => isLineEnd).map((one) => evidence(one, dictionary));
  const broken = counts.filter(({ solid, hyphenated }) => solid > hyphenated).length;
  const kept = counts.filter(({ solid, hyphenated }) => hyphenated > solid).length;
  if (broken * 10 > kept) return "breaks words";
  return kept > 3 ? "ends at hyphens" : null;
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

/** "Machiels J- P": publishers write a forename's initials so. */
const isInitial = (half: string) => /^\p{Lu}$/u.test(half);

const yearOld = (left: string, right: string): number =>
  Number(/^(?:[\p{L}\d]+-)?(?:year|month|week|day)s?$/u.test(left) && /^olds?\b/.test(right));

const keepsCapital = (left: string, two: number) => two > 0 || (isName(left) && left.length <= 5);

/** Where the text has the word in neither form, its habit and the halves tell. */
function keepsHyphen({ left, right, dash }: Break, dictionary: Dictionary, habit: Habit): boolean {
  const [first = ""] = right.split("-");
  if (dash === "\u00ad") return false;
  if (habit === "ends at hyphens" || left.includes("-") || first !== right) return true;
  if (isName(left) || /^[\d\p{Lu}]/u.test(right)) return true;
  if (prefixes.has(left.toLowerCase()) || endings.has(first.toLowerCase())) return true;
  // Each is counted here once already.
  return [left, right].every((half) => half.length > 2 && dictionary.count(half) > 1);
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
