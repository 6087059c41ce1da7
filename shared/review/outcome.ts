import { AppError } from "../errors.ts";
import type { Code } from "../model/annotation.ts";
import type { Attributes, AttributeValue } from "../model/attributes.ts";
import type { AgreedRule } from "./decision.ts";
import type { Difference, Version } from "./difference.ts";
import { codeText, valueText } from "./fingerprint.ts";

/*
 * What choices make of what annotators say; the same for spans, entities, relations and labels.
 */

/** The version of one annotator; null where they have none. @throws AppError "wrong-use" for one who is not compared. */
export function versionOf(difference: Difference, annotator: string): Version | null {
  const { versions, missing } = difference;
  const found = versions.find((version) => version.annotator === annotator);
  if (found) return found;
  if (missing.includes(annotator)) return null;
  const names = [...versions.map((version) => version.annotator), ...missing].join(", ");
  throw new AppError(
    "wrong-use",
    `“${annotator}” was not asked about “${difference.words}”; take what one of ${names} has.`,
  );
}

/** What enough of those who could say it say just alike; null where that is nothing. */
export function agreedVersion({ versions, missing }: Difference, rule: AgreedRule): Version | null {
  const counts = new Map<string, number>();
  for (const { says } of versions) counts.set(says, (counts.get(says) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const best = versions.filter(({ says }) => counts.get(says) === most);
  const isOne = new Set(best.map(({ says }) => says)).size === 1;
  const [version] = best;
  return isOne && version && isEnough(most, versions.length + missing.length, rule)
    ? version
    : null;
}

/** The same. @throws AppError "wrong-use" where not enough say the same. */
export function acceptedVersion(difference: Difference, rule: AgreedRule): Version {
  const agreed = agreedVersion(difference, rule);
  if (agreed) return agreed;
  throw new AppError("wrong-use", `“${difference.words}” is not agreed on; decide it by itself.`);
}

function isEnough(count: number, asked: number, rule: AgreedRule): boolean {
  switch (rule.of) {
    case "all":
      return count === asked;
    case "majority":
      return 2 * count > asked;
    case "threshold":
      return count >= rule.annotators;
    default:
      return rule satisfies never;
  }
}

/** What most say. @throws AppError "wrong-use" where as many say something else. */
export function mostOf(what: string, words: string, said: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of said) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [[first = "", most] = ["", 0], second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (second && second[1] === most)
    throw new AppError(
      "wrong-use",
      `As many say ${first} as ${second[0]} for the ${what} of “${words}”; take one version or edit it.`,
    );
  return first;
}

/** All that anybody says; of one attribute all values of lists, and else what most say. @throws AppError as mostOf. */
export function unionOfAttributes(words: string, given: readonly Attributes[]): Attributes {
  const names = [...new Set(given.flatMap((attributes) => Object.keys(attributes)))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      unionOfValues(
        name,
        words,
        given.flatMap((attributes) => attributes[name] ?? []),
      ),
    ]),
  );
}

function unionOfValues(
  name: string,
  words: string,
  values: readonly AttributeValue[],
): AttributeValue {
  const lists = values.filter((value) => Array.isArray(value));
  if (lists.length === values.length) return [...new Set(lists.flat())];
  const most = mostOf(name, words, values.map(valueText));
  return values.find((value) => valueText(value) === most) ?? true;
}

/** What all say alike. */
export function intersectionOfAttributes([
  first = {},
  ...others
]: readonly Attributes[]): Attributes {
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) =>
      others.every(
        ({ [name]: other }) => other !== undefined && valueText(other) === valueText(value),
      ),
    ),
  );
}

/** Each code that anybody has, once. */
export function unionOfCodes(given: readonly (readonly Code[])[]): Code[] {
  return [...new Map(given.flat().map((code) => [codeText(code), code])).values()];
}

export function intersectionOfCodes([first = [], ...others]: readonly (readonly Code[])[]): Code[] {
  return first.filter((code) =>
    others.every((codes) => codes.some((other) => codeText(other) === codeText(code))),
  );
}
