import type { AttributeValue } from "../../model/attributes.ts";
import type { AttributeDefinition } from "../../model/scheme.ts";
import type { Json } from "./task.ts";

/*
 * Values of controls: `choices`, `textarea`, `number`, `rating`, `datetime` and `taxonomy`. Several of them are a
 * list, and each of them is given as a list even where it is one. The choice "true" is a flag.
 */

/** What a result says; null for nothing chosen, undefined for a kind of control that has no values. */
export function valueIn(type: unknown, value: Json): AttributeValue | null | undefined {
  switch (type) {
    case "choices":
      return choiceOf(textsIn(value.choices));
    case "textarea":
      return oneOrMany(textsIn(value.text));
    case "number":
    case "rating":
      return numberIn(value[type]);
    case "datetime":
      return oneOrMany(textsIn(value.datetime));
    case "taxonomy":
      return oneOrMany(pathsIn(value.taxonomy));
    default:
      return undefined;
  }
}

function choiceOf(texts: string[]): AttributeValue | null {
  return texts.length === 1 && texts[0] === "true" ? true : oneOrMany(texts);
}

function oneOrMany(texts: string[]): AttributeValue | null {
  return texts.length > 1 ? texts : (texts[0] ?? null);
}

function textsIn(value: unknown): string[] {
  return [value].flat().filter((one) => typeof one === "string");
}

function numberIn(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** Each leaf with the branches that it hangs on. */
function pathsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((path) => textsIn(path).join(" > ")).filter((path) => path !== "");
}

/** The control that gives such a value, and what its result says. */
export function resultOf(
  value: AttributeValue,
  definition: AttributeDefinition | undefined,
): { type: string; value: Json } {
  if (value === true) return { type: "choices", value: { choices: ["true"] } };
  if (typeof value === "number") return { type: "number", value: { number: value } };
  const texts = [value].flat();
  const isChosen = definition?.type === "choice" || definition?.type === "choices";
  // The one choice "true" would be a flag.
  return isChosen && value !== "true"
    ? { type: "choices", value: { choices: texts } }
    : { type: "textarea", value: { text: texts } };
}
