import type { Attributes, AttributeValue } from "../model/attributes.ts";
import type { AttributeDefinition, Condition } from "../model/scheme.ts";

/** What a value, or a missing one, breaks. */
type ValueRule = "unknown" | "label" | "value" | "range" | "condition" | "required";

export interface ValueProblem {
  attribute: string;
  rule: ValueRule;
  /** The end of the sentence, which tells what is wrong: `is missing`. */
  says: string;
  /** Without its full stop, so that equal ones can be counted. */
  sentence: string;
}

/** Definitions of one list of the scheme, read once for many things that carry values. */
export interface Definitions {
  /** What each of them is called in a sentence: `attribute`, `“marker” field`, `report label`. */
  what: string;
  byName: ReadonlyMap<string, AttributeDefinition>;
  required: readonly AttributeDefinition[];
}

export function definitionsOf(what: string, all: readonly AttributeDefinition[]): Definitions {
  return {
    what,
    byName: new Map(all.map((definition) => [definition.name, definition])),
    required: all.filter(({ required }) => required),
  };
}

/**
 * Where values do not keep to their definitions, and which are missing.
 * @param owner the label that carries them, where definitions are for some labels only.
 */
export function valueProblems(
  { what, byName, required }: Definitions,
  values: Attributes,
  owner: string | null = null,
): ValueProblem[] {
  const given = Object.entries(values).flatMap(([name, value]) =>
    problemsOf(what, byName.get(name), name, value, { values, owner }),
  );
  const missing = required
    .filter((definition) => isMissing(definition, values, owner))
    .map(({ name }) => problem(what, name, "required", "is missing"));
  return [...given, ...missing];
}

/** Whether the attribute may have a value beside these. */
export function isAllowed({ onlyWith }: AttributeDefinition, values: Attributes): boolean {
  return onlyWith === undefined || holds(onlyWith, values);
}

/** What must be so for a value, in words: `“result” is “positive” or “equivocal”`. */
function conditionInWords({ attribute, values }: Condition): string {
  if (values.length === 0) return `“${attribute}” is set`;
  return `“${attribute}” is ${values.map((value) => `“${value}”`).join(" or ")}`;
}

function isMissing(
  definition: AttributeDefinition,
  values: Attributes,
  owner: string | null,
): boolean {
  const { name } = definition;
  return !Object.hasOwn(values, name) && isFor(definition, owner) && isAllowed(definition, values);
}

function problemsOf(
  what: string,
  definition: AttributeDefinition | undefined,
  name: string,
  value: AttributeValue,
  { values, owner }: { values: Attributes; owner: string | null },
): ValueProblem[] {
  if (!definition) return [unknown(what, name)];
  const wrong = valueProblem(definition, value);
  const { onlyWith } = definition;
  return [
    ...(isFor(definition, owner)
      ? []
      : [problem(what, name, "label", `is not for the label “${owner}”`)]),
    ...(onlyWith === undefined || holds(onlyWith, values)
      ? []
      : [problem(what, name, "condition", `is only for where ${conditionInWords(onlyWith)}`)]),
    ...(wrong === null ? [] : [problem(what, name, wrong.rule, wrong.says)]),
  ];
}

function problem(what: string, attribute: string, rule: ValueRule, says: string): ValueProblem {
  return { attribute, rule, says, sentence: `The ${what} “${attribute}” ${says}` };
}

function unknown(what: string, attribute: string): ValueProblem {
  const says = "is not in the scheme";
  return { attribute, rule: "unknown", says, sentence: `The scheme has no ${what} “${attribute}”` };
}

const isFor = ({ on }: AttributeDefinition, owner: string | null) =>
  owner === null || on.length === 0 || on.includes(owner);

function holds({ attribute, values: wanted }: Condition, values: Attributes): boolean {
  const value = values[attribute];
  if (value === undefined) return false;
  const texts = Array.isArray(value) ? value : [String(value)];
  return wanted.length === 0 || texts.some((text) => wanted.includes(text));
}

interface Wrong {
  rule: "value" | "range";
  /** The rest of a sentence. */
  says: string;
}

/** A text may hold any value. */
function valueProblem(definition: AttributeDefinition, value: AttributeValue): Wrong | null {
  const { type, choices } = definition;
  switch (type) {
    case "text":
      return null;
    case "flag":
      return value === true ? null : notA("flag", value);
    case "number":
      return typeof value === "number" ? rangeProblem(definition, value) : notA("number", value);
    case "choice":
    case "choices":
      return choiceProblem(type, choices, value);
    default:
      return type satisfies never;
  }
}

const notA = (type: string, value: AttributeValue): Wrong => ({
  rule: "value",
  says: `is a ${type} but has the value “${value}”`,
});

/** A percentage lies between 0 and 100 where the scheme says nothing else. */
function rangeProblem({ unit, min, max }: AttributeDefinition, value: number): Wrong | null {
  const isShare = unit === "%" && min === undefined && max === undefined;
  const [least, most] = isShare ? [0, 100] : [min, max];
  const isBelow = least !== undefined && value < least;
  const isAbove = most !== undefined && value > most;
  if (!isBelow && !isAbove) return null;
  return {
    rule: "range",
    says: `is ${withUnit(value, unit)}, which is ${rangeInWords(least, most)}`,
  };
}

const withUnit = (value: number, unit: string) => (unit === "" ? `${value}` : `${value} ${unit}`);

function rangeInWords(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return `more than ${most}`;
  return most === undefined ? `less than ${least}` : `not between ${least} and ${most}`;
}

function choiceProblem(
  type: "choice" | "choices",
  choices: readonly string[],
  value: AttributeValue,
): Wrong | null {
  const chosen = Array.isArray(value) ? value : [String(value)];
  const strange = chosen.find((one) => !choices.includes(one));
  if (strange !== undefined) return { rule: "value", says: `does not offer “${strange}”` };
  return type === "choice" && chosen.length > 1
    ? { rule: "value", says: "takes one choice but has several" }
    : null;
}
