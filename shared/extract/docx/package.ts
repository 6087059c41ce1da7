import { badFile, type Source } from "../source.ts";
import { parseXml } from "../xml/parse.ts";
import { childrenNamed, type XmlElement } from "../xml/tree.ts";
import { openZip } from "../zip/open.ts";

const transitional = "http://schemas.openxmlformats.org";
const strict = "http://purl.oclc.org/ooxml";

/** Both dialects of the standard, the common and the strict one, under one set of prefixes. */
const prefixes = {
  [`${transitional}/wordprocessingml/2006/main`]: "w",
  [`${strict}/wordprocessingml/main`]: "w",
  [`${transitional}/officeDocument/2006/relationships`]: "r",
  [`${strict}/officeDocument/relationships`]: "r",
  [`${transitional}/officeDocument/2006/math`]: "m",
  [`${strict}/officeDocument/math`]: "m",
  [`${transitional}/markup-compatibility/2006`]: "mc",
  [`${transitional}/package/2006/relationships`]: "",
  [`${transitional}/package/2006/metadata/core-properties`]: "cp",
  "http://purl.org/dc/elements/1.1/": "dc",
  "urn:schemas-microsoft-com:vml": "v",
};

/** The parts of a Word file, each an XML tree. */
export interface DocxPackage {
  /** The name of the part with the text. */
  main: string;
  /** Null where there is no such part. */
  part(name: string): XmlElement | null;
  /** Names of the parts that one refers to by a kind of relationship ("footnotes"), in their order. */
  related(from: string, kind: string): string[];
}

/** Opens a Word file. @throws AppError "bad-file" where it is none, has a password, or is damaged. */
export function openDocx(source: Source): DocxPackage {
  refuseOthers(source);
  const zip = openZip(source);
  const part = (name: string) => {
    const bytes = zip.read(name);
    return bytes && parseXml(source, bytes, prefixes).root;
  };
  const related = (from: string, kind: string) => {
    const links = part(relationshipsOf(from));
    return links === null ? [] : targets(links, from, kind);
  };
  const main = related("", "officeDocument")[0] ?? "word/document.xml";
  if (!zip.names.includes(main))
    throw badFile(
      source,
      "is no Word file: it has no text part; open it in its own program and save it as .docx.",
    );
  return { main, part, related };
}

function targets(links: XmlElement, from: string, kind: string): string[] {
  return childrenNamed(links, "Relationship").flatMap(({ attributes }) => {
    const isWanted = attributes.get("Type")?.endsWith(`/${kind}`) ?? false;
    const inside = attributes.get("TargetMode") !== "External";
    return isWanted && inside ? [resolved(from, attributes.get("Target") ?? "")] : [];
  });
}

function relationshipsOf(part: string): string {
  const cut = part.lastIndexOf("/") + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** A target as the name of a member; one that leads out of the file names no member. */
function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = from.split("/").slice(0, -1);
  for (const step of target.split("/"))
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  return path.join("/");
}

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

function refuseOthers(source: Source): void {
  const startsWith = (mark: number[]) => mark.every((byte, at) => source.bytes[at] === byte);
  if (startsWith([0x50, 0x4b])) return;
  if (!startsWith(compoundFile))
    throw badFile(
      source,
      "is no Word file (.docx); open it in its own program and save it as .docx.",
    );
  const text = source.decode(source.bytes, "utf-16le") ?? "";
  throw badFile(
    source,
    text.includes("EncryptedPackage")
      ? "is protected by a password; open it in Word, remove the password, and import it again."
      : "is a file of Word 2003 or older (.doc); open it in Word and save it as .docx.",
  );
}
