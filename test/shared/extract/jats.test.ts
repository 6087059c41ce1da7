import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { readJats } from "../../../electron/import/readers/jats.ts";
import { outline } from "./samples.ts";

const front = `<front><journal-meta><journal-title-group><journal-title>Pathology</journal-title></journal-title-group></journal-meta><article-meta><article-id pub-id-type="doi">10.1000/1</article-id><article-id pub-id-type="pmid">7</article-id><article-id pub-id-type="pmc">12</article-id><title-group><article-title>A <italic>rare</italic> case<xref ref-type="fn">*</xref></article-title><subtitle>A report</subtitle></title-group><contrib-group><contrib contrib-type="author"><name><surname>Doe</surname><given-names>Jane</given-names></name></contrib><contrib contrib-type="author"><collab>The Group</collab></contrib><contrib contrib-type="editor"><name><surname>Roe</surname></name></contrib></contrib-group><aff><label>1</label>Here</aff><pub-date pub-type="ppub"><year>2021</year></pub-date><pub-date pub-type="epub"><year>2020</year></pub-date><permissions><license><license-p>Free.</license-p></license></permissions><abstract><title>Abstract</title><sec><title>Background</title><p>It is rare.</p></sec></abstract><kwd-group><kwd>one</kwd><kwd>two</kwd></kwd-group></article-meta></front>`;

const article = (body: string, back = "") =>
  `<article xml:lang="en" article-type="case-report" xmlns:mml="http://www.w3.org/1998/Math/MathML" xmlns:xlink="http://www.w3.org/1999/xlink">${front}<body>${body}</body><back>${back}</back></article>`;

const read = (xml: string) => readJats(strToU8(xml), "article.nxml");
const body = (xml: string) => {
  const blocks = outline(read(article(xml))[0]!);
  return blocks.slice(blocks.indexOf("paragraph: It is rare.") + 1);
};

test("title page, abstract and metadata are read", () => {
  const [extracted] = read(article("<p>Text.</p>"));
  expect(outline(extracted!)).toEqual([
    "title: A rare case: A report",
    "authors: Jane Doe, The Group",
    "left-out: 1 Here",
    "left-out: Free.",
    "heading1: Abstract",
    "heading2: Background",
    "paragraph: It is rare.",
    "paragraph: Text.",
  ]);
  expect(extracted!.title).toBe("A rare case: A report");
  expect(extracted!.metadata).toEqual({
    doi: "10.1000/1",
    pmid: "7",
    pmcid: "PMC12",
    journal: "Pathology",
    year: "2020",
    licence: "Free.",
    keywords: "one; two",
    authors: "Jane Doe, The Group",
    language: "en",
    articleType: "case-report",
  });
});

test("a section's kind stands on its heading, or on all blocks before one", () => {
  const [extracted] = read(
    article(
      '<sec sec-type="materials|methods"><label>1.</label><title>How</title><p>So.</p><sec><title>Why</title><p>Thus.</p></sec></sec><sec sec-type="cases"><p>She fell ill.</p><p>She died.</p><sec><title>Then</title><p>All.</p></sec></sec>',
    ),
  );
  const sections = extracted!.blocks.map(({ section }, index) => [
    section,
    outline(extracted!)[index],
  ]);
  expect(sections.filter(([section]) => section !== null)).toEqual([
    ["title", "title: A rare case: A report"],
    ["abstract", "heading1: Abstract"],
    ["methods", "heading1: 1. How"],
    ["case", "paragraph: She fell ill."],
    ["case", "paragraph: She died."],
  ]);
  expect(outline(extracted!)).toContain("heading2: Why");
});

test("a paragraph is split by a list, and a figure in it comes after it", () => {
  expect(
    body(
      '<p>Before <fig><label>Figure 1</label><caption><title>Slide.</title><p>Cells (<xref>3</xref>).</p></caption><graphic xlink:href="x"/></fig>and on: <list list-type="order"><list-item><p>one</p></list-item><list-item><p>two</p><p>more</p></list-item></list>after 10<sup>9</sup>/L.</p>',
    ),
  ).toEqual([
    "paragraph: Before and on:",
    "list-item: 1. one",
    "list-item: 2. two",
    "list-item: more",
    "paragraph: after 10⁹/L.",
    "caption: Figure 1 Slide. Cells (3).",
  ]);
});

test("a table has its caption before and its notes after", () => {
  expect(
    body(
      '<table-wrap><label>Table 1</label><caption><p>Markers</p></caption><table><thead><tr><th rowspan="2">Marker</th><th colspan="2">Result</th></tr><tr><th>before</th><th>after</th></tr></thead><tbody><tr><td>S100</td><td>+</td><td>–<break/>weak</td></tr></tbody></table><table-wrap-foot><fn><label>a</label><p>By hand.</p></fn></table-wrap-foot></table-wrap>',
    ),
  ).toEqual([
    "caption: Table 1 Markers",
    "table: Marker\tResult\n\tbefore\tafter\nS100\t+\t– weak",
    "footnote: a By hand.",
  ]);
});

test("boxes, quotations, definitions and formulas are read", () => {
  expect(
    body(
      "<boxed-text><caption><title>Key points</title></caption><p>Point.</p></boxed-text><disp-quote><p>Said.</p></disp-quote><def-list><def-item><term>CT</term><def><p>tomography</p></def></def-item></def-list><p>x is <inline-formula><alternatives><tex-math>$x$</tex-math><mml:math><mml:mfrac><mml:mi>a</mml:mi><mml:mrow><mml:mi>b</mml:mi><mml:mo>+</mml:mo><mml:mn>1</mml:mn></mml:mrow></mml:mfrac></mml:math></alternatives></inline-formula>.</p>",
    ),
  ).toEqual([
    "heading1: Key points",
    "paragraph: Point.",
    "paragraph: Said.",
    "list-item: CT: tomography",
    "paragraph: x is a/(b+1).",
  ]);
});

test("references are a line each, whether they are written out or in parts", () => {
  const mixed =
    '<ref><label>1.</label><mixed-citation><person-group><name><surname>Doe</surname><given-names>J</given-names></name><name><surname>Roe</surname><given-names>R</given-names></name><etal/></person-group>. <article-title>Title</article-title>. <source>J Path</source> (<year>2017</year>) 11:1–4.<pub-id pub-id-type="pmid">28</pub-id></mixed-citation></ref>';
  const parts =
    '<ref><element-citation><person-group><name><surname>Doe</surname><given-names>J</given-names></name></person-group><article-title>Title.</article-title><source>J Path</source><year>2017</year><volume>11</volume><issue>2</issue><fpage>1</fpage><lpage>4</lpage><pub-id pub-id-type="doi">10.1/2</pub-id></element-citation></ref>';
  const [extracted] = read(
    article("<p>Text.</p>", `<ref-list><title>References</title>${mixed}${parts}</ref-list>`),
  );
  expect(outline(extracted!).slice(-3)).toEqual([
    "heading1: References",
    "reference: 1. Doe J, Roe R, et al. Title. J Path (2017) 11:1–4. 28",
    "reference: Doe J. Title. J Path. doi: 10.1/2. 2017;11(2):1–4.",
  ]);
});

test("every article of a file is read, and one within another belongs to it", () => {
  const review = `<sub-article><front-stub><title-group><article-title>Review</article-title></title-group></front-stub><body><p>Good.</p></body></sub-article>`;
  const second = article("<p>Second.</p>").replace("</back>", `</back>${review}`);
  const read2 = read(`<articles>${article("<p>First.</p>")}${second}</articles>`);
  expect(read2.map((one) => outline(one).at(-1))).toEqual([
    "paragraph: First.",
    "paragraph: Good.",
  ]);
  expect(outline(read2[1]!).at(-2)).toBe("heading1: Review");
});

test("XML that is no article is refused by its root", () => {
  expect(() => read("<html><p>x</p></html>")).toThrow(
    /"article.nxml" is XML but holds no JATS article \(its root is <html>\)/,
  );
});
