import type { TextRange } from "../../../shared/model/annotation.ts";

/** A stretch of the words around a difference, as one version sees it. */
export interface ContextPart extends TextRange {
  words: string;
  /** The version has these words, or all or some of the versions have them. */
  has: "own" | "own, others not" | "others" | "nobody";
}

/** In characters, what is shown on each side of what differs. */
const around = 48;
/** Of longer stretches only the ends are shown: of what somebody has, and of what nobody has. */
const longest = { said: 240, between: 72 };

/** The words that every version of a difference is shown in: all of them, and some on each side. */
export function windowOf(text: string, versions: readonly (readonly TextRange[])[]): TextRange {
  const all = versions.flat();
  const start = Math.min(...all.map((range) => range.start));
  const end = Math.max(...all.map((range) => range.end));
  return { start: wordStart(text, start - around), end: wordEnd(text, end + around) };
}

/** The window's words for one version, cut wherever a version begins or ends, so that the same words stand in the same place. */
export function contextParts(
  text: string,
  window: TextRange,
  own: readonly TextRange[],
  versions: readonly (readonly TextRange[])[],
): ContextPart[] {
  const edges = versions.flat().flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([window.start, ...edges, window.end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? start;
    const has = whoHas(start, own, versions);
    const most = has === "nobody" ? longest.between : longest.said;
    return { start, end, has, words: shortened(text.slice(start, end), most) };
  });
}

function whoHas(
  at: number,
  own: readonly TextRange[],
  versions: readonly (readonly TextRange[])[],
): ContextPart["has"] {
  const has = (ranges: readonly TextRange[]) =>
    ranges.some(({ start, end }) => start <= at && at < end);
  if (has(own)) return versions.every(has) ? "own" : "own, others not";
  return versions.some(has) ? "others" : "nobody";
}

function shortened(said: string, most: number): string {
  const words = said.replace(/\s+/g, " ");
  if (words.length <= most) return words;
  const half = most / 2;
  return `${words.slice(0, half)} … ${words.slice(-half)}`;
}

function wordStart(text: string, wanted: number): number {
  if (wanted <= 0) return 0;
  const space = text.slice(wanted, wanted + around).search(/\s\S/);
  return space < 0 ? wanted : wanted + space + 1;
}

function wordEnd(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const before = text.slice(wanted - around, wanted).search(/\s\S*$/);
  return before < 0 ? wanted : wanted - around + before;
}
