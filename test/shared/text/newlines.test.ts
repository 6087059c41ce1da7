import fc from "fast-check";
import { expect, test } from "vitest";
import { normaliseNewlines } from "../../../shared/text/newlines.ts";

test("a text with newlines of its own kind is left as it is", () => {
  const { text, changed, toText } = normaliseNewlines("one\ntwo\u2028three\u0085");
  expect({ text, changed, at: toText(5) }).toEqual({
    text: "one\ntwo\u2028three\u0085",
    changed: false,
    at: 5,
  });
});

test("a leading byte order mark goes, CRLF and lone CR become a newline", () => {
  const { text, changed } = normaliseNewlines("\uFEFFone\r\ntwo\rthree\n\rfour\uFEFF");
  expect({ text, changed }).toEqual({ text: "one\ntwo\nthree\n\nfour\uFEFF", changed: true });
});

test("offsets of the raw text lead to the same characters", () => {
  const raw = "\uFEFFone\r\ntwo\rthree";
  const { text, toText } = normaliseNewlines(raw);
  const places = ["one", "two", "three"].map((word) => text.slice(toText(raw.indexOf(word))));
  expect(places).toEqual(["one\ntwo\nthree", "two\nthree", "three"]);
  expect([0, 1, 4, 5, 6, raw.length].map(toText)).toEqual([0, 0, 3, 3, 4, text.length]);
});

test("an offset outside the raw text is a mistake", () => {
  const { toText } = normaliseNewlines("a\r\n");
  expect(() => toText(4)).toThrow(RangeError);
  expect(() => toText(-1)).toThrow(RangeError);
  expect(() => toText(0.5)).toThrow(RangeError);
});

test("every character that is kept is found under its own offset", () => {
  const raws = fc.string({ unit: fc.constantFrom("a", "\r", "\n", "\uFEFF", "🧪") });
  fc.assert(
    fc.property(raws, (raw) => {
      const { text, toText } = normaliseNewlines(raw);
      for (let at = 0; at < raw.length; at += 1)
        if (raw[at] === "a") expect(text[toText(at)]).toBe("a");
      expect(toText(raw.length)).toBe(text.length);
      expect(text).not.toContain("\r");
    }),
  );
});
