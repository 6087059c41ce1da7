import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { sourceOf } from "../../../electron/file-source.ts";
import { parseXml } from "../../../shared/extract/xml/parse.ts";
import { elementsOf, rawText, type XmlElement } from "../../../shared/extract/xml/tree.ts";

const parse = (xml: string | Uint8Array, milliseconds?: number) => {
  const bytes = typeof xml === "string" ? strToU8(xml) : xml;
  return parseXml(sourceOf(bytes, "a.xml", milliseconds), bytes);
};
const textOf = (xml: string | Uint8Array) => rawText(parse(xml).root);

test("no entity of the file's own is expanded, so nothing explodes", () => {
  const bomb = `<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;"><!ENTITY z SYSTEM "file:///etc/passwd">]><a>&y;&z;&x;</a>`;
  const { root, ownEntities } = parse(bomb);
  expect(rawText(root)).toBe("&y;&z;&x;");
  expect(ownEntities).toBe(3);
});

test("the characters that HTML has names for are read, and nothing that only begins like them", () => {
  expect(textOf("<a>&alpha;&nbsp;&lt;&#x3b2;&notit;&constructor;&__proto__;&semi;</a>")).toBe(
    "α\u00A0<β&notit;&constructor;&__proto__;;",
  );
});

test("byte order marks and declared encodings are heeded", () => {
  const wide = Buffer.from("\uFEFF<a>é</a>", "utf16le");
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', "latin1");
  expect([wide, latin, strToU8("\uFEFF<a>é</a>")].map(textOf)).toEqual(["é", "é", "é"]);
  expect(() => textOf('<?xml version="1.0" encoding="x-none"?><a/>')).toThrow(
    /"a.xml" names an encoding that is not known \("x-none"\)/,
  );
});

test("names have the reader's prefixes, whatever those of the file, and the file's own in other namespaces", () => {
  const xml = `<a xmlns="u:one" xmlns:x="u:two" id="1" x:id="2"><x:b xmlns:x="u:one" x:c="3"/><x:b/><d xmlns="" y:e="4" xmlns:y="u:two"/><xml:f/></a>`;
  const bytes = strToU8(xml);
  const { root } = parseXml(sourceOf(bytes, "a.xml"), bytes, { "u:one": "", "u:two": "two" });
  const shape = ({ name, attributes, children }: XmlElement): unknown => [
    name,
    [...attributes].filter(([attribute]) => !attribute.startsWith("xmlns")),
    ...elementsOf({ name, attributes, children }).map(shape),
  ];
  expect(shape(root)).toEqual([
    "a",
    [
      ["id", "1"],
      ["two:id", "2"],
    ],
    ["b", [["c", "3"]]],
    ["two:b", []],
    ["d", [["two:e", "4"]]],
    ["xml:f", []],
  ]);
});

test.for([
  "<a:b/>",
  '<a b:c=""/>',
  '<a><b xmlns:c="u"/><c:d/></a>',
  "<a:b:c/>",
  '<a :b=""/>',
  "<xmlns:a/>",
  '<a xmlns:b=""/>',
  '<a xmlns:xml="u"/>',
  '<a xmlns:xmlns="u"/>',
  '<a xmlns:b="http://www.w3.org/XML/1998/namespace"/>',
  '<a xmlns="http://www.w3.org/2000/xmlns/"/>',
  '<a b="" b=""/>',
  '<a xmlns:b="u" xmlns:c="u" b:d="" c:d=""/>',
  "<?a:b?><a/>",
  '<?xml version="1.1"?><a xmlns:b="u"><c xmlns:b=""><b:d/></c></a>',
])("names that namespaces do not allow are refused: %s", (xml) => {
  expect(() => parse(xml)).toThrow(/"a.xml" is damaged: its XML is not well-formed \(1:\d+: /);
});

test("a character of two code units is read where a chunk ends within it", () => {
  const text = `${"x".repeat(2 ** 18 - 4)}😀`;
  expect(textOf(`<a>${text}</a>`)).toBe(text);
});

test.for([
  ["<a><b></a>", "is damaged: its XML is not well-formed"],
  ["", "is damaged: its XML is not well-formed"],
  ["<a>".repeat(1000), "is larger or deeper than any document"],
] as const)("what cannot be read is said: %#", ([xml, what]) => {
  expect(() => parse(xml)).toThrow(
    expect.objectContaining({
      code: "bad-file",
      message: expect.stringContaining(`"a.xml" ${what}`),
    }),
  );
});

test("reading ends when the time is up", () => {
  expect(() => parse("<a/>", -1)).toThrow(/"a.xml" takes too long to read/);
});
