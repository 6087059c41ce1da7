import { randomBytes } from "node:crypto";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { originalAgain, originalOf } from "../../electron/import/original.ts";
import { temporaryFolder } from "../store/project.ts";

test.each([
  ["nothing", Buffer.alloc(0)],
  ["a word", Buffer.from("carcinoma")],
  ["what can be pressed", Buffer.alloc(3_000_000, "tumour ")],
  ["what cannot be pressed", randomBytes(3_000_000)],
])("%s is the same original from its bytes and from its file", async (_, bytes) => {
  const file = join(temporaryFolder(), "file.pdf");
  writeFileSync(file, bytes);
  const { sha256, size, deflated } = originalOf(bytes);
  const again = await originalAgain(file, "file.pdf", { sha256, size });
  expect({ sha256: again.sha256, size: again.size }).toEqual({ sha256, size });
  expect(inflateRawSync(again.deflated).equals(bytes)).toBe(true);
  expect(inflateRawSync(deflated).equals(bytes)).toBe(true);
  expect(again.deflated.byteLength).toBe(again.deflated.buffer.byteLength);
});

test.each([
  ["a little longer", Buffer.from("s")],
  ["much longer", randomBytes(100_000)],
])("a file that is %s than when it was read is refused", async (_, more) => {
  const file = join(temporaryFolder(), "file.pdf");
  writeFileSync(file, "carcinoma");
  const before = originalOf(Buffer.from("carcinoma"));
  appendFileSync(file, more);
  await expect(originalAgain(file, "file.pdf", before)).rejects.toMatchObject({
    code: "bad-file",
    message: '"file.pdf" was changed while it was read; import it again.',
  });
});
