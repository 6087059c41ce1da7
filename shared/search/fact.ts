import type { Piece } from "./lex.ts";
import { type Comparison, type Fact, type FactName, factNames } from "./query.ts";

/** What people also call the facts. */
const otherNames: Readonly<Record<string, FactName>> = {
  labels: "label",
  attribute: "attr",
  attributes: "attr",
  fields: "field",
  annotator: "by",
  notes: "note",
};

const layerStatuses = ["new", "open", "done", "locked"] as const;
/** What `is:` may say of a span. */
const spanStates = ["marked", "linked", "unsure", "flagged"] as const;

const closedValues: Partial<Record<FactName, readonly string[]>> = {
  status: layerStatuses,
  is: spanStates,
};

/** The values that a fact can have whatever the project; null where the project says. */
export const valuesOf = (name: FactName): readonly string[] | null => closedValues[name] ?? null;

/** A fact, or why it is none; `isText` false: not to be taken as words either. */
interface ReadFact {
  fact: Fact | null;
  problem: string | null;
  isText: boolean;
}

/** Reads `name:value`; null for words that have no colon where a name would end. */
export function factOf({ text }: Piece): ReadFact | null {
  const [, written, rest] = /^([A-Za-z]+):(?!\/\/)(.*)$/s.exec(text) ?? [];
  if (written === undefined || rest === undefined) return null;
  const name = factName(written);
  if (name === null) return unknownName(written);
  if (unquoted(rest) === "" || unquoted(rest) === "*") return anyValue(name, rest);
  const fact =
    name === "attr" || name === "field" ? comparedFact(name, rest) : plainFact(name, rest);
  const problem = problemOf(fact);
  return { fact: problem === null ? fact : null, problem, isText: false };
}

/** The fact of this name, by whatever name people call it; null for none. */
export function factName(written: string): FactName | null {
  const lower = written.toLowerCase();
  return factNames.find((known) => known === lower) ?? otherNames[lower] ?? null;
}

/** `note:*`: there is one at all. Other facts ask for nothing without a value. */
function anyValue(name: FactName, rest: string): ReadFact {
  if (unquoted(rest) === "*")
    return {
      fact: { name, value: "", isPrefix: true, compare: null },
      problem: null,
      isText: false,
    };
  const problem = `“${name}:” needs something after the colon, ${exampleOf(name)}.`;
  return { fact: null, problem, isText: false };
}

const examples: Record<FactName, string> = {
  label: "label:marker",
  attr: "attr:negated",
  field: "field:result=positive",
  entity: "entity:CD34",
  kind: "kind:drug",
  note: "note:check",
  by: "by:Ana",
  is: "is:unsure",
  section: "section:microscopy",
  status: "status:open",
  case: "case:P12",
  title: "title:sarcoma",
  text: "text:sarcoma",
};

/** How a fact is written, for people. */
const exampleOf = (name: FactName): string => `as in ${examples[name]}`;

function plainFact(name: FactName, rest: string): Fact {
  const value = unquoted(rest);
  const isPrefix = value.endsWith("*");
  return { name, value: isPrefix ? value.slice(0, -1) : value, isPrefix, compare: null };
}

function comparedFact(name: FactName, rest: string): Fact {
  const [, before = rest, by, to = ""] = /^([^=<>]+)(=|[<>]=?)(.*)$/s.exec(rest) ?? [];
  const wanted = unquoted(to);
  const isPrefix = wanted.endsWith("*");
  const compare =
    by === undefined || wanted === "*"
      ? null
      : // One of the four that the pattern lets through.
        { by: by as Comparison, to: isPrefix ? wanted.slice(0, -1) : wanted };
  return { name, value: unquoted(before), isPrefix, compare };
}

/** Why a fact cannot be looked for; null when it can. */
function problemOf({ name, value, compare }: Fact): string | null {
  const values = closedValues[name];
  if (values && !values.includes(value.toLowerCase()))
    return `“${name}:” can be ${values.slice(0, -1).join(", ")} or ${values.at(-1)}, not “${value}”.`;
  if (compare?.to === "")
    return `“${name}:${value}${compare.by}” needs a value after “${compare.by}”, ${exampleOf("field")}.`;
  if (compare && compare.by !== "=" && !Number.isFinite(Number(compare.to)))
    return `“${compare.by}” compares numbers, and “${compare.to}” is none.`;
  return null;
}

const unquoted = (text: string) => text.replace(/["“”„]/g, "").trim();

function unknownName(written: string): ReadFact | null {
  const near = factNames.find((known) => isNearly(known, written.toLowerCase()));
  // "HER2:" or "t:" is how people write text; only what is nearly a name is a slip.
  if (!near) return null;
  const problem = `There is no “${written}:” to search by; write “${near}:”, or put the words into quotes to find them as text.`;
  return { fact: null, problem, isText: true };
}

/** Whether two words differ by one letter, or by two that changed places. */
function isNearly(known: string, written: string): boolean {
  if (known.length < 4 || Math.abs(known.length - written.length) > 1) return false;
  let same = 0;
  while (same < written.length && known[same] === written[same]) same += 1;
  const [a, b] = [known.slice(same), written.slice(same)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
