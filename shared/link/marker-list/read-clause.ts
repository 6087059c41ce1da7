import { readAside } from "./aside.ts";
import type { Clause } from "./clauses.ts";
import { type Finding, type ListedMarker, opposite, type Result } from "./finding.ts";
import {
  isBeforeCue,
  isOpen,
  leadsAhead,
  leadsToName,
  nameLength,
  willBeSaid,
  wordAt,
} from "./looking-ahead.ts";
import {
  addName,
  endPart,
  forgetWords,
  newReading,
  type Reading,
  sayBehind,
  setAhead,
} from "./reading.ts";
import type { Token } from "./tokens.ts";

/** The markers that a clause names with what it says of each. */
export function readClause(text: string, clause: Clause): ListedMarker[] {
  const reading = newReading(text, clause);
  for (let at = 0; at < clause.tokens.length; ) at += Math.max(1, read(reading, at));
  sharePercents(reading);
  return reading.all;
}

/** Reads one token, or several that are one name; answers how many. */
function read(reading: Reading, at: number): number {
  const token = reading.tokens[at];
  if (!token) return 1;
  switch (token.kind) {
    case "name":
      addName(reading, token);
      return 1;
    case "result":
      sayResult(reading, at, token.result);
      return 1;
    case "state":
      sayState(reading, at, token.result);
      return 1;
    case "express":
      sayExpressed(reading, at);
      return 1;
    case "lack":
      if (leadsToName(reading, at)) setAhead(reading, "negative");
      else sayBehind(reading, "negative");
      return 1;
    case "stain":
      sayStained(reading, at);
      return 1;
    case "word":
      return readWords(reading, at);
    default:
      readSmall(reading, at, token);
      return 1;
  }
}

function readSmall(reading: Reading, at: number, token: Token): void {
  switch (token.kind) {
    case "shows":
      reading.hasShown = true;
      break;
    case "is":
      reading.isBeing = true;
      break;
    case "not":
      negate(reading, at);
      break;
    case "but":
      if (reading.tokens[at + 1]?.kind !== "not") endPart(reading);
      break;
    case "for":
      if (reading.tokens[at - 1]?.kind === "and" && wordAt(reading, at) === "with")
        endPart(reading);
      else goOn(reading);
      break;
    case "degree":
      sayDegree(reading, at, token.says);
      break;
    case "percent":
      sayPercent(reading, at, token);
      break;
    case "sign":
      saySign(reading, token.says);
      break;
    case "aside":
      readAside(reading, at, token.inside);
      break;
    case "clone":
      Object.assign(reading.all.at(-1)?.says ?? {}, { clone: token.clone });
      break;
    default:
  }
}

/** "positive for …" and "Positive: …" speak of what follows, "was positive" of what was named. */
function sayResult(reading: Reading, at: number, said: Result): void {
  const result = reading.isNegated ? opposite(said) : said;
  if (leadsAhead(reading, at)) setAhead(reading, result);
  else sayBehind(reading, result);
}

/** "PMS2 was lost", but also "retained MSH2" and "absent staining for p40". */
function sayState(reading: Reading, at: number, said: Result): void {
  const result = reading.isNegated ? opposite(said) : said;
  const isBefore = !reading.isBeing && reading.waiting.length === 0 && leadsToName(reading, at);
  if (isBefore) setAhead(reading, result);
  else sayBehind(reading, result);
}

/** "The cells expressed SMA", "SMA was expressed", "PD-L1 expressed in 5 %". */
function sayExpressed(reading: Reading, at: number): void {
  const result = reading.isNegated ? "negative" : "positive";
  const isBehind = reading.isBeing || (reading.waiting.length > 0 && !leadsToName(reading, at));
  if (isBehind) sayBehind(reading, result);
  else setAhead(reading, result);
}

/** "no expression of SMA", "SMA showed weak staining", "stained for SMA"; a stain alone says nothing. */
function sayStained(reading: Reading, at: number): void {
  const next = reading.tokens[at + 1]?.kind;
  if (next === "result" || next === "lack") return;
  const isSaid = reading.isNegated || reading.hasShown || Object.keys(reading.degree).length > 0;
  const result = reading.isNegated ? "negative" : "positive";
  if (leadsToName(reading, at)) {
    const isVerb = /^(?:stain(?:s|ed)|expression)$/i.test(wordAt(reading, at));
    if (isSaid || isVerb) setAhead(reading, result, !isSaid);
  } else if (isSaid && reading.waiting.length > 0 && !willBeSaid(reading, at)) {
    sayBehind(reading, result);
  }
}

/** "but not CD34" turns what is said of the names that follow. */
function negate(reading: Reading, at: number): void {
  const next = reading.tokens[at + 1];
  if (reading.ahead?.result && next?.kind === "name")
    reading.ahead = { result: opposite(reading.ahead.result) };
  else reading.isNegated = true;
}

/** "… and focally for CD10": the same result in another degree. */
function goOn(reading: Reading): void {
  if (!reading.ahead || Object.keys(reading.degree).length === 0) return;
  reading.ahead = { result: reading.ahead.result ?? "positive", ...reading.degree };
  reading.degree = {};
}

/** Before a word that says a result it belongs to that, else to what was named. */
function sayDegree(reading: Reading, at: number, says: Finding): void {
  if (isBeforeCue(reading, at)) {
    reading.degree = { ...reading.degree, ...says };
    return;
  }
  const { waiting, group, isNegated } = reading;
  const targets = waiting.length > 0 ? waiting : group;
  if (isNegated || targets.length === 0) return;
  for (const target of targets) target.says = { result: "positive", ...target.says, ...says };
  if (waiting.length > 0) reading.group = waiting;
  reading.waiting = [];
  if (reading.isBeing) reading.ahead = null;
}

/** Of what was named right before; with "60 % and 80 %" each of two, see below. */
function sayPercent(
  reading: Reading,
  _at: number,
  { percent, isLess }: Extract<Token, { kind: "percent" }>,
): void {
  const { waiting, group } = reading;
  const last = waiting.at(-1);
  const targets = last ? [last] : group;
  if (!last && reading.ahead && !reading.isAheadWeak && group.length !== 1) return;
  reading.percents.push(percent);
  for (const { says } of targets) {
    if (says.percent === undefined) says.percent = percent;
    if (!isLess && percent > 0) says.result ??= "positive";
    if (isLess && percent <= 1) says.result ??= "negative";
  }
  if (!last) return;
  reading.group = [last];
  reading.waiting = waiting.slice(0, -1);
}

/** "expressed in 40 % and 10 % of the nuclei": as many figures as names. */
function sharePercents({ group, percents }: Reading): void {
  if (group.length < 2 || percents.length !== group.length) return;
  group.forEach(({ says }, at) => {
    const percent = percents[at];
    if (percent !== undefined) says.percent = percent;
  });
}

function saySign(reading: Reading, says: Finding): void {
  const { waiting, isTable, all } = reading;
  const last = all.at(-1);
  const targets = isTable && waiting.length > 0 ? waiting : last ? [last] : [];
  for (const target of targets) target.says = { ...target.says, ...reading.degree, ...says };
  forgetWords(reading);
  reading.waiting = waiting.filter((marker) => !targets.includes(marker));
  reading.group = targets;
}

/** Words where a list names its markers may be a name that is in no table. */
function readWords(reading: Reading, at: number): number {
  const length = reading.ahead && isOpen(reading, at) ? nameLength(reading, at) : 0;
  const [first, last] = [reading.tokens[at], reading.tokens[at + length - 1]];
  if (length === 0 || !first || !last) return 1;
  addName(reading, { start: first.start, end: last.end });
  return length;
}
