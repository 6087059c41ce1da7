import { childNamed, descend, type XmlElement } from "../xml/tree.ts";

/** The `w:val` of an element further down, undefined where there is none. */
export function valueAt(element: XmlElement | null, ...names: string[]): string | undefined {
  return descend(element, ...names)?.attributes.get("w:val");
}

/** The whole number in a `w:val` further down, undefined where there is none. */
export function numberAt(element: XmlElement | null, ...names: string[]): number | undefined {
  const value = Number.parseInt(valueAt(element, ...names) ?? "", 10);
  return Number.isNaN(value) ? undefined : value;
}

/** Whether a switch such as `w:vanish` is on or off; undefined where it is not there. */
export function switchAt(element: XmlElement | null, name: string): boolean | undefined {
  const found = childNamed(element, name);
  return found ? !/^(0|false|off)$/.test(found.attributes.get("w:val") ?? "") : undefined;
}
