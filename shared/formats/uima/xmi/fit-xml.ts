import type { AnnotatedDocument } from "../../../model/document.ts";
import { quoteOf } from "../../../text/offsets.ts";
import type { Fitted } from "../../format.ts";
import { lossBook } from "../../losses.ts";

/** What XML 1.0 has no way to write: control characters, halves of pairs and two that are no characters. */
const unwritable = /[^\t\n\r\x20-\uFFFD\u{10000}-\u{10FFFF}]|[\uD800-\uDFFF]/gu;

/** With U+FFFD instead of characters that XML 1.0 cannot hold, one for one, so that all offsets stay. */
export function fitXml(document: AnnotatedDocument): Fitted {
  const book = lossBook();
  const written = (text: string) =>
    text.replace(unwritable, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      book.lose(
        "Characters that XML cannot hold",
        "written as U+FFFD, the mark of a missing character.",
        `${document.name}: U+${code}`,
      );
      return "\uFFFD";
    });
  return { document: withQuotes(everyText(document, written)), losses: book.losses() };
}

/** A quote may begin with half a character, of which the text has the whole. */
function withQuotes({ text, ...document }: AnnotatedDocument): AnnotatedDocument {
  const layers = document.layers.map((layer) => ({
    ...layer,
    spans: layer.spans.map((span) => ({ ...span, quote: quoteOf(text, span.ranges) })),
  }));
  return { ...document, text, layers };
}

/** What refers to something by its id, and what is the text's own. */
const references = new Set(["id", "quote", "entity", "trigger", "from", "to", "target", "members"]);
/** What people name themselves, so that any name may stand for any thing. */
const named = new Set(["attributes", "fields", "labels", "metadata"]);

/** The document with each of its texts as `change` makes it. */
function everyText(
  document: AnnotatedDocument,
  change: (text: string) => string,
): AnnotatedDocument {
  const changedNames = (value: object) =>
    Object.fromEntries(Object.entries(value).map(([name, one]) => [change(name), changed(one)]));
  const changed = (value: unknown): unknown => {
    if (typeof value === "string") return change(value);
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => {
        if (references.has(name)) return [name, one];
        return [name, named.has(name) ? changedNames(one) : changed(one)];
      }),
    );
  };
  // Every text has become another text, and nothing else has changed.
  return changed(document) as AnnotatedDocument;
}
