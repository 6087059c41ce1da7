import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gather, writeGathered } from "../../electron/api/convert.ts";
import type { ExportResult } from "../../electron/export/export.ts";
import { writeJsonlLine } from "../../shared/formats/casemark-jsonl/casemark-jsonl.ts";
import type { ExportFormat } from "../../shared/formats/format-ids.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { realFiles } from "../real-data.ts";
import { madeUpDocuments } from "../shared/formats/made-up-documents.ts";
import { temporaryFolder } from "../store/project.ts";

const watch = { signal: new AbortController().signal, progress: () => {} };

/** How many real reports are written besides those that are made up: enough to have everything that occurs. */
const mostReal = 12;

/** The documents that are judged: made-up ones with everything in them, and real ones where they are there. */
function source(): string {
  const folder = join(temporaryFolder(), "source");
  mkdirSync(folder, { recursive: true });
  const lines = madeUpDocuments.map((document) => writeJsonlLine(document, "codepoint"));
  writeFileSync(join(folder, "made-up.jsonl"), `${lines.join("\n")}\n`);
  for (const { name, bytes } of realFiles("brat/maccrobat2020/*.{ann,txt}").slice(0, 2 * mostReal))
    writeFileSync(join(folder, name), bytes);
  return folder;
}

let gathered: ReturnType<typeof gather> | null = null;

export interface Exported {
  result: ExportResult;
  documents: readonly AnnotatedDocument[];
  folder: string;
  /** Every file below the folder. */
  files: { name: string; text: string }[];
}

/** Writes all documents in a format, through the whole way that an export goes. */
export async function exported(format: ExportFormat): Promise<Exported> {
  gathered ??= gather(source(), "auto", { annotator: "Ana", offsets: null }, watch);
  const all = await gathered;
  const folder = temporaryFolder();
  const conversion = { format, offsets: "native", path: join(folder, format) } as const;
  const result = await writeGathered(all, conversion, watch);
  return { result, documents: all.documents, folder, files: filesBelow(folder) };
}

function filesBelow(folder: string): Exported["files"] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}
