import { badFile, type Source } from "../../../extract/source.ts";
import type { Unit } from "../../../text/offsets.ts";
import type { CountedWarnings } from "../../reading/counted-warnings.ts";
import { textOf } from "../../reading/json.ts";
import type { Cas } from "../../uima/cas.ts";
import { layerOfLine, type TsvLayer } from "../header.ts";
import { casOfBody } from "./annotations.ts";
import { readBody } from "./body.ts";
import { casOfVersion2 } from "./version2/annotations.ts";
import { isVersion2 } from "./version2/layers.ts";

const formatLine = /^#FORMAT=WebAnno TSV (3(?:\.\d+)?)\s*$/;

/** Whether a file that begins so is WebAnno TSV of any version. */
export function isWebannoTsv(head: string): boolean {
  const text = head.replace(/^\uFEFF/, "");
  return text.startsWith("#FORMAT=WebAnno TSV ") || isVersion2(text);
}

/**
 * What a file of WebAnno TSV 1, 2 or 3 holds.
 * @throws AppError "bad-file" for a file that is none or is damaged, with the line.
 */
export function casOfFile(source: Source, unit: Unit | null, warnings: CountedWarnings): Cas {
  const text = textOf(source);
  const lines = text.split(/\r\n|\n|\r/);
  if (isVersion2(text)) return casOfVersion2(lines, source, warnings);
  const version = formatLine.exec(lines[0] ?? "")?.[1];
  if (version === undefined)
    throw badFile(
      source,
      "is not WebAnno TSV 3 or older: its first line names no such format; export it again as WebAnno TSV 3.",
    );
  const layers = layersOf(lines, source);
  const columns = layers.reduce((sum, layer) => sum + layer.columns.length, 0);
  const first = layers.length + 1;
  const reading = { source, unit, version: Number(version), columns, warnings };
  return casOfBody(readBody(lines.slice(first), first + 1, reading), layers, warnings);
}

/** The layers that the lines below the first declare, down to the first other line. */
function layersOf(lines: readonly string[], source: Source): TsvLayer[] {
  const layers: TsvLayer[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const layer = layerOfLine(lines[at] ?? "", source, at + 1);
    if (layer === null) break;
    layers.push(layer);
  }
  return layers;
}
