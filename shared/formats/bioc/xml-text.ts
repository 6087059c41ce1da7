import type { AnnotatedDocument } from "../../model/document.ts";
import type { Fitted } from "../format.ts";
import { lossBook } from "../losses.ts";
import { isXmlText } from "../texts/xml.ts";

/** Whatever XML 1.0 cannot write. Each is one UTF-16 code unit, so that no offset changes. */
const unwritable = /[^\t\n\r\x20-\uFFFD\u{10000}-\u{10FFFF}]|[\uFFFE\uFFFF]/gu;

/** With U+FFFD for every character that XML 1.0 has no way to write, in text and all else. */
export function fitXmlText(document: AnnotatedDocument): Fitted {
  if (isWritable(document)) return { document, losses: [] };
  const book = lossBook();
  const fitted = withWritable(document, (text) => {
    if (isXmlText(text)) return text;
    for (const [sign] of text.matchAll(unwritable))
      book.lose(
        "Control characters and halves of characters",
        "written as U+FFFD, since XML has no place for them.",
        `${document.name}: U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
      );
    return text.replace(unwritable, "\uFFFD");
  });
  return { document: fitted, losses: book.losses() };
}

/** Whether all texts in a value can be written, names of attributes included; most documents are so. */
function isWritable(value: unknown): boolean {
  if (typeof value === "string") return isXmlText(value);
  if (Array.isArray(value)) return value.every(isWritable);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, one]) => isXmlText(key) && isWritable(one));
}

/** The same value with every text in it changed, names of attributes included. */
function withWritable<Value>(value: Value, change: (text: string) => string): Value;
function withWritable(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => withWritable(one, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [change(key), withWritable(one, change)]),
  );
}
