import type { Finding, ListedMarker } from "./finding.ts";
import { addName, type Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";

/** What stands in brackets belongs to the name before: its result, clone, other name, or its members. */
export function readAside(reading: Reading, at: number, inside: readonly Token[]): void {
  const last = reading.all.at(-1);
  if (!last) return;
  const names = inside.filter(({ kind }) => kind === "name");
  if (names.length >= 2) {
    for (const name of names) addName(reading, name);
    return;
  }
  const isOfName =
    reading.tokens[at - 1]?.kind === "name" || reading.tokens[at - 1]?.kind === "aside";
  const targets = isOfName || reading.group.length === 0 ? [last] : reading.group;
  const says = sumOf(reading, inside, last);
  for (const target of targets) target.says = { ...target.says, ...says };
  if (says.result && isOfName) settle(reading, last);
}

/** Brackets with a result say all of a name: nothing more is to come for it. */
function settle(reading: Reading, marker: ListedMarker): void {
  reading.waiting = reading.waiting.filter((other) => other !== marker);
  reading.group = [marker];
}

function sumOf(reading: Reading, inside: readonly Token[], of: ListedMarker): Finding {
  const says: Finding = Object.assign({}, ...inside.map(saidBy));
  const clone = says.clone ?? cloneIn(reading, inside, of);
  const isMeasured = says.extent || says.intensity || (says.percent ?? 0) > 0;
  const isLess = inside.some((token) => token.kind === "percent" && token.isLess);
  if (isMeasured && !isLess && of.says.result === undefined) says.result ??= "positive";
  return clone === undefined ? says : { ...says, clone };
}

function saidBy(token: Token): Finding {
  switch (token.kind) {
    case "sign":
    case "degree":
      return token.says;
    case "result":
    case "state":
      return { result: token.result };
    case "percent":
      return { percent: token.percent };
    case "clone":
      return { clone: token.clone };
    default:
      return {};
  }
}

/** "desmin (D33)": a code that is no other name of it. */
function cloneIn(
  { text }: Reading,
  inside: readonly Token[],
  { range }: ListedMarker,
): string | undefined {
  const [only, second] = inside;
  if (!only || second || !["word", "name"].includes(only.kind)) return undefined;
  const code = text.slice(only.start, only.end);
  const name = text.slice(range.start, range.end);
  if (!/\d/.test(code) || !/\p{L}/u.test(code) || /^(?:CD|fig)/i.test(code)) return undefined;
  const initials = name.split(/[\s-]+/).map((word) => word.charAt(0).toLowerCase());
  const letters = code.replace(/[^\p{L}]/gu, "").toLowerCase();
  const isShort =
    initials.length > 1 &&
    [...letters].filter((letter) => initials.includes(letter)).length * 2 > letters.length;
  return isShort ? undefined : code;
}
