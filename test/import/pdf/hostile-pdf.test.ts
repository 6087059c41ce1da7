import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { readPdf } from "../../../electron/import/readers/pdf.ts";
import { AppError } from "../../../shared/errors.ts";
import { textOfBlock } from "../../../shared/extract/extracted.ts";
import { pdfOf, text } from "./pdf-file.ts";

const bytesOf = (written: string) => Uint8Array.from(Buffer.from(written, "latin1"));
const lines = text(["A line of text."]);
const whole = Buffer.from(pdfOf([lines])).toString("latin1");
/** Further objects, before the end of a whole file. */
const withObjects = (objects: string) => bytesOf(whole.replace("trailer", `${objects}trailer`));
const stream = (dictionary: string, body: string) =>
  `<< /Length ${body.length} ${dictionary} >>\nstream\n${body}\nendstream`;
/** A whole file whose fifth object, the page's content, is another one. */
const withContent = (dictionary: string, body: string) =>
  withObjects(`5 0 obj\n${stream(dictionary, body)}\nendobj\n`);

const hostile: [string, () => Uint8Array, string | null][] = [
  [
    "a million objects",
    () =>
      withObjects(
        Array.from({ length: 1_000_000 }, (_, at) => `${at + 9} 0 obj\n0\nendobj\n`).join(""),
      ),
    "A line of text.",
  ],
  [
    "a tree of pages that goes in a circle",
    () => bytesOf(whole.replace(/Kids \[.*?\] \/Count 1/, "Kids [2 0 R 2 0 R] /Count 9")),
    null,
  ],
  [
    "a number of pages that it does not have",
    () => bytesOf(whole.replace("/Count 1", "/Count 99999999")),
    "A line of text.",
  ],
  ["lists within lists", () => withContent("", "[".repeat(300_000) + lines), null],
  [
    "a page of lists within lists",
    () => bytesOf(whole.replace("/Resources", `/X ${"[".repeat(300_000)} /Resources`)),
    null,
  ],
  [
    "filters upon filters",
    () => withContent(`/Filter [${"/ASCIIHexDecode ".repeat(20_000)}]`, lines),
    null,
  ],
  [
    "a page that unpacks to a hundred megabytes",
    () =>
      withContent(
        "/Filter /FlateDecode",
        deflateSync(Buffer.alloc(100_000_000, 32)).toString("latin1"),
      ),
    null,
  ],
  [
    "a form that draws itself",
    () =>
      bytesOf(
        whole
          .replace("/Resources <<", "/Resources << /XObject << /A 9 0 R >>")
          .replace(
            "trailer",
            `9 0 obj\n${stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 9 0 R >> >>", "/A Do /A Do")}\nendobj\ntrailer`,
          ),
      ),
    "A line of text.",
  ],
];

test.for(hostile)(
  "a PDF with %s ends in a value or in one clear error, soon",
  async ([, make, shown]) => {
    const start = performance.now();
    const outcome = await readPdf(make(), {}).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(AppError);
    if (shown !== null) expect(outcome).not.toBeInstanceOf(Error);
    if (shown !== null && !(outcome instanceof Error))
      // What is no Error is what the reader promises.
      expect((outcome as Awaited<ReturnType<typeof readPdf>>).blocks.map(textOfBlock)).toEqual([
        shown,
      ]);
    // Far more than it takes on an idle machine.
    expect(performance.now() - start).toBeLessThan(30_000);
  },
);
