import { strToU8, zipSync } from "fflate";
import { type Extracted, type Piece, textOfBlock } from "../../../shared/extract/extracted.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const package2006 = "http://schemas.openxmlformats.org/package/2006";

/** A namespace for each prefix that the samples use. */
const wordNames = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}/relationships" xmlns:m="${office}/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`;

/** A Word file with this body and these further parts below word/, each related by its name. */
export function docxOf(
  body: string,
  parts: Record<string, string> = {},
  names = wordNames,
): Uint8Array {
  const links = Object.keys(parts).map(
    (name, index) =>
      `<Relationship Id="r${index}" Type="${office}/relationships/${name.replace(/\d*$/, "")}" Target="${name}.xml"/>`,
  );
  const relationships = (inside: string) =>
    strToU8(`<Relationships xmlns="${package2006}/relationships">${inside}</Relationships>`);
  const main = `<Relationship Id="r0" Type="${office}/relationships/officeDocument" Target="word/document.xml"/>`;
  const wordParts = Object.entries(parts).map(([name, xml]) => [
    `word/${name}.xml`,
    strToU8(xml.replace(/^<([\w:]+)/, `<$1 ${wordNames}`)),
  ]);
  return zipSync({
    "_rels/.rels": relationships(main),
    "word/_rels/document.xml.rels": relationships(links.join("")),
    "word/document.xml": strToU8(`<w:document ${names}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(wordParts),
  });
}

/** A paragraph of Word's with one run. */
export const wordParagraph = (text: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

const openDocument = (name: string) =>
  `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === "draw" ? "drawing" : name}:1.0"`;
const odtNames = [
  ...["office", "text", "table", "style", "draw", "meta"].map(openDocument),
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(" ");

/** An OpenDocument text with this content and these automatic styles. */
export function odtOf(content: string, styles = "", more: Record<string, string> = {}): Uint8Array {
  return zipSync({
    "content.xml": strToU8(
      `<office:document-content ${odtNames}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${content}</office:text></office:body></office:document-content>`,
    ),
    ...Object.fromEntries(Object.entries(more).map(([name, xml]) => [name, strToU8(xml)])),
  });
}

export { odtNames };

/** Each block as "kind: text", a heading with its level. */
export function outline({ blocks }: Extracted): string[] {
  return blocks.map((one) => `${one.kind}${one.level ?? ""}: ${textOfBlock(one)}`);
}

/** Every piece of a block that is not what the file has, as "repair: original -> text". */
export function repairs({ blocks }: Extracted): string[] {
  return blocks
    .flatMap(({ pieces }): Piece[] => pieces)
    .filter(({ repair }) => repair !== null)
    .map(({ repair, original, text }) => `${repair}: ${original} -> ${text}`);
}
