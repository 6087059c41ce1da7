import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importInto } from "./import-into.ts";
import { type Row, row } from "./row.ts";

/** How often each article stands in the long file. */
const copies = 3;

/** A folder's PDFs joined to one of some hundred pages: the time and the memory that its import takes. */
export function benchLong(articles: string): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "casemark-bench-"));
  try {
    const file = join(folder, "long.pdf");
    if (!joinPdfs(articles, file)) {
      console.log("No long PDF was read, since poppler's pdfunite did not make one.");
      return [];
    }
    return rowsOf(pagesOf(file), join(folder, "long"), file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function joinPdfs(articles: string, file: string): boolean {
  const once = readdirSync(articles).filter((name) => name.endsWith(".pdf"));
  const all = Array.from({ length: copies }, () => once.map((name) => join(articles, name))).flat();
  spawnSync("pdfunite", [...all, file]);
  return existsSync(file);
}

function pagesOf(file: string): string {
  const { stdout } = spawnSync("pdfinfo", [file], { encoding: "utf8" });
  return /^Pages:\s+(\d+)/m.exec(stdout)?.[1] ?? "?";
}

function rowsOf(pages: string, project: string, file: string): Row[] {
  const { milliseconds, megabytes, told } = importInto(project, file);
  const name = `import of one PDF of ${pages} pages`;
  return [
    row(name, "casemark", milliseconds / 1000, "s"),
    row(`${name}, peak memory`, "casemark", megabytes, "MB"),
    row(`${name}, progress`, "casemark", told, "times told"),
  ];
}
