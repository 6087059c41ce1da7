import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { crc32, inflateRawSync } from "node:zlib";
import type { Sealing, WrittenPackage } from "../../shared/contract/packages.ts";
import { AppError } from "../../shared/errors.ts";
import { writeJsonlLine } from "../../shared/formats/casemark-jsonl/casemark-jsonl.ts";
import {
  type PackageManifest,
  type PackedFile,
  packageVersion,
} from "../../shared/packages/manifest.ts";
import { openDestination } from "../export/destination.ts";
import { sha256 } from "../sha256.ts";
import type { ReadDb } from "../store/database.ts";
import { readDocument } from "../store/documents.ts";
import { originalOf, packReport, packScheme, readDeflated } from "../store/packing/pack.ts";
import { type PackWish, packVersions } from "../store/packing/packed-reports.ts";
import { readProjectFacts } from "../store/project.ts";
import { readScheme } from "../store/scheme/schemes.ts";
import { type Lines, readLines } from "../store/versions/read-versions.ts";
import { version } from "../version.ts";
import { extractedPart, originalPart, parts } from "./members.ts";
import { seal } from "./sealing.ts";
import { withoutNames } from "./without-names.ts";
import { createZip, type ZipWriter } from "./zip-writer.ts";

/** What is said of a package besides what is in it. */
type PackageLabel = Pick<PackageManifest, "purpose" | "by" | "recipient" | "note" | "at">;

export interface PackageOrder extends PackWish {
  label: PackageLabel;
  sealing: Sealing;
  /** The file to write. */
  path: string;
}

/** Hears how many of so many things are written; what it throws ends the work. */
type Watch = (done: number, total: number) => void;

/**
 * Writes a package of a project, all of it of one moment, and puts it in its place when it is whole.
 * @param folder an empty folder of ours, where it is laid down before it is sealed
 * @throws AppError "bad-input" when there is nothing to pack.
 */
export async function writePackage(
  db: ReadDb,
  order: PackageOrder,
  folder: string,
  watch: Watch,
): Promise<WrittenPackage> {
  if (order.reports.length === 0)
    throw new AppError("bad-input", "There are no reports to pack; choose other reports.");
  const target = openDestination(order.path, "file");
  const isOpen = order.sealing.with === "nothing";
  const zip = isOpen ? target.draft : join(folder, "unsealed.zip");
  try {
    const layers = fill(zip, db, order, watch);
    if (!isOpen) await seal(zip, target.draft, order.sealing);
    const { size } = statSync(target.draft);
    target.finish();
    const { recipient } = order.label;
    return { file: order.path, recipient, reports: order.reports.length, layers, bytes: size };
  } finally {
    target.discard();
    if (!isOpen) rmSync(zip, { force: true });
  }
}

/** Writes the zip file; answers how many annotators' layers are in it. */
function fill(file: string, db: ReadDb, order: PackageOrder, watch: Watch): number {
  const zip = createZip(file);
  try {
    const lines = readLines(db);
    const files: PackedFile[] = [];
    const annotators = new Set<string>();
    const manifested: PackageManifest["reports"] = [];
    // Each report is gone through four times.
    const total = order.reports.length * 4;
    let done = 0;
    const step = () => watch(++done, total);
    files.push(zip.addTexts(parts.scheme, [JSON.stringify(packScheme(db, lines.scheme))]));
    files.push(zip.addTexts(parts.reports, reportLines(db, order, manifested, step)));
    files.push(zip.addTexts(parts.layers, layerLines(db, order, annotators, step)));
    files.push(zip.addTexts(parts.history, historyLines(db, lines, order, step)));
    if (order.originals) files.push(...addFiles(zip, db, order, step));
    const manifest = manifestOf(db, lines, order, manifested, files);
    zip.addTexts(parts.manifest, [`${JSON.stringify(manifest, null, 1)}\n`]);
    zip.finish();
    return annotators.size;
  } finally {
    zip.close();
  }
}

function* reportLines(
  db: ReadDb,
  { reports, annotators, originals }: PackageOrder,
  manifested: PackageManifest["reports"],
  step: () => void,
): Generator<string, void> {
  for (const id of reports) {
    const report = packReport(db, id, annotators, originals);
    const text = report.revisions[report.current - 1]?.sha256 ?? "";
    manifested.push({ id, text });
    step();
    yield lineOf(report);
  }
}

function* layerLines(
  db: ReadDb,
  { reports, annotators }: PackageOrder,
  found: Set<string>,
  step: () => void,
): Generator<string, void> {
  for (const id of reports) {
    const document = readDocument(db, id, null);
    const layers = document.layers.filter(
      ({ annotator }) => annotators === null || annotators.includes(annotator),
    );
    for (const { annotator } of layers) found.add(annotator);
    step();
    yield `${writeJsonlLine({ ...document, layers }, "codepoint")}\n`;
  }
}

function* historyLines(
  db: ReadDb,
  lines: Lines,
  { reports, annotators, label }: PackageOrder,
  step: () => void,
): Generator<string, void> {
  const isFeedback = label.purpose === "feedback" && annotators !== null;
  for (const id of reports) {
    step();
    const versions = packVersions(db, lines, id, annotators);
    for (const version of isFeedback ? withoutNames(versions, annotators) : versions)
      yield lineOf(version);
  }
}

const lineOf = (value: unknown) => `${JSON.stringify(value)}\n`;

/** Files as they lie in the project, and what readers made of them. Reports of one file share it. */
function addFiles(
  zip: ZipWriter,
  db: ReadDb,
  { reports }: PackageOrder,
  step: () => void,
): PackedFile[] {
  const files: PackedFile[] = [];
  const known = new Set<string>();
  const add = (name: string, deflated: Uint8Array<ArrayBuffer> | null) => {
    if (!deflated || known.has(name)) return;
    known.add(name);
    const bytes = inflateRawSync(deflated);
    zip.addDeflated(name, deflated, crc32(bytes), bytes.length);
    files.push({ name, bytes: bytes.length, sha256: sha256(bytes) });
  };
  for (const id of reports) {
    const original = originalOf(db, id);
    if (original) add(originalPart(original.sha256), readDeflated(db, "source_file", id));
    add(extractedPart(id), readDeflated(db, "extraction", id));
    step();
  }
  return files;
}

function manifestOf(
  db: ReadDb,
  { scheme }: Lines,
  { label, annotators }: PackageOrder,
  reports: PackageManifest["reports"],
  files: PackedFile[],
): PackageManifest {
  const { id, name } = readProjectFacts(db);
  return {
    ...{ format: "casepack", version: packageVersion, project: { id, name } },
    ...label,
    ...{ app: version, offsets: "utf16" },
    scheme: { version: readScheme(db).version, sha256: scheme.now },
    annotators: annotators && [...annotators],
    reports,
    files,
  };
}
