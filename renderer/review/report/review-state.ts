import type { ReviewedReport } from "../../../shared/contract/review.ts";
import type { Id, Layer } from "../../../shared/model/annotation.ts";
import type { Change, ReviewChange } from "../../../shared/model/change.ts";
import type { Choice, Decision, Standing } from "../../../shared/review/decision.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import {
  countStandings,
  isAgreed,
  type Standings,
  standingsOf,
} from "../../../shared/review/standing.ts";
import { isToDecide } from "../difference-words.ts";

/** Which of a report's differences are listed. */
export const listed = ["open", "all", "agreed"] as const;
export type Listed = (typeof listed)[number];

/** A report under review as the screen shows it. */
export interface ReviewState {
  reviewed: ReviewedReport;
  standings: Standings;
  /** The key of the difference that is looked at; null for none. */
  current: string | null;
  listed: Listed;
  /** What was decided last, so that others like it can be decided alike. */
  last: LastDecided | null;
}

export interface LastDecided {
  key: string;
  choice: Choice;
  reason: string;
  note: string;
}

export interface ReviewRow {
  id: string;
  difference: Difference;
  standing: Standing;
}

const undecided: Standing = { state: "open", decision: null };

export const standingOf = ({ standings }: ReviewState, key: string): Standing =>
  standings.of.get(key) ?? undecided;

const standingsIn = ({ comparison, decisions }: ReviewedReport) =>
  standingsOf(comparison, decisions);

/** Opens at a difference, or at the first that is open. */
export function openedReview(
  reviewed: ReviewedReport,
  at: string | null,
  shown: Listed = "open",
): ReviewState {
  const state: ReviewState = {
    reviewed,
    standings: standingsIn(reviewed),
    current: null,
    listed: shown,
    last: null,
  };
  return goTo(state, at) ?? { ...state, current: nextOpen(state, null) };
}

/** Goes to a difference, in a list that has it; null where there is none of that key. */
export function goTo(state: ReviewState, key: string | null): ReviewState | null {
  const difference = differenceOf(state, key);
  if (!difference) return null;
  const isListed = isIn(state, difference);
  const fitting: Listed = isAgreed(difference) ? "agreed" : "all";
  return { ...state, current: difference.key, listed: isListed ? state.listed : fitting };
}

export function differenceOf({ reviewed }: ReviewState, key: string | null): Difference | null {
  return reviewed.comparison.differences.find((one) => one.key === key) ?? null;
}

function isIn(state: ReviewState, difference: Difference): boolean {
  if (state.listed === "agreed") return isAgreed(difference);
  if (isAgreed(difference)) return false;
  // The one that is looked at stays, whatever was just decided of it.
  if (state.listed === "all" || difference.key === state.current) return true;
  const { state: stands } = standingOf(state, difference.key);
  return isToDecide(stands) || stands === "later";
}

export function rowsOf(state: ReviewState): ReviewRow[] {
  return state.reviewed.comparison.differences
    .filter((difference) => isIn(state, difference))
    .map((difference) => ({
      id: difference.key,
      difference,
      standing: standingOf(state, difference.key),
    }));
}

/** The difference before or behind the current one in the list; the same at its end. */
export function stepped(state: ReviewState, by: 1 | -1): string | null {
  const rows = rowsOf(state);
  const at = rows.findIndex(({ id }) => id === state.current);
  return rows[Math.max(0, at + by)]?.id ?? state.current;
}

/** The next difference that somebody has to decide, from the first again behind the last; null for none. */
export function nextOpen(state: ReviewState, behind: string | null): string | null {
  const { differences } = state.reviewed.comparison;
  const at = differences.findIndex(({ key }) => key === behind);
  const around = [...differences.slice(at + 1), ...differences.slice(0, at + 1)];
  const stands = (key: string) => standingOf(state, key).state;
  const waits = around.filter((one) => !isAgreed(one) && one.key !== behind);
  const open = waits.find(({ key }) => isToDecide(stands(key)));
  return (open ?? waits.find(({ key }) => stands(key) === "later"))?.key ?? null;
}

export interface Counts {
  open: number;
  later: number;
  decided: number;
  /** Agreed and not in the gold layer yet. */
  agreed: number;
  accepted: number;
  all: number;
}

export function countsOf({ reviewed, standings }: ReviewState): Counts {
  const { open, stale, later, decided, agreed, accepted } = countStandings(
    reviewed.comparison,
    standings,
  );
  const waiting = open + stale;
  return { open: waiting, later, decided, agreed, accepted, all: waiting + later + decided };
}

/** How many differences are not decided yet, those put off among them. */
export function leftIn(state: ReviewState): number {
  const { open, later } = countsOf(state);
  return open + later;
}

/**
 * What a write did to this report. What was decided goes on to the next that is open; what was undone
 * comes into view again. Null where the report has to be read again.
 */
export function withChange(state: ReviewState, change: Change): ReviewState | null {
  if (!isOnlyReview(change)) return null;
  const { review } = change;
  if (!review) return state;
  const before = new Map(state.reviewed.decisions.map((one) => [one.id, one]));
  const reviewed = withReview(state.reviewed, review);
  const next: ReviewState = { ...state, reviewed, standings: standingsIn(reviewed) };
  return { ...next, current: currentAfter(state, next, review, before) };
}

function isOnlyReview({ put, removed, layer, stale }: Change): boolean {
  const isPut = Object.values(put).some((annotations) => annotations.length > 0);
  const hasOther = stale.some((what) => what !== "review" && what !== "reports");
  return !isPut && removed.length === 0 && layer === null && !hasOther;
}

function currentAfter(
  before: ReviewState,
  now: ReviewState,
  { decisions, removed }: ReviewChange,
  decisionsBefore: ReadonlyMap<Id, Decision>,
): string | null {
  const put = new Set(decisions.map(({ key }) => key));
  const undone = removed.flatMap((id) => decisionsBefore.get(id) ?? []);
  const back = undone.find(({ key }) => !put.has(key) && differenceOf(now, key));
  if (back) return put.size === 0 || back.key !== before.current ? back.key : before.current;
  if (before.current === null || !put.has(before.current)) return before.current;
  const { state: stands } = standingOf(now, before.current);
  if (isToDecide(stands)) return before.current;
  return nextOpen(now, before.current);
}

function withReview(reviewed: ReviewedReport, review: ReviewChange): ReviewedReport {
  const gone = new Set(review.removed);
  const put = new Set(review.decisions.map(({ id }) => id));
  const kept = reviewed.decisions.filter(({ id }) => !gone.has(id) && !put.has(id));
  return {
    ...reviewed,
    decisions: [...kept, ...review.decisions],
    gold: withPut(reviewed.gold, review, gone),
  };
}

function withPut(layer: Layer, { put, layer: facts }: ReviewChange, gone: ReadonlySet<Id>): Layer {
  return {
    ...layer,
    ...facts,
    spans: merged(layer.spans, put.spans, gone),
    entities: merged(layer.entities, put.entities, gone),
    relations: merged(layer.relations, put.relations, gone),
    events: merged(layer.events, put.events, gone),
    groups: merged(layer.groups, put.groups, gone),
  };
}

function merged<One extends { id: Id }>(
  old: readonly One[],
  put: readonly One[],
  gone: ReadonlySet<Id>,
): One[] {
  if (put.length === 0 && gone.size === 0) return [...old];
  const isPut = new Set(put.map(({ id }) => id));
  return [...old.filter(({ id }) => !gone.has(id) && !isPut.has(id)), ...put];
}
