/** An element with all that it holds. Its name has the prefix that the reader chose for its namespace. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | string;

/** The elements right below, in their order. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** The elements of a name right below, in their order. */
export function childrenNamed(element: XmlElement, ...names: string[]): XmlElement[] {
  return elementsOf(element).filter(({ name }) => names.includes(name));
}

/** The first element right below that has the name, null where there is none. */
export function childNamed(element: XmlElement | null, name: string): XmlElement | null {
  return (element && elementsOf(element).find((child) => child.name === name)) ?? null;
}

/** Walks down by names, null where one of them is missing. */
export function descend(element: XmlElement | null, ...names: string[]): XmlElement | null {
  return names.reduce(childNamed, element);
}

/** Every element below that has one of the names, in their order, none within another. */
export function outermost(element: XmlElement, ...names: string[]): XmlElement[] {
  return elementsOf(element).flatMap((child) =>
    names.includes(child.name) ? [child] : outermost(child, ...names),
  );
}

/** How many elements below have one of the names. */
export function countBelow(element: XmlElement, ...names: string[]): number {
  return elementsOf(element).reduce(
    (sum, child) => sum + (names.includes(child.name) ? 1 : 0) + countBelow(child, ...names),
    0,
  );
}

/** All text below, as it stands in the file. */
export function rawText(node: XmlNode): string {
  return typeof node === "string" ? node : node.children.map(rawText).join("");
}
