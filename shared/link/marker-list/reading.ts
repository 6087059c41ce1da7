import type { TextRange } from "../../model/annotation.ts";
import type { Clause } from "./clauses.ts";
import type { Finding, ListedMarker, Result } from "./finding.ts";
import type { Token } from "./tokens.ts";

/** What was read of a clause so far. */
export interface Reading {
  text: string;
  tokens: readonly Token[];
  isTable: boolean;
  all: ListedMarker[];
  /** Named, and nothing said of them yet. */
  waiting: ListedMarker[];
  /** What the last words spoke of. */
  group: ListedMarker[];
  /** What is said of every name that follows. */
  ahead: Finding | null;
  /** Said only by the way ("expression of …"): what comes later counts more. */
  isAheadWeak: boolean;
  degree: Finding;
  isNegated: boolean;
  hasShown: boolean;
  isBeing: boolean;
  percents: number[];
}

/** A name takes what is said ahead of it, or waits for what is said behind it. */
export function addName(reading: Reading, { start, end }: TextRange): void {
  const marker: ListedMarker = { range: { start, end }, says: {} };
  reading.all.push(marker);
  if (reading.isNegated && !reading.ahead && isRightBehindNot(reading, start))
    setAhead(reading, "negative");
  if (reading.ahead) {
    marker.says = { ...reading.ahead };
    reading.group.push(marker);
  } else reading.waiting.push(marker);
  reading.isBeing = false;
  reading.hasShown = false;
}

/** "no BRAF mutation", "without nuclear catenin", not "not a lymphoma with MYC". */
function isRightBehindNot({ tokens }: Reading, start: number): boolean {
  const at = tokens.findIndex((token) => token.start === start);
  return tokens.slice(Math.max(0, at - 2), at).some(({ kind }) => kind === "not");
}

/** From here on every name has this result. */
export function setAhead(reading: Reading, result: Result, isWeak = false): void {
  reading.ahead = { result, ...reading.degree };
  reading.isAheadWeak = isWeak;
  reading.group = [];
  forgetWords(reading);
}

/** What is said goes to the names that wait for it; where none does, to those that were only mentioned. */
export function sayBehind(reading: Reading, result: Result): void {
  const targets = targetsOf(reading);
  for (const { says } of targets) Object.assign(says, { ...says, result, ...reading.degree });
  reading.group = targets.length > 0 ? targets : reading.group;
  reading.waiting = [];
  reading.ahead = null;
  forgetWords(reading);
}

function targetsOf({ waiting, group, ahead, isAheadWeak, isBeing }: Reading): ListedMarker[] {
  if (waiting.length > 0) return waiting;
  if (ahead && isAheadWeak) return group;
  return ahead && isBeing ? group.slice(-1) : group.filter(({ says }) => says.result === undefined);
}

/** What was only of the last words. */
export function forgetWords(reading: Reading): void {
  Object.assign(reading, { degree: {}, isNegated: false, hasShown: false, isBeing: false });
}

/** What was said does not reach over "but" and "while". */
export function endPart(reading: Reading): void {
  reading.ahead = null;
  reading.waiting = [];
  forgetWords(reading);
}

/** Nothing of the clause is read yet. */
export function newReading(text: string, { tokens, isTable }: Clause): Reading {
  return {
    text,
    tokens,
    isTable,
    all: [],
    waiting: [],
    group: [],
    ahead: null,
    isAheadWeak: false,
    degree: {},
    isNegated: false,
    hasShown: false,
    isBeing: false,
    percents: [],
  };
}
