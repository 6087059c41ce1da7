/** One element of well-formed XML, with the text that follows its start tag. */
export interface Element {
  name: string;
  attributes: Map<string, string>;
  text: string;
}

const startTag = /<([^\s<>/=!?"]+)((?:\s+[^\s<>/="]+="[^"]*")*)\s*\/?>([^<]*)/gu;

/** Every start tag of a file that another judge has found well-formed, and that has no CDATA between them. */
export function elementsOf(xml: string): Element[] {
  return Array.from(xml.matchAll(startTag), ([, name = "", given = "", text = ""]) => ({
    name,
    attributes: new Map(
      Array.from(given.matchAll(/([^\s="]+)="([^"]*)"/gu), ([, key = "", value = ""]) => [
        key,
        unescaped(value),
      ]),
    ),
    text: unescaped(text),
  }));
}

const named: Readonly<Record<string, string>> = {
  ...{ "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'" },
};

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|\w+);/gi, (written, decimal, hexadecimal) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    return hexadecimal
      ? String.fromCodePoint(Number.parseInt(hexadecimal, 16))
      : (named[written] ?? written);
  });
}
