import { type List, type ListLevel, type Numbering, numberingOf } from "../blocks/numbering.ts";
import { childrenNamed, type XmlElement } from "../xml/tree.ts";
import { numberAt, valueAt } from "./properties.ts";

/** Reads a numbering part; without one, no list shows any mark. */
export function readNumbering(part: XmlElement | null): Numbering {
  return numberingOf(part === null ? new Map() : listsOf(part));
}

function listsOf(part: XmlElement): Map<string, List> {
  const abstracts = new Map(
    childrenNamed(part, "w:abstractNum").map((one) => [
      one.attributes.get("w:abstractNumId") ?? "",
      { levels: levelsOf(one), link: valueAt(one, "w:numStyleLink") },
    ]),
  );
  const byStyle = new Map(
    childrenNamed(part, "w:abstractNum").map((one) => [valueAt(one, "w:styleLink"), levelsOf(one)]),
  );
  return new Map(
    childrenNamed(part, "w:num").map((one) => {
      const abstract = valueAt(one, "w:abstractNumId") ?? "";
      const known = abstracts.get(abstract);
      const base = (known?.link && byStyle.get(known.link)) || known?.levels || [];
      return [one.attributes.get("w:numId") ?? "", withOverrides(one, abstract, base)];
    }),
  );
}

function levelsOf(list: XmlElement): [number, ListLevel][] {
  return childrenNamed(list, "w:lvl").map((level) => [
    Number(level.attributes.get("w:ilvl")) || 0,
    {
      format: valueAt(level, "w:numFmt") ?? "decimal",
      text: valueAt(level, "w:lvlText") ?? "",
      start: numberAt(level, "w:start") ?? 0,
    },
  ]);
}

function withOverrides(
  num: XmlElement,
  abstract: string,
  base: Iterable<[number, ListLevel]>,
): List {
  const list: List = { abstract, levels: new Map(base), starts: new Map() };
  for (const override of childrenNamed(num, "w:lvlOverride")) {
    for (const [depth, level] of levelsOf(override)) list.levels.set(depth, level);
    const start = numberAt(override, "w:startOverride");
    if (start !== undefined) list.starts.set(Number(override.attributes.get("w:ilvl")) || 0, start);
  }
  return list;
}
