import type { Section } from "../../model/report.ts";
import { sectionsOf } from "../bioc/sections.ts";

/** Title and abstract as a text has them: its first line and the rest. */
export function partsOf(text: string): { title: string; abstract: string } {
  const at = text.indexOf("\n");
  return at < 0
    ? { title: text, abstract: "" }
    : { title: text.slice(0, at), abstract: text.slice(at + 1) };
}

/** The sections that title and abstract are, in the text that they make with one line's end between them. */
export function sectionsIn(text: string, titleLength: number): Section[] {
  const passages = [
    { infons: { type: "title" }, start: 0, end: titleLength },
    { infons: { type: "abstract" }, start: titleLength + 1, end: text.length },
  ];
  return sectionsOf(passages, text);
}
