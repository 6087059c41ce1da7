import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import type { importFormats } from "../../shared/contract/imports.ts";
import { type DocumentKind, documentKinds } from "../../shared/extract/extracted.ts";
import type { OcrLanguage } from "../../shared/extract/ocr-languages.ts";
import { type ReadFormat, readFormats, titleOfFormat } from "../../shared/formats/format-ids.ts";
import { formatOf, formats } from "../../shared/formats/registry.ts";
import type { FileProblem } from "../../shared/staged.ts";
import type { Unit as OffsetUnit } from "../../shared/text/offsets.ts";
import { isReportName, reportEndings } from "./kind-of.ts";

export type ImportFormat = (typeof importFormats)[number];

/** Something that one reader reads: a file, a pair of files, or a folder's scheme. */
export type Unit =
  | ({ kind: "document" } & DocumentWishes & UnitFile)
  /** A file of annotated documents, of the format that was asked for or of the one that it shows. */
  | ({ kind: "annotated"; format: ReadFormat | null } & AnnotatedWishes & UnitFile)
  | ({ kind: "brat-scheme" } & UnitFile);

interface DocumentWishes {
  /** The kind that was asked for, null to find out. */
  wished: DocumentKind | null;
  /** The encoding that a person chose. */
  encoding?: string | undefined;
  /** The language that OCR is to read scanned pages in; without it they are not read. */
  ocr?: OcrLanguage | undefined;
  /** The file's bytes, where they are at hand already. */
  bytes?: Uint8Array;
}

interface AnnotatedWishes {
  /** What a person says that its offsets count. */
  offsets?: OffsetUnit | undefined;
  /** Whether title and sections stay away where the format has none, rather than being looked for in the text. */
  isBare?: boolean;
}

interface UnitFile {
  file: string;
  /** Whose its annotations are, where that is told file by file. */
  annotator?: string;
  /** Below the folder that was asked for, "/" between folders, without the ending. */
  name: string;
  /** How people know the file: with its ending, and with the folder that was asked for. */
  shown: string;
}

export interface Collected {
  units: Unit[];
  failed: FileProblem[];
  /** What was passed over and may need a look, and what nobody misses. */
  warnings: FileProblem[];
  notes: FileProblem[];
}

/** One file found, with its name below the path that was asked for, "/" between folders. */
interface Found {
  file: string;
  name: string;
  shown: string;
  /** Whether the person named this very file, rather than a folder that holds it. */
  asked: boolean;
}

/**
 * Walks files and folders and decides which reader gets what. Reads no file. `show` says how people
 * know a path that was asked for: an upload's own folder means nothing to them.
 */
export async function collect(
  paths: readonly string[],
  format: ImportFormat,
  show: (path: string) => string = basename,
): Promise<Collected> {
  const collected: Collected = { units: [], failed: [], warnings: [], notes: [] };
  const found: Found[] = [];
  for (const path of paths) await find(path, show(path), found, collected);
  await addPartners(found);
  // A file that was named twice, or also by its folder, is read once.
  const once = new Map(found.map((one) => [one.file, one]));
  const inOrder = [...once.values()].sort((a, b) => byName.compare(a.name, b.name));
  const files = new Set(once.keys());
  for (const one of inOrder) sort(one, files, format, collected);
  return collected;
}

const byName = new Intl.Collator("en", { numeric: true });

async function find(path: string, shown: string, found: Found[], into: Collected): Promise<void> {
  const fail = (message: string) => into.failed.push({ file: shown, message });
  const kind = await stat(path).catch(() => null);
  if (kind === null) fail(`There is no file or folder "${shown}"; check the name.`);
  else if (kind.isDirectory()) await walk({ path, shown }, path, found, into);
  else if (kind.isFile()) found.push({ file: path, name: basename(path), shown, asked: true });
  else fail(`"${shown}" is neither a file nor a folder; choose the files themselves.`);
}

/** Who names one half of a brat pair means both. */
async function addPartners(found: Found[]): Promise<void> {
  const known = new Set(found.map(({ file }) => file));
  for (const { file, name, shown, asked } of [...found]) {
    const ending = asked ? partnerEnding[extname(file).toLowerCase()] : undefined;
    const partner = ending === undefined ? null : withoutEnding(file) + ending;
    if (partner === null || known.has(partner) || !existsSync(partner)) continue;
    known.add(partner);
    const named = { name: withoutEnding(name) + ending, shown: withoutEnding(shown) + ending };
    found.push({ file: partner, ...named, asked });
  }
}

const partnerEnding: Record<string, string> = { ".ann": ".txt", ".txt": ".ann" };

interface Top {
  path: string;
  shown: string;
}

/** Folders that are links are not followed, since they may lead in a circle; that is said. */
async function walk(top: Top, folder: string, found: Found[], into: Collected): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    const shown = shownBelow(top, folder);
    const message = `The folder "${shown}" cannot be read; allow reading it, or leave it out.`;
    into.failed.push({ file: shown, message });
    return;
  }
  for (const entry of entries) {
    const file = join(folder, entry.name);
    const shown = shownBelow(top, file);
    const kind = entry.isSymbolicLink() ? await stat(file).catch(() => null) : entry;
    if (kind?.isFile()) found.push({ file, name: nameBelow(top, file), shown, asked: false });
    else if (entry.isDirectory()) await walk(top, file, found, into);
    else into.warnings.push({ file: shown, message: `"${shown}" was left out: it is no file.` });
  }
}

function nameBelow({ path }: Top, file: string): string {
  return relative(path, file).split(sep).join("/");
}

function shownBelow(top: Top, file: string): string {
  const name = nameBelow(top, file);
  return name === "" ? top.shown : `${top.shown}/${name}`;
}

const withoutEnding = (file: string) => file.replace(/\.[^./\\]*$/, "");

const endingOf = (file: string) => extname(file).toLowerCase();
const unitFile = ({ file, name, shown }: Found) => ({ file, name: withoutEnding(name), shown });

function sort(one: Found, files: ReadonlySet<string>, format: ImportFormat, into: Collected): void {
  const unwanted = whyNobodyReads(basename(one.file), endingOf(one.file));
  if (unwanted !== null) leaveOut(one, unwanted, into);
  else if (format === "auto" || format === "brat") {
    if (!sortBrat(one, files, into)) sortOthers(one, format, into);
  } else sortOthers(one, format, into);
}

/** Answers whether the file is part of a brat folder. */
function sortBrat(one: Found, files: ReadonlySet<string>, into: Collected): boolean {
  const ending = endingOf(one.file);
  if (ending === ".ann") sortAnnotations(one, files, into);
  else if (basename(one.file) === "annotation.conf")
    into.units.unshift({ kind: "brat-scheme", ...unitFile(one) });
  else return ending === ".txt" && isHalf(one.file, files);
  return true;
}

/** Whether the annotations of a text stand in a file beside it. */
function isHalf(file: string, files: ReadonlySet<string>): boolean {
  return files.has(`${withoutEnding(file)}.ann`) || files.has(`${file}.knowtator.xml`);
}

function sortOthers(one: Found, format: ImportFormat, into: Collected): void {
  const ending = endingOf(one.file);
  const wished = documentKinds.find((kind) => kind === format) ?? null;
  const asked = readFormats.find((id) => id === format) ?? null;
  const isDocument = (isReportName(ending) || one.asked) && ending !== ".ann";
  if (isCompanion(basename(one.file))) passOver(one, into);
  else if (asked !== null && asked !== "brat") sortAnnotated(one, asked, into);
  else if (format === "auto" && isAnnotatedName(one.file))
    into.units.push({ kind: "annotated", format: null, ...unitFile(one) });
  else if (isDocument && (wished !== null || format === "auto"))
    into.units.push({ kind: "document", wished, ...unitFile(one) });
  else leaveOut(one, whyLeftOut(ending, basename(one.file)), into);
}

/** Files of the format that was asked for: those with its endings, and those that were named. */
function sortAnnotated(one: Found, format: ReadFormat, into: Collected): void {
  const endings = formatOf(format).reader?.endings ?? [];
  const isOne = one.asked || endings.some((ending) => one.file.toLowerCase().endsWith(ending));
  if (isOne) into.units.push({ kind: "annotated", format, ...unitFile(one) });
  else leaveOut(one, `files of ${titleOfFormat(format)} end in ${endings.join(", ")}.`, into);
}

/** Endings that no report has, so that the file can only hold annotated documents. */
function isAnnotatedName(file: string): boolean {
  const name = file.toLowerCase();
  return annotatedEndings.some((ending) => name.endsWith(ending));
}

const annotatedEndings = formats
  .flatMap(({ reader }) => reader?.endings ?? [])
  .filter((ending) => !isReportName(ending) && ending !== ".ann");

/** Files that an export puts beside its documents, and that say nothing of them. */
function isCompanion(name: string): boolean {
  return /^(?:.*types?(?:ystem)?\.xml|(?:.+\.)?config\.xml|.+\.dtd|visual\.conf|tools\.conf|kb_shortcuts\.conf)$/i.test(
    name,
  );
}

function passOver({ shown }: Found, into: Collected): void {
  const message = `"${shown}" was passed over: it describes other files, which say all that is needed.`;
  into.notes.push({ file: shown, message });
}

function whyLeftOut(ending: string, file: string): string {
  if (ending === ".txt") return `it has no "${withoutEnding(file)}.ann" beside it.`;
  return `Casemark reads ${reportEndings.join(", ")}, brat's .txt with .ann, and ${annotatedEndings.join(", ")}.`;
}

function leaveOut({ shown, asked }: Found, why: string, into: Collected): void {
  const message = `"${shown}" was left out: ${why}`;
  const passed = basename(shown).startsWith(".") ? into.notes : into.warnings;
  (asked ? into.failed : passed).push({ file: shown, message });
}

function whyNobodyReads(name: string, ending: string): string | null {
  if (name.startsWith(".")) return "it is a hidden file.";
  // Reading the open project's own file would let go of the lock that this process has on it.
  if (ending === ".casemark") return "it is a Casemark project; open it instead.";
  return null;
}

function sortAnnotations(one: Found, files: ReadonlySet<string>, into: Collected): void {
  const file = `${withoutEnding(one.file)}.txt`;
  if (files.has(file)) into.units.push({ kind: "annotated", format: "brat", ...unitFile(one) });
  else
    into.failed.push({
      file: one.shown,
      message: `"${one.shown}" has no text: put "${basename(file)}" into the same folder and import both.`,
    });
}
