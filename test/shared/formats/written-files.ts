import { applyFit } from "../../../shared/formats/fit/apply-fit.ts";
import type { Format } from "../../../shared/formats/format.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { plainOptions } from "./round-trip.ts";

/** Files as an export writes them of documents: one with all in it, or for each document its own. */
export function writtenFiles(
  { id, writer }: Format,
  documents: readonly AnnotatedDocument[],
): string[][] {
  if (!writer) throw new Error(`${id} is not written`);
  const options = plainOptions;
  const parts = writer.holds.layers ? [...documents] : documents.flatMap(layerByLayer);
  const texts = parts.map((part) =>
    writer.write(applyFit(writer, part, options).document, options),
  );
  if (writer.files === "each") return texts;
  const all = texts.map(([text = ""]) => text).join(writer.between ?? "");
  return [[(writer.begin?.(options) ?? "") + all + (writer.end?.(options) ?? "")]];
}

function layerByLayer(document: AnnotatedDocument): AnnotatedDocument[] {
  return document.layers.map((layer) => ({ ...document, layers: [layer] }));
}
