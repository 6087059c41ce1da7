import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import type { FileProblem, importFormats } from "../../shared/contract.ts";

export type ImportFormat = (typeof importFormats)[number];

/** Something that one reader reads: a file, a pair of files, or a folder's scheme. */
export type Unit =
  | { kind: "text" | "casemark-jsonl" | "brat-scheme"; file: string; name: string }
  | { kind: "brat"; file: string; annotations: string; name: string };

export interface Collected {
  units: Unit[];
  failed: FileProblem[];
  warnings: FileProblem[];
}

/** One file found, with its name below the path that was asked for, "/" between folders. */
interface Found {
  file: string;
  name: string;
  /** Whether the person named this very file, rather than a folder that holds it. */
  asked: boolean;
}

/** Walks files and folders and decides which reader gets what. Reads no file. */
export async function collect(paths: readonly string[], format: ImportFormat): Promise<Collected> {
  const collected: Collected = { units: [], failed: [], warnings: [] };
  const found: Found[] = [];
  for (const path of paths) await find(path, found, collected.failed);
  await addPartners(found);
  found.sort((a, b) => byName.compare(a.name, b.name));
  const files = new Set(found.map(({ file }) => file));
  for (const one of found) sort(one, files, format, collected);
  return collected;
}

const byName = new Intl.Collator("en", { numeric: true });

async function find(path: string, found: Found[], failed: FileProblem[]): Promise<void> {
  const kind = await stat(path).catch(() => null);
  if (kind === null)
    failed.push({ file: path, message: `There is no file or folder "${path}"; check the name.` });
  else if (kind.isDirectory()) await walk(path, found);
  else found.push({ file: path, name: basename(path), asked: true });
}

/** Who names one half of a brat pair means both. */
async function addPartners(found: Found[]): Promise<void> {
  const known = new Set(found.map(({ file }) => file));
  for (const { file, name, asked } of [...found]) {
    const ending = asked ? partnerEnding[extname(file).toLowerCase()] : undefined;
    const partner = ending === undefined ? null : withoutEnding(file) + ending;
    if (partner === null || known.has(partner) || !existsSync(partner)) continue;
    known.add(partner);
    found.push({ file: partner, name: withoutEnding(name) + ending, asked });
  }
}

const partnerEnding: Record<string, string> = { ".ann": ".txt", ".txt": ".ann" };

async function walk(folder: string, found: Found[]): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile())
      found.push({ file, name: relative(folder, file).split(sep).join("/"), asked: false });
  }
}

const plainText = /\.(txt|text|md|markdown)$/i;
const withoutEnding = (file: string) => file.replace(/\.[^./\\]*$/, "");

function sort(one: Found, files: ReadonlySet<string>, format: ImportFormat, into: Collected): void {
  const { file, name, asked } = one;
  const ending = /\.[^./\\]*$/.exec(basename(file))?.[0].toLowerCase() ?? "";
  const unit = { file, name: withoutEnding(name) };
  const wants = (kind: ImportFormat) => format === "auto" || format === kind;
  const leaveOut = (why: string) => {
    const message = `"${name}" was left out: ${why}`;
    (asked ? into.failed : into.warnings).push({ file: name, message });
  };

  if (basename(file).startsWith(".")) leaveOut("it is a hidden file.");
  else if (ending === ".ann" && wants("brat")) sortAnnotations(one, files, into);
  else if (basename(file) === "annotation.conf" && wants("brat"))
    into.units.unshift({ kind: "brat-scheme", ...unit });
  else if (plainText.test(file) && files.has(`${withoutEnding(file)}.ann`) && wants("brat")) return;
  else if (ending === ".jsonl" && wants("casemark-jsonl"))
    into.units.push({ kind: "casemark-jsonl", ...unit });
  else if ((plainText.test(file) || asked) && wants("text") && ending !== ".ann")
    into.units.push({ kind: "text", ...unit });
  else if (plainText.test(file)) leaveOut(`it has no "${basename(unit.name)}.ann" beside it.`);
  else leaveOut("Casemark reads .txt, brat's .txt with .ann, and .jsonl of its own.");
}

function sortAnnotations({ file, name }: Found, files: ReadonlySet<string>, into: Collected): void {
  const beside = `${withoutEnding(file)}.txt`;
  if (files.has(beside))
    into.units.push({ kind: "brat", file: beside, annotations: file, name: withoutEnding(name) });
  else
    into.failed.push({
      file: name,
      message: `"${name}" has no text: put "${basename(beside)}" into the same folder ("${dirname(file)}") and import both.`,
    });
}
