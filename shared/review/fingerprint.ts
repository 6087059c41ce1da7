import type { Code } from "../model/annotation.ts";
import type { Attributes, AttributeValue } from "../model/attributes.ts";
import { mixed } from "../random.ts";

/** A text in 64 bits: two FNV-1a sums over its code units, to the base of 36. Not for secrets. */
export function fingerprint(text: string): string {
  return fingerprintOfSet([text]);
}

/** Of several texts in any order. */
export function fingerprintOfSet(texts: readonly string[]): string {
  let [sum, otherSum] = [0, 0];
  for (const text of texts) {
    let one = 0x811c9dc5;
    let other = 0x9747b28c;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      one = Math.imul(one ^ unit, 0x01000193);
      other = Math.imul(other ^ unit, 0x85ebca6b);
      other ^= other >>> 15;
    }
    sum = (sum + mixed(one)) >>> 0;
    otherSum = (otherSum + mixed(other)) >>> 0;
  }
  return `${sum.toString(36)}.${otherSum.toString(36)}`;
}

/** The same text for the same attributes, in whatever order they and the values of their lists are. */
export function attributesText(attributes: Attributes): string {
  const names = Object.keys(attributes);
  if (names.length === 0) return "";
  return JSON.stringify(names.sort().map((name) => [name, listSorted(attributes[name])]));
}

/** The same text for the same value, in whatever order a list is. */
export function valueText(value: AttributeValue): string {
  return JSON.stringify(listSorted(value));
}

/** A code without what people are shown beside it. */
export const codeText = ({ system, code }: Code): string => `${system} ${code}`;

/** The same text for the same codes, in whatever order they are. */
export const codesText = (codes: readonly Code[]): string => codes.map(codeText).sort().join("\t");

const listSorted = (value: AttributeValue | undefined) =>
  Array.isArray(value) ? value.toSorted() : value;
