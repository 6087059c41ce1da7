import { styleOf } from "../blocks/numbering.ts";
import { numeral } from "../blocks/numerals.ts";
import { childNamed, type XmlElement } from "../xml/tree.ts";
import type { Notes } from "./context.ts";
import { numberAt, valueAt } from "./properties.ts";

const usual = { footnote: "decimal", endnote: "lowerRoman" };
const signs = ["*", "†", "‡", "§"];

/**
 * How notes are marked by the last section, or else by the document's settings. Numbers that begin
 * anew on each page or section go on here, so that no two notes have one mark.
 */
export function noteMarks(settings: XmlElement | null, body: XmlElement): Notes["mark"] {
  const ways = { footnote: wayOf("footnote"), endnote: wayOf("endnote") };
  return (kind, number) => {
    const { format, start } = ways[kind];
    if (format === "chicago") return signsFor(number);
    return numeral(number + start - 1, styleOf(format));
  };

  function wayOf(kind: "footnote" | "endnote") {
    const name = `w:${kind}Pr`;
    const places = [childNamed(childNamed(body, "w:sectPr"), name), childNamed(settings, name)];
    const format = places.map((one) => valueAt(one, "w:numFmt")).find((one) => one !== undefined);
    const start = places.map((one) => numberAt(one, "w:numStart")).find((one) => one !== undefined);
    return { format: format ?? usual[kind], start: start ?? 1 };
  }
}

/** *, †, ‡, §, then each twice, and so on; numbers past what anyone would count. */
function signsFor(number: number): string {
  const times = Math.ceil(number / signs.length);
  return times > 4 ? String(number) : (signs[(number - 1) % signs.length] ?? "").repeat(times);
}
