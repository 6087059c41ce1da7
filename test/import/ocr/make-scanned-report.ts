import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { makePdf } from "../../end-to-end/make-pdf.ts";
import { scannedLines } from "./scanned-report.ts";

// node make-scanned-report.ts: sets the page anew and writes it as dots. Needs poppler's pdftoppm.

const folder = mkdtempSync(join(tmpdir(), "casemark-scan-"));
try {
  writeFileSync(join(folder, "page.pdf"), makePdf([scannedLines]));
  const printing = ["-r", "300", "-mono", "-singlefile", join(folder, "page.pdf")];
  execFileSync("pdftoppm", [...printing, join(folder, "page")]);
  const file = readFileSync(join(folder, "page.pbm"));
  const [, head = "", width = "", height = ""] =
    /^(P4\s+(\d+)\s+(\d+)\s)/.exec(file.subarray(0, 40).toString("latin1")) ?? [];
  console.log(`${width} x ${height}, of which 1800 rows are kept`);
  const rows = file.subarray(head.length, head.length + ((Number(width) + 7) >> 3) * 1800);
  // In this format 1 is black, in a PDF's grey it is white.
  const bits = rows.map((byte) => byte ^ 255);
  writeFileSync(
    join(import.meta.dirname, "scanned-report.bits.zlib"),
    deflateSync(bits, { level: 9 }),
  );
} finally {
  rmSync(folder, { recursive: true });
}
