import { expect, test } from "vitest";
import { readGuideline } from "../../../shared/scheme/guideline.ts";

const plain = (text: string) => ({ text, isStrong: false });

test("empty lines part paragraphs, stars make strong, and a list has items", () => {
  expect(readGuideline("Mark **every** mention.\nAlways.\n\n- one\n* two\nNot a list.")).toEqual([
    {
      kind: "paragraph",
      lines: [
        [plain("Mark "), { text: "every", isStrong: true }, plain(" mention.")],
        [plain("Always.")],
      ],
    },
    { kind: "list", items: [[plain("one")], [plain("two")]] },
    { kind: "paragraph", lines: [[plain("Not a list.")]] },
  ]);
});

test("what only looks like markup stays as it is", () => {
  expect(readGuideline("** CD34* <b>")).toEqual([
    { kind: "paragraph", lines: [[plain("** CD34* <b>")]] },
  ]);
  expect(readGuideline("")).toEqual([]);
});
