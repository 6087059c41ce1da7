import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readDocx } from "../../../electron/import/readers/docx.ts";
import { describeRealFiles, wholeText } from "./real-files.ts";

/** A text without white space, optional hyphens, and signs that only their font tells. */
const letters = (text: string) => text.replace(/[\s\u00AD\uF000-\uF0FF]+/g, "");

/** What Word shows of a main part, by its text elements alone: a look that shares no code with the reader. */
function shownRuns(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  const main = strFromU8(parts["word/document.xml"]!)
    .replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, "")
    .replace(/<w:moveFrom [\s\S]*?<\/w:moveFrom>/g, "")
    .replace(/<w:r>(?:(?!<\/w:r>)[\s\S])*?<w:vanish\/>[\s\S]*?<\/w:r>/g, "")
    .replace(/<w:r [^>]*>(?:(?!<\/w:r>)[\s\S])*?<w:vanish\/>[\s\S]*?<\/w:r>/g, "");
  const runs = Array.from(main.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g), ([, text]) => text!);
  return runs.map((text) =>
    text
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
      .replace(/&amp;/g, "&"),
  );
}

/** The first run that does not come after the ones before it, null where all are there in order. */
function firstLost(runs: readonly string[], text: string): string | null {
  let at = 0;
  for (const run of runs.map(letters)) {
    const found = text.indexOf(run, at);
    if (found < 0) return run;
    at = found + run.length;
  }
  return null;
}

describeRealFiles("docx/*/*.docx", (files) => {
  test.for(files)("$name: no visible text is lost", ({ name, bytes }) => {
    const text = letters(wholeText(readDocx(bytes, name)));
    const lost = shownRuns(bytes).filter((run) => !text.includes(letters(run)));
    expect(lost).toEqual([]);
  });

  // Text boxes come after the paragraph that they hang on, so their order is another one.
  const inOrder = files.filter(({ bytes }) => {
    const parts = unzipSync(bytes);
    return !strFromU8(parts["word/document.xml"]!).includes("txbxContent");
  });
  test.for(inOrder)("$name: the text is in the order of the file", ({ name, bytes }) => {
    const text = letters(wholeText(readDocx(bytes, name)));
    expect(firstLost(shownRuns(bytes), text)).toBeNull();
  });
});
