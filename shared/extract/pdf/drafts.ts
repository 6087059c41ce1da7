import type { Run } from "./runs.ts";

/** A gap wider than this, in type sizes, ends a line: a gutter or the next cell. */
const widestGap = 1.15;
/** Runs that make one line, as far as they are found. */
export interface Draft {
  runs: Run[];
  left: number;
  right: number;
  baseline: number;
  size: number;
  doubled: string;
}

/** Puts runs together that stand on one line of one column; small raised or lowered runs stay within it. */
export function draftsOf(runs: readonly Run[]): Draft[] {
  return joinLabels(joinDrafts(consecutive(runs)));
}

function consecutive(runs: readonly Run[]): Draft[] {
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
