import { childNamed, outermost, rawText, type XmlElement } from "../xml/tree.ts";

/** Numbers, letters and signs as notes have them, also several: "1", "iv", "2,5–7", "*". */
const marks = /^(?:\d{1,3}|[ivxlc]{1,6}|[a-z]|[*†‡§¶]{1,3})(?:\s*[,;–-]\s*(?:\d{1,3}|[a-z]))*$/i;

/**
 * The mark of a note: raised and linked to somewhere on the page, or linked as word processors link
 * their notes. Null for anything else.
 */
export function noteMark(element: XmlElement): string | null {
  if (!isRaisedLink(element) && !isNoteLink(element)) return null;
  const mark = rawText(element).trim();
  return marks.test(mark) ? mark : null;
}

function isRaisedLink(element: XmlElement): boolean {
  if (element.name === "sup") return outermost(element, "a").some(isLocal);
  return isLocal(element) && childNamed(element, "sup") !== null;
}

/** LibreOffice's and Word's own names for the two ends of a note's link. */
function isNoteLink(element: XmlElement): boolean {
  const { attributes } = element;
  const names = `${attributes.get("class") ?? ""} ${attributes.get("name") ?? ""}`;
  return (
    isLocal(element) && /\bsd(?:foot|end)note(?:anc|sym)\b|\b_(?:ftn|edn)(?:ref)?\d/.test(names)
  );
}

function isLocal({ name, attributes }: XmlElement): boolean {
  return name === "a" && (attributes.get("href") ?? "").startsWith("#");
}
