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
}

/** A gap wider than this, in type sizes, ends a line: a gutter or the next cell. */
const widestGap = 1.15;
/** A gap wider than this is a space that the file does not spell out. */
const spaceGap = 0.16;

interface Draft {
  runs: Run[];
  left: number;
  right: number;
  baseline: number;
  size: number;
  doubled: string;
}

/** Puts a sheet's runs together to lines; small raised or lowered runs stay within their line. */
export function linesOf(sheet: Sheet): Line[] {
  const { runs: _, ...place } = sheet;
  const drafts = joinLabels(joinDrafts(draftsOf(sheet.runs)));
  return drafts.map((draft) => finish(draft, place));
}

function draftsOf(runs: readonly Run[]): Draft[] {
  const drafts: Draft[] = [];
  for (const run of runs) {
    const last = drafts.at(-1);
    if (last && isDouble(last, run)) last.doubled += run.text;
    else if (last && continues(last, run)) add(last, run);
    else drafts.push(draftOf(run));
  }
  return drafts;
}

function draftOf(run: Run): Draft {
  const { left, right, baseline, size } = run;
  return { runs: [run], left, right, baseline, size, doubled: "" };
}

function add(draft: Draft, run: Run): void {
  draft.runs.push(run);
  draft.left = Math.min(draft.left, run.left);
  draft.right = Math.max(draft.right, run.right);
  if (lengthAt(draft.runs, run.size) > lengthAt(draft.runs, draft.size)) {
    draft.size = run.size;
    draft.baseline = run.baseline;
  }
}

const lengthAt = (runs: readonly Run[], size: number): number =>
  runs.reduce((sum, run) => sum + (Math.abs(run.size - size) < 0.1 ? run.text.length : 0), 0);

function isDouble(draft: Draft, run: Run): boolean {
  return draft.runs.some(
    (other) =>
      other.text === run.text &&
      Math.abs(other.left - run.left) < run.size * 0.15 &&
      Math.abs(other.baseline - run.baseline) < run.size * 0.15,
  );
}

function continues(draft: Draft, run: Run): boolean {
  const size = Math.max(draft.size, run.size);
  const gap = run.left - draft.right;
  return (
    isSameLine(draft, run) &&
    gap > -0.4 * size &&
    gap < (/^[,;.)|*∗†‡§¶]/.test(run.text) ? 2.5 : widestGap) * size
  );
}

/** On the same baseline, or raised or lowered and smaller. */
function isSameLine(a: Pick<Run, "baseline" | "size">, b: Pick<Run, "baseline" | "size">): boolean {
  const large = Math.max(a.size, b.size);
  const isSmall = Math.min(a.size, b.size) < large * 0.85;
  return Math.abs(a.baseline - b.baseline) < large * (isSmall ? 0.6 : 0.25);
}

/** Joins what the file draws out of order: a raised figure after its line, a word before its line. */
function joinDrafts(drafts: readonly Draft[]): Draft[] {
  const bands = new Map<number, Draft[]>();
  const joined: Draft[] = [];
  for (const draft of drafts.toSorted((a, b) => b.size - a.size)) {
    const near = nearIn(bands, draft.baseline);
    const double = near.find((other) => draft.runs.every((run) => isDouble(other, run)));
    const host = near.find((other) => isSameLine(other, draft) && isBeside(other, draft));
    if (double) double.doubled += draft.runs.map(({ text }) => text).join(" ");
    else if (host) for (const run of draft.runs) add(host, run);
    else {
      joined.push(draft);
      bandOf(bands, draft.baseline).push(draft);
    }
  }
  return joined;
}

/** Height in points of the bands that lines are looked up by: pages may have thousands. */
const bandHeight = 20;

function bandOf(bands: Map<number, Draft[]>, baseline: number): Draft[] {
  const key = Math.floor(baseline / bandHeight);
  const band = bands.get(key) ?? [];
  bands.set(key, band);
  return band;
}

const nearIn = (bands: Map<number, Draft[]>, baseline: number): Draft[] =>
  [-bandHeight, 0, bandHeight].flatMap((off) => bandOf(bands, baseline + off));

function isBeside(host: Draft, draft: Draft): boolean {
  const reach = host.size * 0.6;
  if (draft.left > host.right + reach || draft.right < host.left - reach) return false;
  const slack = host.size * 0.3;
  return !host.runs.some((run) => run.left < draft.right - slack && draft.left < run.right - slack);
}

/** A number or bullet before a hanging paragraph, however far, belongs to its first line. */
function joinLabels(drafts: readonly Draft[]): Draft[] {
  const labels = drafts.filter(isLabel);
  const hosts = drafts.filter((draft) => !labels.includes(draft));
  const alone = labels.filter((label) => {
    const host = hosts
      .filter((one) => isSameLine(one, label) && one.left >= label.right - 1)
      .sort((a, b) => a.left - b.left)[0];
    if (!host || host.left - label.right > 3 * host.size) return true;
    for (const run of label.runs) add(host, run);
    return false;
  });
  return [...hosts, ...alone];
}

function isLabel({ runs }: Draft): boolean {
  const text = runs.map((run) => run.text).join("");
  return /^(?:\[\d{1,3}\]|\(?\d{1,3}[.)]|\(?[a-z]\)|[\p{Cc}\p{Co}•\uf0b7\uf0a7●▪■►▶‣◦▸➢✓☐])$/u.test(
    text,
  );
}

function finish(draft: Draft, sheet: Line["sheet"]): Line {
  const { left, right, baseline, size, doubled } = draft;
  const runs = inWritingOrder(draft.runs);
  const letters = runs.filter(({ text }) => /\p{L}/u.test(text));
  return {
    sheet,
    text: textOf(runs),
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
    boldHead: boldHeadOf(runs),
    spaced: null,
    doubled,
  };
}

/** From left to right, or from right to left where most letters are of such a script. */
function inWritingOrder(runs: readonly Run[]): Run[] {
  const text = runs.map((run) => run.text).join("");
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const leftward = text.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.length ?? 0;
  if (leftward * 2 > letters) return runs.toSorted((a, b) => b.right - a.right);
  return runs.toSorted((a, b) => a.left - b.left);
}

function textOf(runs: readonly Run[]): string {
  let text = "";
  for (const [at, run] of runs.entries()) {
    const before = runs[at - 1];
    const gap = before ? Math.max(run.left - before.right, before.left - run.right) : 0;
    const isSpelled = run.spaced && gap > -run.size * 0.1;
    if (before && (gap > run.size * spaceGap || isSpelled)) text += " ";
    text += run.text;
  }
  return text.replace(/\s+/g, " ");
}

function boldHeadOf(runs: readonly Run[]): number {
  const end = runs.findIndex(({ face }) => !face.bold);
  return textOf(end === -1 ? runs : runs.slice(0, end)).length;
}

function commonFace(runs: readonly Run[]): Face {
  const lengths = new Map<Face, number>();
  for (const { face, text } of runs) lengths.set(face, (lengths.get(face) ?? 0) + text.length);
  const [most] = [...lengths].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? { name: "", bold: false, italic: false };
}
