import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { readOdt } from "../../../electron/import/readers/odt.ts";
import { odtNames, odtOf, outline, repairs } from "./samples.ts";

const read = (content: string, styles?: string) => readOdt(odtOf(content, styles), "report.odt");

test("headings, lists, tables, notes and white space are read", () => {
  const styles = `<style:style style:name="P1" style:parent-style-name="Title" style:family="paragraph"/><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/></text:list-style>`;
  const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`;
  const content = `<text:p text:style-name="P1">A case</text:p><text:h text:outline-level="2">History</text:h>
<text:p>
 Two  spaces<text:s text:c="2"/>kept,<text:tab/>tab<text:line-break/>line<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note></text:p>
<text:list text:style-name="L1">${item(`<text:p>one</text:p><text:list>${item("<text:p>in</text:p>")}</text:list>`)}${item("<text:p>two</text:p><text:p>more</text:p>")}</text:list>
<text:list text:style-name="L1" text:continue-numbering="true">${item("<text:p>three</text:p>")}</text:list>
<text:list>${item("<text:p>dot</text:p>")}</text:list>
<table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p><text:p>b</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>C</text:p></table:table-cell></table:table-row></table:table>
<text:p>Anchor<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame><draw:frame><draw:image/></draw:frame></text:p>`;
  const extracted = read(content, styles);
  expect(outline(extracted)).toEqual([
    "title: A case",
    "heading2: History",
    "paragraph: Two spaces  kept,\ttab\nline[1]",
    "list-item: 1. one",
    "list-item: 1.a) in",
    "list-item: 2. two",
    "list-item: more",
    "list-item: 3. three",
    "list-item: • dot",
    "table: A\tB b\n\tC",
    "paragraph: Anchor",
    "paragraph: Boxed",
    "footnote: [1] The note.",
  ]);
  expect(extracted.title).toBe("A case");
  expect(extracted.notes).toEqual(["1 picture or object has no text that can be read."]);
});

test("changes are taken as accepted; comments and hidden text can be put back", () => {
  const extracted = read(
    `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>benign </text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>No <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>malignant<text:change-end text:change-id="c2"/> cells<office:annotation><text:p>Check</text:p></office:annotation><text:hidden-text>secret</text:hidden-text>.</text:p>`,
  );
  expect(outline(extracted)).toEqual(["paragraph: No malignant cells."]);
  expect(repairs(extracted)).toEqual([
    "tracked-change: benign  -> ",
    "comment: Check -> ",
    "hidden: secret -> ",
  ]);
  expect(extracted.warnings).toEqual([
    "1 tracked insertion was taken as accepted.",
    "1 tracked deletion was taken as accepted and left out.",
    "1 hidden stretch of text was left out.",
  ]);
  expect(extracted.notes).toEqual(["1 comment was left out of the text."]);
});

test("text that is hidden by its style or its section can be put back", () => {
  const styles =
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style><style:style style:name="I" style:parent-style-name="H"/><style:style style:name="S"><style:text-properties text:display="true"/></style:style>';
  const extracted = read(
    '<text:p>Seen<text:span text:style-name="I"> not <text:span text:style-name="S">but</text:span><text:tab/></text:span>.</text:p><text:section text:display="none"><text:p>All of it</text:p></text:section>',
    styles,
  );
  expect(outline(extracted)).toEqual(["paragraph: Seenbut.", "paragraph: "]);
  expect(repairs(extracted)).toEqual([
    "hidden:  not  -> ",
    "hidden: \t -> ",
    "hidden: All of it -> ",
  ]);
  expect(extracted.warnings).toEqual(["2 hidden stretches of text were left out."]);
});

test("signs of symbol fonts are read as what their font shows", () => {
  const fonts =
    '<style:font-face style:name="Symbol1" svg:font-family="Symbol"/><style:style style:name="T"><style:text-properties style:font-name="Symbol1"/></style:style>';
  const extracted = read(
    '<text:p>5<text:span text:style-name="T">\uF0B3</text:span>\uF0B3</text:p>',
    fonts,
  );
  expect(outline(extracted)).toEqual(["paragraph: 5≥\uF0B3"]);
  expect(extracted.warnings).toEqual(["1 sign of a symbol font is not known and stands as it is."]);
});

test("a formula is read on one line", () => {
  const math =
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mfrac><mn>3</mn><mn>4</mn></mfrac><annotation>3 over 4</annotation></semantics></math>';
  const content =
    '<text:p>About <draw:frame><draw:object xlink:href="./Object 1"/><draw:image/></draw:frame></text:p>';
  const extracted = readOdt(odtOf(content, "", { "Object 1/content.xml": math }), "report.odt");
  expect(outline(extracted)).toEqual(["paragraph: About 3/4"]);
  expect(extracted.notes).toEqual([]);
});

test("the language is the one of the default style", () => {
  const style =
    '<style:default-style style:family="paragraph"><style:text-properties fo:language="de" fo:country="AT"/></style:default-style>';
  expect(read("<text:p>A</text:p>", style).metadata).toEqual({ language: "de-AT" });
});

test("fewer than no spaces, and fewer than one cell, are none and one", () => {
  const content =
    '<text:p>a<text:s text:c="-1"/>b</text:p><table:table><table:table-row><table:table-cell table:number-columns-repeated="-1"><text:p>c</text:p></table:table-cell><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row></table:table>';
  expect(outline(read(content))).toEqual(["paragraph: ab", "table: c\td"]);
});

test("a flat file reads as a zipped one", () => {
  const flat = `<office:document ${odtNames}><office:body><office:text><text:p>Flat</text:p></office:text></office:body></office:document>`;
  expect(outline(readOdt(strToU8(flat), "report.fodt"))).toEqual(["paragraph: Flat"]);
});

const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;

test.for([
  [odtOf("", "", { "META-INF/manifest.xml": manifest }), "is protected by a password"],
  [strToU8("text"), "is no OpenDocument text (.odt)"],
] as const)("what cannot be read is said: %#", ([bytes, what]) => {
  expect(() => readOdt(bytes, "report.odt")).toThrow(
    expect.objectContaining({
      code: "bad-file",
      message: expect.stringContaining(`"report.odt" ${what}`),
    }),
  );
});
