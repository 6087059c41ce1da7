import { expect, test } from "vitest";
import { decodeUtf8 } from "../../electron/import/decode.ts";

test("UTF-8 is decoded as it is, byte order mark and line ends too", () => {
  const text = "\uFEFFGebärmutter\r\n子宮 🧪\n";
  expect(decodeUtf8(Buffer.from(text), "x.txt")).toBe(text);
});

test.each([
  ["a zero byte", [65, 10, 0, 66], "is not a text file (a zero byte at 2)"],
  ["a byte of Latin-1", [65, 10, 66, 0xe4, 0x72], "is not UTF-8 text (byte 3, line 2)"],
  ["a character cut off at the end", [65, 0xf0, 0x9f, 0xa7], "is not UTF-8 text (byte 1, line 1)"],
  ["half a surrogate pair", [0xed, 0xa0, 0x80], "is not UTF-8 text (byte 0, line 1)"],
])("%s is refused with its place", (_, bytes, said) => {
  expect(() => decodeUtf8(Uint8Array.from(bytes), "x.txt")).toThrow(
    expect.objectContaining({
      code: "bad-file",
      message: expect.stringContaining(`"x.txt" ${said}`),
    }),
  );
});
