import {
  type ChosenKeys,
  type CommandId,
  commandFor,
  suggestionKeys,
} from "../../shared/commands.ts";
import { type KeyPress, type Platform, plainKey } from "../../shared/keys.ts";
import type { AttributeDefinition, Scheme } from "../../shared/model/scheme.ts";
import { type MotionId, motionIds } from "./motions.ts";

/** What there is to act on when a key is pressed. */
export interface Situation {
  hasSelection: boolean;
  /** The caret is on a span. */
  isOnSpan: boolean;
  /** How many entities are offered for the active span. */
  offered: number;
  /** The span at hand may be linked and is not yet. */
  canLink: boolean;
  /** How many places the next key is to mark, as far as it is typed; null while nothing is. */
  count: number | null;
}

/** What a key press in the text means. */
export type Intent =
  | { do: "label"; label: string }
  | { do: "attribute"; name: string }
  | { do: "accept"; at: number }
  | { do: "move"; id: MotionId; extend: boolean }
  | { do: "count"; count: number }
  | { do: "command"; id: CommandId };

/** They make spans of other shapes, each from what is selected or where the caret is. */
export const shapeCommands = [
  "span.under",
  "span.fragment",
  "span.takeOut",
  "span.edge",
  "span.edgeBack",
  "span.edgeOn",
  "span.edgeBackCharacter",
  "span.edgeOnCharacter",
  "span.split",
  "span.join",
] as const;

const textCommands = [
  ...shapeCommands,
  "text.previousPhrase",
  "text.nextPhrase",
  "text.snap",
  "span.label",
  "span.again",
  "span.repeat",
  "span.markAll",
  "span.previous",
  "span.next",
  "span.move",
  "span.nextFlagged",
  "text.focus",
] as const;
/** They act on the span that the caret is on. */
export const spanCommands = [
  "span.edit",
  "span.remove",
  "span.looked",
  "span.unsure",
  "span.note",
  "relation.draw",
  "entity.positive",
  "entity.negative",
] as const;

/** Reads a key press in the text; null when it is not ours to handle. */
export function intentOf(
  press: KeyPress,
  platform: Platform,
  keys: SchemeKeys,
  situation: Situation,
  chosen: ChosenKeys = {},
): Intent | null {
  const key = plainKey(press, platform);
  const count = countWith(key, situation);
  if (count !== null) return { do: "count", count };
  const id = commandFor(press, platform, availableCommands(situation), chosen);
  if (id) return { do: "command", id };
  const motion = motionOf(press, platform, chosen);
  if (motion) return motion;
  if (key === null) return null;
  const at = suggestionKeys.indexOf(key);
  if (at >= 0) return { do: "accept", at };
  return intentOfLetter(key, keys, situation);
}

/** The count with one more digit; a first digit that takes an offer begins none, and neither does 0. */
function countWith(key: string | null, { count, offered }: Situation): number | null {
  if (key === null || !/^\d$/.test(key)) return null;
  if (count !== null) return Math.min(10 * count + Number(key), mostCounted);
  const isOffer = suggestionKeys.indexOf(key) < offered;
  return isOffer ? null : Number(key);
}

const mostCounted = 999;

/** With Shift every motion extends what is selected. */
function motionOf(press: KeyPress, platform: Platform, chosen: ChosenKeys): Intent | null {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = press;
  const unshifted = { key, code, ctrlKey, metaKey, altKey, shiftKey: false };
  const id = commandFor(unshifted, platform, motionIds, chosen);
  return id && { do: "move", id, extend: shiftKey };
}

function availableCommands({ hasSelection, isOnSpan, canLink }: Situation): CommandId[] {
  return [
    ...textCommands,
    ...(isOnSpan && !hasSelection ? spanCommands : []),
    ...(canLink ? ["entity.new" as const] : []),
  ];
}

function intentOfLetter(key: string, keys: SchemeKeys, situation: Situation): Intent | null {
  const label = keys.labels.get(key);
  if (label !== undefined) return { do: "label", label };
  const name = keys.attributes.get(key);
  const isOnSpan = situation.isOnSpan && !situation.hasSelection;
  if (name !== undefined && isOnSpan) return { do: "attribute", name };
  // As far as the scheme has no other use for it.
  return key === "a" && name === undefined ? { do: "command", id: "span.markAll" } : null;
}

/** The letters of a scheme: key to label, key to span attribute, and back to the key. */
export interface SchemeKeys {
  labels: ReadonlyMap<string, string>;
  attributes: ReadonlyMap<string, string>;
  attributeKeys: ReadonlyMap<string, string>;
}

/** Labels have the keys that the scheme gives them; each attribute gets the first letter of its name that is free. */
export function schemeKeys(scheme: Scheme): SchemeKeys {
  const labels = new Map<string, string>();
  for (const { key, name } of scheme.labels) if (key !== null) labels.set(key, name);
  const attributes = new Map<string, string>();
  for (const attribute of scheme.attributes) {
    const key = freeLetter(attribute, labels, attributes);
    if (key) attributes.set(key, attribute.name);
  }
  const attributeKeys = new Map(Array.from(attributes, ([key, name]) => [name, key]));
  return { labels, attributes, attributeKeys };
}

function freeLetter(
  { name }: AttributeDefinition,
  ...taken: ReadonlyMap<string, string>[]
): string | undefined {
  const letters = name.toLowerCase().match(/[a-z]/g) ?? [];
  return letters.find((letter) => taken.every((map) => !map.has(letter)));
}
