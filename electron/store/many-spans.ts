import { randomUUID } from "node:crypto";
import type { Input } from "../../shared/contract.ts";
import type { Span } from "../../shared/model/annotation.ts";
import type { Change } from "../../shared/model/change.ts";
import type { WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { ensureOpenLayer } from "./layers.ts";
import { readText } from "./reports.ts";
import { spanCodec } from "./rows.ts";
import { checkQuote, linkTo, named } from "./spans.ts";

/**
 * Marks many places of a report alike. A new entity is made once, of the first place's words.
 * @throws AppError "text-mismatch" when a place does not say its quote; "layer-closed"; then none is marked.
 */
export function addSpans(
  db: WriteDb,
  author: Author,
  { report, draft, places }: Input<"span.addMany">,
): Change {
  return write(db, author, "span.addMany", (journal) => {
    const layer = ensureOpenLayer(journal, report, author.annotator);
    const text = readText(db, report);
    const { label, attributes } = draft;
    let { entity } = draft;
    for (const { range, quote } of places) {
      checkQuote(text, [range], quote);
      const unlinked = { id: randomUUID(), label, ranges: [range], quote, attributes, note: "" };
      const span: Span = { ...unlinked, entity: null };
      entity = linkTo(journal, layer, span, entity);
      journal.put("span", spanCodec.toRow({ ...span, entity }, layer));
    }
    return { summary: summaryOf(label, places), report };
  });
}

function summaryOf(label: string, places: Input<"span.addMany">["places"]): string {
  const quote = named(places[0]?.quote ?? "");
  return places.length === 1
    ? `marked ${quote} as ${label}`
    : `marked ${quote} in ${places.length} places as ${label}`;
}
