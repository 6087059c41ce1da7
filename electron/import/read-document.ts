import { extname } from "node:path";
import { findDefects } from "../../shared/defects/find.ts";
import { AppError } from "../../shared/errors.ts";
import type { DocumentKind, Extracted } from "../../shared/extract/extracted.ts";
import type { OcrLanguage } from "../../shared/extract/ocr-languages.ts";
import { offerRepairs } from "../../shared/extract/offer-repairs.ts";
import { readPlain } from "../../shared/extract/plain.ts";
import { decodeText } from "./encoding.ts";
import { kindOf } from "./kind-of.ts";
import { readDocx } from "./readers/docx.ts";
import { readHtml } from "./readers/html.ts";
import { withEncoding } from "./readers/in-utf8.ts";
import { readJats } from "./readers/jats.ts";
import { readMarkdown } from "./readers/markdown.ts";
import { readOdt } from "./readers/odt.ts";
import { readPdf } from "./readers/pdf.ts";
import { readRtf } from "./readers/rtf.ts";

interface ReadingWishes {
  /** What a person chose for a text, Markdown or HTML; without it the bytes tell. */
  encoding?: string | undefined;
  /** The language in which OCR reads a PDF's scanned pages. */
  ocr?: OcrLanguage | undefined;
  /** Called after each page of a PDF, from 1. */
  onPage?: ((page: number, pages: number) => void) | undefined;
  /** Whether a PDF's bytes may be taken away, so that a long one is not held twice. */
  mayTake?: boolean | undefined;
}

/**
 * The reports in a file, nearly always one. `wished` is the kind that a person asked for; without it
 * the file's bytes and name tell. @throws AppError "bad-file" or "bad-encoding" in one sentence.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  wished: DocumentKind | null,
  { encoding, ...wishes }: ReadingWishes = {},
): Promise<Extracted[]> {
  const kind = wished ?? kindOf(bytes, extname(fileName).toLowerCase());
  switch (kind) {
    case "pdf":
      return [await naming(fileName, readPdf(bytes, wishes))];
    case "docx":
      return [readDocx(bytes, fileName)];
    case "odt":
      return [readOdt(bytes, fileName)];
    case "rtf":
      return [readRtf(bytes, fileName)];
    case "jats":
      return readJats(bytes, fileName);
    case "html":
      return [readHtml(bytes, fileName, encoding)];
    case "markdown":
      return [readMarkdown(bytes, fileName, encoding)];
    case "text":
      return [readText(bytes, fileName, encoding)];
    default:
      return kind satisfies never;
  }
}

/** The PDF reader knows no file names. */
async function naming<Value>(fileName: string, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, `"${fileName}": ${error.message}`, { cause: error });
  }
}

function readText(bytes: Uint8Array, file: string, wished: string | undefined): Extracted {
  const { text, ...about } = decodeText(bytes, { file, wished });
  return withEncoding(offerRepairs(readPlain(text), findDefects(text)), about);
}
