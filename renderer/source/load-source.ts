import type { Output } from "../../shared/contract.ts";
import type { PlacedRange } from "../../shared/extract/places.ts";
import { call } from "../api.ts";
import { t } from "../messages.ts";
import { type OpenPdf, openPdf } from "./pdf/open-pdf.ts";

/** A report's PDF, open, and where the report's text stands in it. */
export interface PdfSource {
  name: string;
  pdf: OpenPdf;
  places: PlacedRange[];
}

/** Open until the signal says that nobody looks any more. @throws Error with a sentence to show. */
export async function loadPdf(report: string, signal: AbortSignal): Promise<PdfSource> {
  const { name, base64, places } = await call("report.source", { report });
  const pdf = await openPdf(base64).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(t("“{name}” cannot be drawn: {why}", { name, why }), { cause });
  });
  if (signal.aborted) pdf.close();
  else signal.addEventListener("abort", pdf.close);
  return { name, pdf, places };
}

export type BlocksSource = Output<"report.extraction">;

/** What a reader found in a report's file, in its order. */
export function loadBlocks(report: string): Promise<BlocksSource> {
  return call("report.extraction", { report });
}
