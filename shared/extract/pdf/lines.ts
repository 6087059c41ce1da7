import { raisedNumber } from "../blocks/raised.ts";
import { type Draft, draftsOf } from "./drafts.ts";
import type { Face, Run, Sheet } from "./runs.ts";

/** A line of text within one column, or one cell of a table's row. */
export interface Line {
  sheet: Pick<Sheet, "page" | "turn" | "width" | "height">;
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  baseline: number;
  /** Size and face of most of its letters. */
  size: number;
  face: string;
  /** Whether all its letters are of that face, bold, italic. */
  pure: boolean;
  bold: boolean;
  italic: boolean;
  /** How many characters at its start are bold. */
  boldHead: number;
  /** What the file has where letterspaced words were closed up; else null. */
  spaced: string | null;
  /** Text that the file draws twice to look bold, removed here. */
  doubled: string;
  /** How sure the recognition of a picture is; absent where the file has the text. */
  recognition?: Recognition;
}

/** All in percent. */
export interface Recognition {
  /** Over the line's letters. */
  mean: number;
  /** The words that it is not sure of, in their order. */
  doubts: { word: string; confidence: number }[];
}

/** A word that recognition is less sure of has to be looked at. */
const sureEnough = 75;

/** A gap wider than this is a space that the file does not spell out. */
const spaceGap = 0.16;

/** Puts a sheet's runs together to lines; small raised or lowered runs stay within their line. */
export function linesOf(sheet: Sheet): Line[] {
  const { runs: _, ...place } = sheet;
  return draftsOf(sheet.runs).map((draft) => finish(draft, place));
}

function finish(draft: Draft, sheet: Line["sheet"]): Line {
  const { left, right, baseline, size, doubled } = draft;
  const runs = inWritingOrder(draft.runs);
  const letters = runs.filter(({ text }) => /\p{L}/u.test(text));
  return {
    sheet,
    text: textOf(runs, draft),
    left,
    right,
    top: baseline - size * 0.8,
    bottom: baseline + size * 0.22,
    baseline,
    size,
    face: commonFace(runs).name,
    pure: new Set(letters.map(({ face }) => face.name)).size === 1,
    bold: letters.length > 0 && letters.every(({ face }) => face.bold),
    italic: letters.length > 0 && letters.every(({ face }) => face.italic),
    boldHead: boldHeadOf(runs, draft),
    spaced: null,
    doubled,
    ...(runs.some((run) => run.confidence !== undefined) && { recognition: recognitionOf(runs) }),
  };
}

function recognitionOf(runs: readonly Run[]): Recognition {
  const words = runs.map(({ text, confidence = 100 }) => ({ word: text, confidence }));
  const letters = words.reduce((sum, { word }) => sum + word.length, 0);
  const sum = words.reduce((total, { word, confidence }) => total + word.length * confidence, 0);
  return { mean: sum / letters, doubts: words.filter((one) => one.confidence < sureEnough) };
}

/** From left to right, or from right to left where most letters are of such a script. */
function inWritingOrder(runs: readonly Run[]): Run[] {
  const text = runs.map((run) => run.text).join("");
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const leftward = text.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.length ?? 0;
  if (leftward * 2 > letters) return runs.toSorted((a, b) => b.right - a.right);
  return runs.toSorted((a, b) => a.left - b.left);
}

function textOf(runs: readonly Run[], line: Pick<Draft, "baseline" | "size">): string {
  let text = "";
  for (const [at, run] of runs.entries()) {
    const before = runs[at - 1];
    const gap = before ? Math.max(run.left - before.right, before.left - run.right) : 0;
    const isSpelled = run.spaced && gap > -run.size * 0.1;
    const isApart = before && (gap > run.size * spaceGap || isSpelled);
    if (isApart) text += " ";
    text += (!isApart && isRaised(run, line) && raisedNumber(text, run.text)) || run.text;
  }
  return text.replace(/\s+/g, " ");
}

/** Smaller than the line's letters and above where they stand, as exponents are. */
function isRaised(run: Run, { baseline, size }: Pick<Draft, "baseline" | "size">): boolean {
  return run.size < size * 0.9 && baseline - run.baseline > size * 0.15;
}

function boldHeadOf(runs: readonly Run[], line: Draft): number {
  const end = runs.findIndex(({ face }) => !face.bold);
  return textOf(end === -1 ? runs : runs.slice(0, end), line).length;
}

function commonFace(runs: readonly Run[]): Face {
  const lengths = new Map<Face, number>();
  for (const { face, text } of runs) lengths.set(face, (lengths.get(face) ?? 0) + text.length);
  const [most] = [...lengths].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? { name: "", bold: false, italic: false };
}
