import type { Extracted } from "../../../shared/extract/extracted.ts";
export async function readPdf(_bytes: Uint8Array, _options: object): Promise<Extracted> {
  return { kind: "pdf", title: null, blocks: [], metadata: {}, warnings: [] };
}
