import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../electron/import/encoding.ts";
import { AppError } from "../../shared/errors.ts";
import { encodings } from "../../shared/text/encodings.ts";
import { encode } from "./encode.ts";

const data = fileURLToPath(new URL("../../../shared/data/text/", import.meta.url));
const bytesOf = (file: string) => readFileSync(data + file);
const decode = (bytes: Uint8Array, wished?: string) =>
  decodeText(bytes, { file: "case.txt", wished });
const messageOf = (bytes: Uint8Array, wished?: string) => {
  try {
    return decode(bytes, wished).text;
  } catch (error) {
    return error instanceof AppError ? `${error.code}: ${error.message}` : error;
  }
};

describe.skipIf(!existsSync(data))("the text files of ../shared/data (skipped without it)", () => {
  /** File, encoding, code points and line ends as the collection's manifest has them, its CRs gone. */
  test.each([
    ["derived/utf8-bom.txt", "utf-8", 1686, 10],
    ["derived/utf16le-bom.txt", "utf-16le", 1686, 10],
    ["derived/utf16be-bom.txt", "utf-16be", 1686, 10],
    ["derived/utf16le-no-bom.txt", "utf-16le", 1686, 10],
    ["derived/windows-1252.txt", "windows-1252", 1761, 11],
    ["derived/iso-8859-1.txt", "windows-1252", 1765, 11],
    ["derived/crlf.txt", "utf-8", 1686, 10],
    ["derived/cr-only.txt", "utf-8", 1686, 10],
    ["derived/mixed-line-ends.txt", "utf-8", 1686, 10],
    ["derived/crlf-pair.txt", "utf-8", 1686, 10],
    ["derived/nonbmp-combining.txt", "utf-8", 264, 4],
    ["derived/control-and-line-separators.txt", "utf-8", 1705, 14],
    ["derived/cesu8-surrogates.txt", "cesu-8", 1689, 10],
    ["derived/one-very-long-line.txt", "utf-8", 67440, 0],
    ["derived/no-final-newline.txt", "utf-8", 1685, 9],
    ["derived/only-bom.txt", "utf-8", 0, 0],
    ["real/empty.txt", "utf-8", 0, 0],
    ["real/only-whitespace.txt", "utf-8", 3, 3],
    ["real/multi-language.txt", "windows-1252", 1573, 58],
    ["real/udhr-article1-many-languages.txt", "utf-8", 93260, 1511],
    ["real/utf-16-with-bom.txt", "utf-16le", 188, 8],
    ["real/utf16.csv", "utf-16le", 49, 3],
    ["real/war-and-peace-3MB.txt", "utf-8", 3202303, 63844],
    ["real/windows-1252.txt", "windows-1252", 94, 0],
  ])("%s is %s", (file, encoding, codePoints, lines) => {
    const decoded = decode(bytesOf(file));
    expect({
      encoding: decoded.encoding.name,
      codePoints: [...decoded.text].length,
      lines: decoded.text.split("\n").length - 1,
    }).toEqual({ encoding, codePoints, lines });
    expect(decoded.text).not.toMatch(/[\r\u0085\u2028\u2029\ufffd]/);
  });

  test("files that are no text, or damaged, say where and what to do", () => {
    expect(messageOf(bytesOf("derived/nul-bytes.txt"))).toBe(
      'bad-file: "case.txt" is not a text file (a zero byte at 402); save the report as plain text and import that.',
    );
    expect(messageOf(bytesOf("derived/invalid-utf8.txt"))).toBe(
      'bad-encoding: "case.txt" is damaged UTF-8 text (byte 302, line 3); save it anew, or choose its encoding and see what is lost.',
    );
    const { warnings } = decode(bytesOf("derived/invalid-utf8.txt"), "utf-8");
    expect(warnings).toEqual([
      '"case.txt" has 5 places that are not utf-8; each shows as "\uFFFD".',
    ]);
  });

  const languages = readUdhr();
  test.each(
    Object.entries({
      "windows-1252":
        "French|German, Standard (1996)|Spanish|Portuguese (Portugal)|Italian|Dutch|Swedish|Danish|Icelandic|Finnish",
      "iso-8859-15": "French|Spanish",
      macintosh: "French|German, Standard (1996)|Spanish|Swedish|Italian",
      "windows-1250": "Polish|Czech|Hungarian|Slovak|Slovenian|Croatian",
      "iso-8859-2": "Polish|Czech|Hungarian|Slovak|Slovenian|Croatian",
      "windows-1251": "Russian|Ukrainian|Bulgarian|Serbian (Cyrillic)|Macedonian|Belarusan",
      "koi8-r": "Russian|Bulgarian",
      "koi8-u": "Ukrainian",
      ibm866: "Russian|Bulgarian",
      "iso-8859-5": "Russian|Bulgarian|Ukrainian|Serbian (Cyrillic)",
      "x-mac-cyrillic": "Russian|Bulgarian|Ukrainian",
      "windows-1253": "Greek (monotonic)",
      "iso-8859-7": "Greek (monotonic)",
      "windows-1254": "Turkish",
      "windows-1255": "Hebrew",
      "iso-8859-8": "Hebrew",
      "windows-1256": "Arabic, Standard",
      "iso-8859-6": "Arabic, Standard",
      "windows-1257": "Latvian|Lithuanian|Estonian",
      "iso-8859-13": "Latvian|Lithuanian|Estonian",
      "iso-8859-4": "Latvian|Lithuanian",
      "windows-874": "Thai",
      gb18030: "Chinese, Mandarin (Simplified)|Chinese, Mandarin (Nanjing)",
      big5: "Chinese, Mandarin (Traditional)",
      shift_jis: "Japanese|Japanese (Osaka)",
      "euc-jp": "Japanese|Japanese (Osaka)",
      "euc-kr": "Korean",
    }).flatMap(([encoding, names]) => names.split("|").map((name) => [encoding, name] as const)),
  )("text in %s that is %s is read", (encoding, name) => {
    const text = languages.get(name) ?? "";
    expect(text).not.toBe("");
    expect(decode(encode(text, encoding)).text).toBe(text);
  });

  test("a large file is read in little time", () => {
    const text = `${bytesOf("real/war-and-peace-3MB.txt")}na\u00efve`;
    const bytes = Buffer.from(text, "latin1");
    const start = process.threadCpuUsage();
    expect(decode(bytes).encoding.name).toBe("windows-1252");
    const { user, system } = process.threadCpuUsage(start);
    expect(user + system).toBeLessThan(1_000_000);
  }, 30_000);
});

/** Article 1 of the Declaration of Human Rights by the language's name. */
function readUdhr(): ReadonlyMap<string, string> {
  if (!existsSync(data)) return new Map();
  const stanzas = bytesOf("real/udhr-article1-many-languages.txt").toString("utf8").split("\n\n");
  return new Map(
    stanzas.map((stanza) => [...stanza.split("\n"), ""].slice(0, 2) as [string, string]),
  );
}

test("UTF-32 is read with and without a mark", () => {
  const text = "A \u{1f9ec} gene.\n";
  const units = Uint32Array.from(["\ufeff", ...text], (sign) => sign.codePointAt(0) ?? 0);
  const bytes = new Uint8Array(units.buffer);
  expect(decode(bytes)).toMatchObject({
    text,
    encoding: { name: "utf-32le", confidence: 1 },
  });
  expect(decode(bytes.subarray(4))).toMatchObject({ text, encoding: { name: "utf-32le" } });
  const big = bytes.toReversed();
  expect(decode(big)).toMatchObject({ text: `${[...text].reverse().join("")}\ufeff` });
});

test("UTF-16 without a mark is known by its spaces, in any script", () => {
  const text = "Пациент 63 лет.\nЖалоб нет.\n";
  expect(decode(Buffer.from(text, "utf16le"))).toMatchObject({
    text,
    encoding: { name: "utf-16le" },
  });
  const noText = Uint8Array.from({ length: 400 }, (_, at) =>
    at % 50 === 1 ? 0 : (at * 89) % 251 || 1,
  );
  expect(messageOf(noText)).toMatch(
    /^bad-file: "case.txt" is not a text file \(a zero byte at 1\)/,
  );
  expect(messageOf(Buffer.from("a\0b"), "utf-8")).toBe(
    'bad-encoding: "case.txt" is no utf-8 text (a zero character at 1); choose another encoding, or save it as UTF-8.',
  );
});

test("ISO-2022-JP is known by its escapes", () => {
  const bytes = Buffer.from("Name: \x1b$B$5$/$i\x1b(B\n", "latin1");
  expect(decode(bytes)).toMatchObject({
    text: "Name: さくら\n",
    encoding: { name: "iso-2022-jp" },
  });
});

test("the guess comes with what else it could be, and can be changed", () => {
  const bytes = Buffer.from("Dr. M\xf8ller saw 5 \xb5m at 20 \xb0C.", "latin1");
  const { encoding } = decode(bytes);
  expect(encoding).toMatchObject({ name: "windows-1252", isChosen: false });
  expect(encoding.confidence).toBeLessThan(1);
  expect(encoding.alternatives).toContainEqual({
    encoding: "windows-1250",
    sample: "Dr. Mřller saw 5 µm at 20 °C.",
  });
  expect(decode(bytes, "cp1250")).toEqual({
    text: "Dr. Mřller saw 5 µm at 20 °C.",
    encoding: { name: "windows-1250", confidence: 1, isChosen: true, alternatives: [] },
    warnings: [],
    notes: [],
  });
  expect(messageOf(bytes, "klingon")).toBe(
    'bad-input: There is no encoding "klingon"; choose one of the list.',
  );
});

test("what is no text is refused with what it seems to be", () => {
  // "THE PATIENT WAS WELL " in EBCDIC.
  const words = [0xe3, 0xc8, 0xc5, 0x40, 0xd7, 0xc1, 0xe3, 0xc9, 0xc5, 0xd5, 0xe3, 0x40];
  const ebcdic = Uint8Array.from({ length: 240 }, (_, at) => words[at % words.length] ?? 0);
  expect(messageOf(ebcdic)).toMatch(/^bad-file: "case.txt" seems to be EBCDIC text/);
  const binary = Uint8Array.from({ length: 500 }, (_, at) => 1 + ((at * 7) % 250));
  expect(messageOf(binary)).toMatch(/^bad-file: "case.txt" is not a text file \(it is full of/);
  expect(messageOf(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42))).toBe(
    'bad-encoding: "case.txt" begins as utf-16le text but is cut off or damaged; save it as UTF-8 and import it again.',
  );
});

test("every encoding of the list can be chosen, by the name that it has there", () => {
  const names = Object.keys(encodings);
  expect(
    names.map((name) => decode(Buffer.from("abcdefgh".repeat(2)), name).encoding.name),
  ).toEqual(names);
});

test("the code pages of DOS are read when they are chosen", () => {
  const bytes = Uint8Array.of(0x81, 0xe1, 0xf1, 0x9d, 0xb5);
  expect(decode(bytes, "cp437").text).toBe("üß±¥╡");
  expect(decode(bytes, "cp850").text).toBe("üß±ØÁ");
});

test("a guess that is hardly one has to be looked at, a likely one is only noted", () => {
  const guessed = (text: string) => {
    const { encoding, warnings, notes } = decode(Buffer.from(text, "latin1"));
    return { isSure: encoding.confidence >= 0.75, warnings: warnings.length, notes: notes.length };
  };
  const likely =
    "Der Patient hat über Übelkeit geklagt; die Größe der Drüse war für ihn nicht spürbar.";
  expect(guessed(likely)).toEqual({ isSure: true, warnings: 0, notes: 1 });
  expect(guessed("Dr. M\xf8ller saw 5 \xb5m at 20 \xb0C.")).toEqual({
    isSure: false,
    warnings: 1,
    notes: 0,
  });
});

test("every kind of line end is one, and is said", () => {
  const { text, notes } = decode(Buffer.from("a\r\nb\rc\u2028d\u0085e\n", "utf8"));
  expect(text).toBe("a\nb\nc\nd\ne\n");
  expect(notes).toEqual([
    '"case.txt": 2 Windows or old Mac line ends became plain ones.',
    '"case.txt": 2 line separators (U+0085, U+2028, U+2029) became line ends.',
  ]);
});

test("any text in UTF-8 is read as it is", () => {
  const text = fc
    .string({ unit: "grapheme" })
    .map((all) => all.replace(/[\p{Cc}\u2028\u2029]/gu, ""));
  fc.assert(
    fc.property(text, (whole) => {
      expect(decode(Buffer.from(whole)).text).toBe(whole.replace(/^\ufeff/, ""));
    }),
  );
});

test("any bytes end in a text or in one sentence", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(messageOf(bytes)).toEqual(expect.any(String));
    }),
    { numRuns: 500 },
  );
});
