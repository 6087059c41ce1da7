import { randomUUID } from "node:crypto";
import { AppError } from "../../shared/errors.ts";
import type { Span } from "../../shared/model/annotation.ts";
import type { Attributes } from "../../shared/model/attributes.ts";
import type { Change } from "../../shared/model/change.ts";
import { quoteOf } from "../../shared/text/offsets.ts";
import { cutRanges, joinRanges } from "../../shared/text/ranges.ts";
import type { WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { type Journal, readRow } from "./journal.ts";
import { linksAmong, repoint } from "./references.ts";
import { readText } from "./reports.ts";
import { entityCodec, spanCodec } from "./rows.ts";
import {
  checkInside,
  followQuote,
  isBare,
  named,
  ownSpan,
  removeBareEntity,
  spansOf,
} from "./spans.ts";

/**
 * Makes two spans of one. The first keeps its relations, events and groups; both keep all else.
 * @throws AppError "wrong-use" where nothing lies before or after the offset; "text-mismatch"
 */
export function splitSpan(db: WriteDb, author: Author, id: string, at: number): Change {
  return write(db, author, "span.split", (journal) => {
    const { span, layer, report } = ownSpan(journal, id, author);
    const text = readText(db, report);
    const parts = cutRanges(text, span.ranges, at);
    if (!parts)
      throw new AppError(
        "wrong-use",
        `${named(span.quote)} has no words on both sides of that place; put the caret between two of its words.`,
      );
    const [first, second] = parts.map((ranges): Span => {
      checkInside(ranges, text);
      return { ...span, ranges, quote: quoteOf(text, ranges), flag: "" };
    }) as [Span, Span]; // As many as there are parts.
    journal.put("span", spanCodec.toRow(first, layer));
    journal.put("span", spanCodec.toRow({ ...second, id: randomUUID() }, layer));
    const into = `${named(first.quote)} and ${named(second.quote)}`;
    return { summary: `split ${named(span.quote)} into ${into}`, report };
  });
}

/**
 * Makes one span of several. The first in the text stays, and takes over what the others say and
 * what points to them.
 * @throws AppError "wrong-use" where they contradict each other, so that something would be lost.
 */
export function joinSpans(db: WriteDb, author: Author, ids: readonly string[]): Change {
  return write(db, author, "span.join", (journal) => {
    const own = [...new Set(ids)].map((id) => ownSpan(journal, id, author));
    own.sort((a, b) => startOf(a.span) - startOf(b.span));
    const [kept, ...others] = own;
    if (!kept || others.length === 0)
      throw new AppError("wrong-use", "It takes two spans to join them.");
    const { layer, report } = kept;
    const spans = own.map(({ span }) => span);
    if (others.some((other) => other.layer !== layer))
      throw new AppError("wrong-use", "Only spans of one report can be joined.");
    checkAlike(journal, layer, spans);
    const joined = joinedSpan(journal, readText(db, report), kept.span, spans);
    journal.put("span", spanCodec.toRow(joined, layer));
    for (const { span } of others) {
      repoint(journal, layer, span.id, joined.id);
      journal.remove("span", span.id);
    }
    for (const { entity } of spans) if (entity !== joined.entity) removeBareEntity(journal, entity);
    followQuote(journal, kept.span, joined);
    const parts = spans.map(({ quote }) => named(quote)).join(" and ");
    return { summary: `joined ${parts}`, report };
  });
}

function joinedSpan(journal: Journal, text: string, kept: Span, spans: readonly Span[]): Span {
  const all = spans.flatMap(({ ranges }) => ranges);
  const ranges = joinRanges(
    text,
    all.filter(({ start, end }) => start < end),
  );
  checkInside(ranges, text);
  const notes = new Set(spans.map(({ note }) => note).filter((note) => note !== ""));
  return {
    ...kept,
    ranges,
    quote: quoteOf(text, ranges),
    attributes: joinedAttributes(spans),
    entity: joinedEntity(journal, spans),
    note: [...notes].join("\n"),
    flag: "",
    ...(spans.some(({ unsure }) => unsure) && { unsure: true }),
  };
}

function checkAlike(journal: Journal, layer: string, spans: readonly Span[]): void {
  const labels = new Set(spans.map(({ label }) => label));
  if (labels.size > 1)
    throw new AppError(
      "wrong-use",
      `Spans of one label can be joined, and these are ${[...labels].join(" and ")}; relabel one first.`,
    );
  const [link] = linksAmong(
    journal,
    layer,
    spans.map(({ id }) => id),
  );
  if (link !== undefined)
    throw new AppError(
      "wrong-use",
      `These spans are linked with each other by “${link}”; remove that before they become one.`,
    );
}

/** @throws AppError where two of them say something else. */
function joinedAttributes(spans: readonly Span[]): Attributes {
  const joined: Attributes = {};
  for (const { attributes } of spans)
    for (const [name, value] of Object.entries(attributes)) {
      if (Object.hasOwn(joined, name) && JSON.stringify(joined[name]) !== JSON.stringify(value))
        throw new AppError(
          "wrong-use",
          `These spans differ in ${name} (${joined[name]}, ${value}); make them alike, then join them.`,
        );
      joined[name] = value;
    }
  return joined;
}

/** @throws AppError where two of them speak of entities of which something is known. */
function joinedEntity(journal: Journal, spans: readonly Span[]): string | null {
  const ids = new Set(spans.flatMap(({ entity }) => entity ?? []));
  const own = new Set(spans.map(({ id }) => id));
  const isShadow = (id: string) =>
    isBare(journal, id) && spansOf(journal.db, id).every((span) => own.has(span.id));
  const [known, ...others] = [...ids].filter((id) => !isShadow(id));
  if (known === undefined) return [...ids][0] ?? null;
  if (others.length === 0) return known;
  const names = [known, ...others].map((id) => nameOfEntity(journal, id)).join(" and ");
  throw new AppError(
    "wrong-use",
    `These spans are linked to ${names}; link them to one entity, then join them.`,
  );
}

function nameOfEntity(journal: Journal, id: string): string {
  const row = readRow(journal.db, "entity", id);
  return named(row ? entityCodec.fromRow(row).name : "");
}

function startOf({ ranges }: Span): number {
  return Math.min(...ranges.map(({ start }) => start));
}
