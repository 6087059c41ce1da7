import type { Entity, Event, Group, Relation, Span } from "../../../model/annotation.ts";
import type { LayerSource } from "../../../model/document.ts";
import { sourceKey } from "../source-key.ts";
import type { RawLine } from "./raw-line.ts";
import type { Warnings } from "./warnings.ts";

/** What the steps of reading one file share. Annotations are kept by their names in the file. */
export interface Reading {
  text: string;
  lines: RawLine[];
  warnings: Warnings;
  /** The names that lines have. */
  lineNames: ReadonlySet<string>;
  /** The true name of a label, attribute or role that had to be spelled otherwise. */
  trueName(spelling: string): string;
  spans: Map<string, Span>;
  events: Map<string, Event>;
  relations: Map<string, Relation>;
  groups: Group[];
  /** The groups that have a line, by what the line says; several may say the same. */
  groupsByLine: Map<string, Group[]>;
  entities: Map<string, Entity>;
  /** Says what a line holds; lines that nobody claims are kept as they are. */
  claim(line: RawLine, key: string, name?: string): void;
  source(): LayerSource;
}

/** A reading with nothing read yet; `names` are true names by their spelling. */
export function startReading(
  text: string,
  lines: RawLine[],
  warnings: Warnings,
  names: ReadonlyMap<string, string>,
): Reading {
  const claimed = new Map<RawLine, { key: string; name: string }>();
  return {
    text,
    lines,
    warnings,
    lineNames: new Set(lines.map(({ name }) => name)),
    trueName: (spelling) => names.get(spelling) ?? spelling,
    spans: new Map(),
    events: new Map(),
    relations: new Map(),
    groups: [],
    groupsByLine: new Map(),
    entities: new Map(),
    claim: (line, key, name = line.name) => void claimed.set(line, { key, name }),
    source: () => ({
      format: "brat",
      lines: lines.map((line) => claimed.get(line) ?? verbatim(line)),
    }),
  };
}

/** The span, event or relation of a name. */
export function annotated(reading: Reading, name: string): Span | Event | Relation | undefined {
  return reading.spans.get(name) ?? reading.events.get(name) ?? reading.relations.get(name);
}

function verbatim(line: RawLine) {
  return { key: sourceKey.verbatim, name: line.whole };
}

/** Counts a line that stays as it is. */
export function keep(reading: Reading, line: RawLine, what: string): void {
  reading.warnings.count(
    line,
    `is kept as it is, but not shown (${what})`,
    `are kept as they are, but not shown (${what})`,
  );
}
