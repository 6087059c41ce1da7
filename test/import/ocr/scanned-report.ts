import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import type { ScannedPage } from "./scan-file.ts";

/** What stands on the page of scanned-report.bits.zlib, line for line. */
export const scannedLines = [
  "SURGICAL PATHOLOGY REPORT",
  "",
  "Gross description",
  "Received in formalin is a wedge of stomach, 9.2 x 6.1 x 4.8 cm, with a firm,",
  "tan, well circumscribed mass of 5.4 cm in the muscle wall. The mucosa above it",
  "is intact. The cut surface is grey and whorled, with small foci of haemorrhage",
  "and without necrosis. The resection margin is 1.1 cm away.",
  "",
  "Microscopic description",
  "The tumour is made of bland spindle cells in short fascicles, with eosinophilic",
  "cytoplasm and perinuclear vacuoles. There are 3 mitoses in 5 square millimetres.",
  "Neither necrosis nor lymphovascular invasion is seen.",
  "",
  "Immunohistochemistry",
  "The tumour cells are diffusely positive for CD117 and DOG1, focally positive for",
  "CD34, and negative for desmin, S100 and pancytokeratin. SDHB is retained.",
  "",
  "Diagnosis",
  "Gastrointestinal stromal tumour of the stomach, spindle cell type, 5.4 cm, low",
  "mitotic rate. The margins are free of tumour.",
];

/** The page, set in Helvetica at 12 points and made dots; make-scanned-report.ts wrote it. */
export function scannedReport(): ScannedPage {
  const packed = readFileSync(join(import.meta.dirname, "scanned-report.bits.zlib"));
  return { width: 2479, height: 1800, bits: inflateSync(packed), dotsPerInch: 300 };
}
