import { badFile, type Source } from "../source.ts";
import { parseXml } from "../xml/parse.ts";
import { countBelow, type XmlElement } from "../xml/tree.ts";
import { openZip } from "../zip/open.ts";

const urn = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;

const prefixes = {
  [urn("office")]: "office",
  [urn("text")]: "text",
  [urn("table")]: "table",
  [urn("style")]: "style",
  [urn("drawing")]: "draw",
  [urn("meta")]: "meta",
  [urn("manifest")]: "manifest",
  [urn("xsl-fo-compatible")]: "fo",
  [urn("svg-compatible")]: "svg",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://www.w3.org/1999/xlink": "xlink",
  "http://www.w3.org/1998/Math/MathML": "mml",
};

/** The parts of an OpenDocument text that have something to read. */
export interface OdtPackage {
  content: XmlElement;
  styles: XmlElement | null;
  meta: XmlElement | null;
  /** An object within the document, such as a formula, by how the text refers to it; null where there is none. */
  object(href: string): XmlElement | null;
}

/** Opens an OpenDocument text, zipped or flat. @throws AppError "bad-file" where it is none, has a password, or is damaged. */
export function openOdt(source: Source): OdtPackage {
  if (source.bytes[0] !== 0x50 || source.bytes[1] !== 0x4b) return openFlat(source);
  const zip = openZip(source);
  const part = (name: string) => {
    const bytes = zip.read(name);
    return bytes && parseXml(source, bytes, prefixes).root;
  };
  const manifest = part("META-INF/manifest.xml");
  if (manifest && countBelow(manifest, "manifest:encryption-data") > 0)
    throw badFile(
      source,
      "is protected by a password; open it in its own program, save it without one, and import it again.",
    );
  const content = part("content.xml");
  if (content === null) throw noText(source);
  const object = (href: string) => part(`${href.replace(/^\.\//, "")}/content.xml`);
  return { content, styles: part("styles.xml"), meta: part("meta.xml"), object };
}

/** All parts in one XML file (.fodt). */
function openFlat(source: Source): OdtPackage {
  const head = source.decode(source.bytes.subarray(0, 2000), "utf-8") ?? "";
  if (!head.includes("office:document")) throw noText(source);
  const { root } = parseXml(source, source.bytes, prefixes);
  return { content: root, styles: null, meta: root, object: () => null };
}

function noText(source: Source) {
  return badFile(
    source,
    "is no OpenDocument text (.odt); open it in its own program and save it as .odt.",
  );
}
