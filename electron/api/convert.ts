import type { offsetUnits } from "../../shared/contract/exports.ts";
import type { Progress } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { ExportFormat } from "../../shared/formats/format-ids.ts";
import type { Loss } from "../../shared/formats/losses.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { Scheme } from "../../shared/model/scheme.ts";
import type { FileProblem } from "../../shared/staged.ts";
import type { Unit as OffsetUnit } from "../../shared/text/offsets.ts";
import { type ExportResult, exportDocuments, findLosses } from "../export/export.ts";
import { placeFor } from "../export/place.ts";
import { collect, type ImportFormat, type Unit } from "../import/collect.ts";
import { readInWorker } from "../import/reader.ts";
import { createLearning } from "./learning.ts";

interface Watch {
  signal: AbortSignal;
  progress(progress: Progress): void;
}

/** Documents of files, without a project, and all that was said while they were read. */
export interface Gathered {
  documents: AnnotatedDocument[];
  /** What they use and declare. */
  scheme: Scheme;
  failed: FileProblem[];
  warnings: FileProblem[];
}

/** Reads a file or folder into memory. @throws AppError "cancelled", or "bad-file" where nothing can be read. */
export async function gather(
  path: string,
  from: ImportFormat,
  { annotator, offsets }: { annotator: string; offsets: OffsetUnit | null },
  { signal, progress }: Watch,
): Promise<Gathered> {
  const { units, failed, warnings } = await collect([path], from);
  const learning = createLearning(emptyScheme);
  const documents: AnnotatedDocument[] = [];
  const wished = units.map((unit) => asGiven(unit, offsets));
  let done = 0;
  for await (const read of readInWorker(wished, annotator)) {
    if (signal.aborted) throw new AppError("cancelled", "The conversion was cancelled.");
    if (read.kind === "report") {
      const { document, warnings: said } = read.report;
      documents.push(document);
      learning.use(document.name, document);
      warnings.push(...said.map((message) => ({ file: read.file, message })));
    } else if (read.kind === "failed") failed.push(read.problem);
    else if (read.kind === "scheme") learning.declare(read.additions);
    else if (read.kind === "unit")
      progress({ done: ++done, total: units.length, doing: "Reading" });
  }
  if (documents.length === 0) throw nothingRead(path, failed);
  return { documents, scheme: learning.learn(emptyScheme), failed, warnings };
}

const emptyScheme = Scheme.parse({ name: "converted" });

/** A conversion adds nothing that the file does not say. */
function asGiven(unit: Unit, offsets: OffsetUnit | null): Unit {
  if (unit.kind !== "annotated") return unit;
  return { ...unit, isBare: true, ...(offsets && { offsets }) };
}

function nothingRead(path: string, failed: readonly FileProblem[]): AppError {
  const [first] = failed;
  return new AppError(
    "bad-file",
    first?.message ??
      `There is nothing to convert in "${path}"; check the format that was asked for.`,
  );
}

interface Conversion {
  format: ExportFormat;
  offsets: (typeof offsetUnits)[number];
  path: string;
}

/** What the documents would lose in the format. */
export function lossesIn(
  gathered: Gathered,
  conversion: Conversion,
  watch: Watch,
): Promise<Loss[]> {
  return findLosses(requestOf(gathered, conversion, watch));
}

/** Writes the documents, and reads them back. */
export function writeGathered(
  gathered: Gathered,
  conversion: Conversion,
  watch: Watch,
): Promise<ExportResult> {
  return exportDocuments({ ...requestOf(gathered, conversion, watch), path: conversion.path });
}

function requestOf(
  { documents, scheme }: Gathered,
  { format, offsets, path }: Conversion,
  watch: Watch,
) {
  const names = new Set(
    documents.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)),
  );
  const asked = { format, annotators: names.size, reports: documents.length };
  const { kind: place, folders } = placeFor(asked, path);
  const total = documents.length;
  return { ...{ format, offsets, place, folders, scheme, documents, total }, ...watch };
}
