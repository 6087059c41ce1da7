import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scannedPdf } from "../../import/ocr/scan-file.ts";
import { scannedReport } from "../../import/ocr/scanned-report.ts";
import { temporaryFolder } from "../../store/project.ts";
import { answer, casemark } from "./casemark.ts";

test("scans are read in the language that --ocr names, and refused with a word about it else", async () => {
  const folder = temporaryFolder();
  const [project, scan] = [join(folder, "p.casemark"), join(folder, "scan.pdf")];
  await answer(["new", project]);
  writeFileSync(scan, scannedPdf([scannedReport()]));
  const refused = await casemark(["import", project, scan]);
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /This PDF has no text\. .*\n--ocr LANGUAGE reads scanned pages\.\nNothing was imported\.\n$/,
    ),
  });
  expect(await casemark(["import", project, scan, "--ocr", "klingon"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--ocr has to be one of eng, deu, fra, spa."),
  });
  const imported = await answer(["import", project, scan, "--ocr", "eng"]);
  expect(imported).toMatchObject({
    reports: 1,
    warnings: expect.arrayContaining([
      { file: expect.any(String), message: expect.stringContaining("read from pictures by OCR") },
    ]),
  });
});
