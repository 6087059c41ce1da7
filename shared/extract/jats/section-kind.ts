import type { SectionKind } from "../../model/report.ts";

const kinds: Readonly<Record<string, SectionKind>> = {
  intro: "introduction",
  introduction: "introduction",
  background: "introduction",
  case: "case",
  cases: "case",
  "case-report": "case",
  "case report": "case",
  "case-presentation": "case",
  materials: "methods",
  methods: "methods",
  "materials-and-methods": "methods",
  subjects: "methods",
  results: "results",
  discussion: "discussion",
  conclusion: "conclusion",
  conclusions: "conclusion",
};

/** What a sec-type says of a section, by its first known word; null where it says nothing that we know. */
export function sectionKind(section: { attributes: ReadonlyMap<string, string> }) {
  const words = (section.attributes.get("sec-type") ?? "").toLowerCase().split("|");
  const known = words.map((word) => word.trim()).find((word) => Object.hasOwn(kinds, word));
  return known === undefined ? null : (kinds[known] ?? null);
}
