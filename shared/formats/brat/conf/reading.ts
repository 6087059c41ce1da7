import { noAdditions, type SchemeAdditions } from "../../../model/scheme.ts";
import type { ConfFile } from "./lines.ts";

/** What the steps of reading one annotation.conf share. */
export interface ConfReading {
  file: ConfFile;
  fileName: string;
  additions: SchemeAdditions;
  warnings: string[];
  trueName(spelling: string): string;
  /** The names that types stand for; none where they stand for all labels. */
  expand(types: readonly string[]): string[];
}

/** A reading with nothing read yet; `names` are true names by their spelling. */
export function startReading(
  file: ConfFile,
  fileName: string,
  names: ReadonlyMap<string, string>,
): ConfReading {
  const trueName = (spelling: string) => names.get(spelling) ?? spelling;
  const entities = typesIn(file, entitySections);
  const events = typesIn(file, ["events"]);
  const known: Record<string, string[]> = {
    "<ENTITY>": entities,
    "<EVENT>": events,
    "<ANY>": [...entities, ...events],
  };
  const expandOne = (type: string, inside: readonly string[]): string[] => {
    const macro = known[type] ?? file.macros.get(type);
    if (macro === undefined || inside.includes(type)) return [type];
    return macro.flatMap((one) => expandOne(one, [...inside, type]));
  };
  return {
    file,
    fileName,
    additions: noAdditions(),
    warnings: [],
    trueName,
    expand(types) {
      const expanded = new Set(types.flatMap((type) => expandOne(type, [])));
      const all = [...entities, ...events];
      return all.every((type) => expanded.has(type)) ? [] : [...expanded].map(trueName);
    },
  };
}

/** `spans` is what old files call it. */
export const entitySections = ["entities", "spans"];

function typesIn({ lines }: ConfFile, sections: readonly string[]): string[] {
  return lines
    .filter(({ section, disabled }) => !disabled && sections.includes(section))
    .map(({ name }) => name);
}

/** Says what is wrong with a line, or not kept of it. */
export function warn({ fileName, warnings }: ConfReading, line: number, problem: string): void {
  warnings.push(`${fileName}, line ${line}: ${problem}.`);
}
