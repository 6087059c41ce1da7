import type { DocumentLayer } from "../../model/document.ts";
import { offsetConverter } from "../../text/offsets.ts";
import type { WriteOptions } from "../format.ts";
import type { Loss } from "../losses.ts";
import { idOfSourceKey, sourceKey } from "./source-key.ts";
import { lossesOf } from "./write/losses.ts";
import { type Plan, planOf } from "./write/plan.ts";
import { type PlannedLine, plannedLines } from "./write/planned-lines.ts";
import { ownNotes } from "./write/planned-notes.ts";

interface BratOptions {
  /** brat's own unit is the code point. */
  offsets: WriteOptions["offsets"];
  /** The scheme's names (namesInScheme), so that all layers of an export spell them alike. */
  names?: readonly string[];
}

interface BratWriting {
  /** The .ann file. */
  annotations: string;
  /** What programs other than Casemark will not see of the layer. */
  losses: Loss[];
}

/**
 * Writes a layer as a .ann file for the text. Lines that came from such a file keep their names and
 * places, and are written as they were unless they have changed; new ones follow.
 */
export function writeBrat(text: string, layer: DocumentLayer, options: BratOptions): BratWriting {
  const plan = planOf(layer, options.names);
  const { toCodePoint } = offsetConverter(text);
  const offset = options.offsets === "utf16" ? (unit: number) => unit : toCodePoint;
  const planned = [...plannedLines(plan, text, offset), ...ownNotes(plan)];
  const orphans = orphansOf(plan);
  const { lines, left } = fromSource(plan, planned, orphans);
  for (const line of left) lines.push(written(line, line.name ?? plan.next(line.letter)));
  const annotations = lines.map((line) => `${line}\n`).join("");
  return { annotations, losses: lossesOf(plan, orphans) };
}

/** What programs other than Casemark will not see of a layer, or see otherwise. */
export function bratLosses(layer: DocumentLayer, names?: readonly string[]): Loss[] {
  const plan = planOf(layer, names);
  return lossesOf(plan, orphansOf(plan));
}

/** The lines that the source has a place for, in its order, and those left over. */
function fromSource(plan: Plan, planned: readonly PlannedLine[], orphans: ReadonlySet<string>) {
  const waiting = Map.groupBy(planned, ({ key }) => key);
  const lines: string[] = [];
  for (const { key, name } of plan.layer.source?.lines ?? []) {
    const line = waiting.get(key)?.shift();
    if (key === sourceKey.verbatim && !orphans.has(name)) lines.push(name);
    else if (line !== undefined) lines.push(written(line, name));
  }
  const waits = new Set([...waiting.values()].flat());
  return { lines, left: planned.filter((line) => waits.has(line)) };
}

function written(line: PlannedLine, name: string): string {
  return lineName(name) + line.write(name);
}

/** Lines kept whole that speak of annotations which are gone. */
function orphansOf({ layer, names }: Plan): Set<string> {
  const there = new Set(
    [...layer.spans, ...layer.events, ...layer.relations].map(({ id }) => names.get(id)),
  );
  const lines = layer.source?.lines ?? [];
  const gone = new Set(
    lines
      .filter(({ key }) => key !== "" && key === idOfSourceKey(key))
      .map(({ name }) => lineName(name))
      .filter((name) => name !== "*" && !there.has(name)),
  );
  const speaksOfGone = (line: string) =>
    (line.split("\t")[1] ?? "").split(/[ :]/).some((word) => gone.has(word));
  const orphans = lines.filter(({ key, name }) => key === "" && speaksOfGone(name));
  return new Set(orphans.map(({ name }) => name));
}

/** The name itself, without what the source says besides. */
function lineName(sourceName: string): string {
  return sourceName.split(/[ \t]/)[0] ?? sourceName;
}
