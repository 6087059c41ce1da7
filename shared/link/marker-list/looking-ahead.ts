import { mayBeName } from "./names.ts";
import type { Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";

/** Whether a result speaks of what follows: "positive for", "Positive:", "positive CD13". */
export function leadsAhead(reading: Reading, at: number): boolean {
  const { tokens, waiting } = reading;
  let next = at + 1;
  while (isPassed(tokens[next])) next += 1;
  const kind = tokens[next]?.kind;
  if (kind === "for") return isFor(reading, tokens[next]) && !isOfCells(reading, next);
  if (kind === "colon") return waiting.length === 0;
  return kind === "name" && waiting.length === 0 && next === at + 1;
}

const passed = /^(?:nuclear|cytoplasmic|membran\w+|result\w*|test\w*|in|cell|cells|tumou?r|by)$/i;
const isPassed = (token: Token | undefined) =>
  token?.kind === "stain" || token?.kind === "degree" || token?.kind === "method";

const isFor = ({ text }: Reading, token: Token | undefined) =>
  token !== undefined && /^(?:for|with|to|of)$/i.test(text.slice(token.start, token.end));

/** "in most of the cells", "positive with a diffuse pattern" name no marker. */
function isOfCells({ text, tokens }: Reading, at: number): boolean {
  const next = tokens[at + 1];
  return (
    next !== undefined &&
    /^(?:a|an|the)$/i.test(text.slice(next.start, next.end)) &&
    tokens[at + 2]?.kind === "word" &&
    passed.test(text.slice(tokens[at + 2]?.start, tokens[at + 2]?.end))
  );
}

/** A token as it is written. */
export const wordAt = ({ text, tokens }: Reading, at: number) =>
  text.slice(tokens[at]?.start, tokens[at]?.end);

/** A result comes right behind: "staining was positive". */
export function willBeSaid({ tokens }: Reading, at: number): boolean {
  return tokens
    .slice(at + 1, at + 4)
    .some(({ kind }) => kind === "is" || kind === "result" || kind === "state");
}

/** Whether a name stands right behind, but for "of", "for", "staining", "nuclear" and figures in brackets. */
export function leadsToName(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  for (let next = at + 1; next < Math.min(tokens.length, at + 6); next += 1) {
    const token = tokens[next];
    if (token?.kind === "name") return true;
    const mayStand =
      token && ["for", "stain", "and", "aside", "degree", "not", "colon"].includes(token.kind);
    if (mayStand || (token?.kind === "word" && passed.test(wordAt(reading, next)))) continue;
    return (
      token?.kind === "word" && tokens[next - 1]?.kind === "for" && nameLength(reading, next) > 0
    );
  }
  return false;
}

const cues = new Set(["result", "state", "express", "stain", "for", "sign"]);

/** Whether a word that says a result follows before the next name. */
export function isBeforeCue(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  for (let next = at + 1; next < Math.min(tokens.length, at + 8); next += 1) {
    const token = tokens[next];
    if (!token || token.kind === "name") return false;
    if (cues.has(token.kind)) return token.kind !== "for" || reading.ahead !== null;
    if (!["degree", "and", "word", "percent", "shows"].includes(token.kind)) return false;
    if (
      token.kind === "and" &&
      !["degree", "for", "percent"].includes(tokens[next + 1]?.kind ?? "") &&
      wordAt(reading, next) === ","
    )
      return false;
  }
  return false;
}

/** Whether a list's next name would begin here. */
export function isOpen({ tokens }: Reading, at: number): boolean {
  const before = tokens[at - 1]?.kind;
  return before === "and" || before === "for" || before === "colon" || before === "express";
}

/** How many words from here on are one name; 0 for none. */
export function nameLength({ text, tokens }: Reading, at: number): number {
  let to = at;
  while (tokens[to]?.kind === "word") to += 1;
  const [first, last] = [tokens[at], tokens[to - 1]];
  const next = tokens[to]?.kind;
  const isEnd =
    next === undefined ||
    ["and", "aside", "but", "mark", "sign", "percent", "for", "colon", "is"].includes(next);
  if (!first || !last || !isEnd) return 0;
  return mayBeName(text.slice(first.start, last.end)) ? to - at : 0;
}
