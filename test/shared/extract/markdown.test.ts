import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { readMarkdown } from "../../../electron/import/readers/markdown.ts";
import { outline } from "./samples.ts";

const read = (markdown: string) => readMarkdown(strToU8(markdown), "report.md");

test("the text is what is shown, without marks of emphasis and links", () => {
  const extracted = read(`---
title: "Front"
---
# A *rare* case

Some **bold**, [linked](http://x) \`code\` and&nbsp;1 < 2
on the next line.\\
A hard break.[^1]

## History

3. three
   - in
4. four

   more

| A | B \\| C |
|---|:--:|
| 1 | **2** |

> Said.

    code

[^1]: note
`);
  expect(outline(extracted)).toEqual([
    'left-out: title: "Front"',
    "title: A rare case",
    "paragraph: Some bold, linked code and\u00A01 < 2 on the next line.\nA hard break.[^1]",
    "heading2: History",
    "list-item: 3. three",
    "list-item: • in",
    "list-item: 4. four",
    "list-item: more",
    "table: A\tB | C\n1\t2",
    "paragraph: Said.",
    "paragraph: code",
    "footnote: [^1]: note",
  ]);
  expect(extracted.title).toBe("A rare case");
  expect(extracted.warnings).toEqual([]);
});

test("HTML in it is read as its text, and pictures are counted", () => {
  const extracted = read("H<sub>2</sub>O ![x](y)\n\n<div><b>Bold</b><script>x()</script></div>\n");
  expect(outline(extracted)).toEqual(["paragraph: H2O", "paragraph: Bold"]);
  expect(extracted.notes).toEqual([
    "1 picture was left out.",
    "3 pieces of HTML were read as their text, without their tags.",
  ]);
});

test("a file that is not UTF-8 is read all the same, and that is said", () => {
  const extracted = readMarkdown(Uint8Array.of(0xe9), "report.md");
  expect(outline(extracted)).toEqual(["paragraph: é"]);
  expect(extracted.encoding).toMatchObject({ name: "windows-1252", isChosen: false });
  expect(extracted.warnings).toEqual([
    '"report.md" does not say its encoding; it was read as windows-1252 (63 % sure).',
  ]);
});

test("quotations within quotations without end are refused", () => {
  expect(() => read(">".repeat(100_000))).toThrow(/"report.md" is longer or deeper/);
});
