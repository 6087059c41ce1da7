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
  for (const path of paths) await find(path, found, collected);
  await addPartners(found);
  // A file that was named twice, or also by its folder, is read once.
  const once = new Map(found.map((one) => [one.file, one]));
  const inOrder = [...once.values()].sort((a, b) => byName.compare(a.name, b.name));
  const files = new Set(once.keys());
  for (const one of inOrder) sort(one, files, format, collected);
  return collected;
}

const byName = new Intl.Collator("en", { numeric: true });

async function find(path: string, found: Found[], into: Collected): Promise<void> {
  const fail = (message: string) => into.failed.push({ file: path, message });
  const kind = await stat(path).catch(() => null);
  if (kind === null) fail(`There is no file or folder "${path}"; check the name.`);
  else if (kind.isDirectory()) await walk(path, path, found, into);
  else if (kind.isFile()) found.push({ file: path, name: basename(path), asked: true });
  else fail(`"${path}" is neither a file nor a folder; choose the files themselves.`);
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

/** Folders that are links are not followed, since they may lead in a circle; that is said. */
async function walk(top: string, folder: string, found: Found[], into: Collected): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    const message = `The folder "${folder}" cannot be read; allow reading it, or leave it out.`;
    into.failed.push({ file: nameBelow(top, folder), message });
    return;
  }
  for (const entry of entries) {
    const file = join(folder, entry.name);
    const name = nameBelow(top, file);
    const kind = entry.isSymbolicLink() ? await stat(file).catch(() => null) : entry;
    if (kind?.isFile()) found.push({ file, name, asked: false });
    else if (entry.isDirectory()) await walk(top, file, found, into);
    else into.warnings.push({ file: name, message: `"${name}" was left out: it is no file.` });
  }
}

function nameBelow(top: string, path: string): string {
  return relative(top, path).split(sep).join("/");
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

  const unwanted = whyNobodyReads(basename(file), ending);
  if (unwanted !== null) leaveOut(unwanted);
  else if (ending === ".ann" && wants("brat")) sortAnnotations(one, files, into);
  else if (basename(file) === "annotation.conf" && wants("brat"))
    into.units.unshift({ kind: "brat-scheme", ...unit });
  else if (ending === ".txt" && files.has(`${withoutEnding(file)}.ann`) && wants("brat")) return;
  else if (ending === ".jsonl" && wants("casemark-jsonl"))
    into.units.push({ kind: "casemark-jsonl", ...unit });
  else if ((plainText.test(file) || asked) && wants("text") && ending !== ".ann")
    into.units.push({ kind: "text", ...unit });
  else if (plainText.test(file)) leaveOut(`it has no "${basename(unit.name)}.ann" beside it.`);
  else leaveOut("Casemark reads .txt, brat's .txt with .ann, and .jsonl of its own.");
}

function whyNobodyReads(name: string, ending: string): string | null {
  if (name.startsWith(".")) return "it is a hidden file.";
  // Reading the open project's own file would let go of the lock that this process has on it.
  if (ending === ".casemark") return "it is a Casemark project; open it instead.";
  return null;
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
