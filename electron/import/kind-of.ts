import type { DocumentKind } from "../../shared/extract/extracted.ts";

const kindsByEnding: Readonly<Record<string, DocumentKind>> = {
  ".txt": "text",
  ".text": "text",
  ".md": "markdown",
  ".markdown": "markdown",
  ".pdf": "pdf",
  ".docx": "docx",
  ".docm": "docx",
  ".odt": "odt",
  ".rtf": "rtf",
  ".xml": "jats",
  ".nxml": "jats",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
};

/** Endings of the files that hold a report, for people: ".txt, .pdf …". */
export const reportEndings: readonly string[] = Object.keys(kindsByEnding);

/** Whether a file's name says that it holds a report. */
export function isReportName(ending: string): boolean {
  return Object.hasOwn(kindsByEnding, ending);
}

const headLength = 4096;

/**
 * What kind of document a file is. Its first bytes decide where they can: a PDF that is called .txt is
 * a PDF. Where they cannot, its ending does, and text is the last resort.
 */
export function kindOf(bytes: Uint8Array, ending: string): DocumentKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength));
  const start = head.toString("latin1");
  const named = kindsByEnding[ending];
  if (start.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (start.startsWith("PK\u0003\u0004"))
    return start.includes("opendocument.text") ? "odt" : "docx";
  // A file of Microsoft's older container: what a .docx becomes under a password.
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0") && named) return named;
  if (start.startsWith("{\\rtf")) return "rtf";
  if (named === "markdown" || named === "text") return named;
  if (/<!doctype\s+html|<html[\s>]/i.test(start)) return "html";
  if (/<\?xml|<article[\s>]/i.test(start)) return "jats";
  return named ?? "text";
}
