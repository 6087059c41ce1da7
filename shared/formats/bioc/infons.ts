import type { Attributes } from "../../model/attributes.ts";
import { attributeText } from "../texts/attribute-text.ts";
import type { Infons } from "./collection.ts";

/*
 * Which infons mean more than an attribute. An attribute of ours with such a name is written with a
 * word before it, "attribute type", so that it reads back as what it is.
 */

const prefixed = (word: string) => `${word} `;

/** The key under which an attribute, a report label or a fact of this name is written. */
export function keyOf(name: string, word: string, isTaken: (key: string) => boolean): string {
  return isTaken(name) || name.startsWith(prefixed(word)) ? prefixed(word) + name : name;
}

/** The name that such a key stands for; keys of other files that only look so stay. */
export function nameOf(key: string, word: string, isTaken: (key: string) => boolean): string {
  const rest = key.startsWith(prefixed(word)) ? key.slice(word.length + 1) : null;
  return rest !== null && keyOf(rest, word, isTaken) === key ? rest : key;
}

/** The text of an infon; null where there is none. */
export function textAt(infons: Infons, key: string): string | null {
  const value = Object.hasOwn(infons, key) ? infons[key] : undefined;
  return value === undefined ? null : attributeText(value);
}

/** The infons as attributes, without the keys that were read otherwise. */
export function attributesFrom(
  infons: Infons,
  read: ReadonlySet<string>,
  isTaken: (key: string) => boolean,
): Attributes {
  return Object.fromEntries(
    Object.entries(infons)
      .filter(([key]) => !read.has(key))
      .map(([key, value]) => [nameOf(key, "attribute", isTaken), value]),
  );
}

/** Attributes as infons. */
export function infonsFrom(attributes: Attributes, isTaken: (key: string) => boolean): Infons {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [keyOf(name, "attribute", isTaken), value]),
  );
}
