import { elementsOf, type XmlElement } from "../../extract/xml/tree.ts";
import { freeNames } from "../texts/free-names.ts";

/** An element below TAGS. */
export interface Tag {
  id: string;
  /** The element's name. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** How a person finds it in the file: "tag A0". */
  where: string;
}

/** A tag that marks words. */
export interface Extent extends Tag {
  ranges: { start: number; end: number }[];
}

export interface SortedTags {
  extents: Extent[];
  /** Tags of the whole text, whose offsets are -1. */
  ofText: Tag[];
  /** Tags without offsets, which link others. */
  links: Tag[];
}

/** Sorts tags by what they are, with a name for those that have none or one that is given twice. */
export function sortTags(tags: XmlElement | null, fail: (problem: string) => Error): SortedTags {
  const sorted: SortedTags = { extents: [], ofText: [], links: [] };
  const idOf = freeNames("-");
  for (const element of tags ? elementsOf(tags) : []) {
    const { name, attributes } = element;
    const given = attributes.get("id") || name;
    const tag = { id: idOf(given), name, attributes, where: `tag ${given}` };
    const ranges = rangesOf(tag, fail);
    if (ranges === null) sorted.links.push(tag);
    else if (ranges.every(({ start, end }) => start < 0 && end < 0)) sorted.ofText.push(tag);
    else if (ranges.some(({ start }) => start < 0))
      throw fail(`has an offset before its text: ${tag.where}; correct it and import it again.`);
    else sorted.extents.push({ ...tag, ranges });
  }
  return sorted;
}

/** The offsets of `spans="4~9,12~15"`, or of `start` and `end`; null where it has neither. */
function rangesOf({ attributes, where }: Tag, fail: (problem: string) => Error) {
  const [start, end] = [attributes.get("start"), attributes.get("end")];
  const spans = attributes.get("spans") ?? (start && end ? `${start}~${end}` : null);
  if (spans === null) return null;
  return spans
    .split(/[,;]/)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const [, from, to] = /^\s*(-?\d{1,15})\s*~\s*(-?\d{1,15})\s*$/.exec(part) ?? [];
      if (from === undefined || to === undefined)
        throw fail(
          `has offsets that are no numbers: ${where} has "${spans}"; it should be as in "4~9,12~15".`,
        );
      return { start: Number(from), end: Number(to) };
    });
}

const ownNames = new Set(["id", "spans", "start", "end", "text"]);

/** Whether an attribute says what and where the tag is, and is none of the annotator's. */
export function isOwnName(name: string): boolean {
  return ownNames.has(name.toLowerCase());
}
