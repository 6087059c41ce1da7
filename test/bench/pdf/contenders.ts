import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readPdf } from "../../../electron/import/readers/pdf.ts";
import { textOfBlock } from "../../../shared/extract/extracted.ts";
import type { Candidate } from "./measures.ts";

/** Casemark's own reading: blocks in their order, what is left out aside. */
export async function casemark(file: string): Promise<Candidate> {
  const { blocks } = await readPdf(new Uint8Array(readFileSync(file)), {});
  const kept = blocks.filter(({ kind }) => kind !== "left-out");
  return {
    text: kept.map(textOfBlock).join("\n\n"),
    headings: kept.filter(({ kind }) => kind === "heading").map(textOfBlock),
  };
}

/** Poppler's pdftotext, whose every line may be a heading. */
export function pdftotext(file: string, ...options: string[]): Candidate {
  const text = popplerText(file, ...options);
  return { text, headings: text.split("\n") };
}

export function popplerText(file: string, ...options: string[]): string {
  const printed = ["-enc", "UTF-8", ...options, file, "-"];
  return execFileSync("pdftotext", printed, { encoding: "utf8", maxBuffer: 2 ** 28 });
}
