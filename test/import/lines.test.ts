import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "../../electron/import/lines.ts";
import { gather } from "./gather.ts";

async function lines(chunks: readonly string[]): Promise<string[]> {
  async function* bytes() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  return (await gather(linesOf(bytes()))).map(String);
}

test("only a line feed ends a line", async () => {
  expect(await lines(["a\u2028b\u2029c\u0085d\re\nf"])).toEqual(["a\u2028b\u2029c\u0085d\re", "f"]);
  expect(await lines(["\n\nx\n"])).toEqual(["", "", "x"]);
  expect(await lines([])).toEqual([]);
});

test("wherever a file is cut into chunks, its lines are the same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.stringMatching(/^[a\n]{0,9}$/)), async (chunks) => {
      const whole = chunks.join("").split("\n");
      if (whole.at(-1) === "") whole.pop();
      expect(await lines(chunks)).toEqual(whole);
    }),
  );
});
