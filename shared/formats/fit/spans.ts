import type { Span } from "../../model/annotation.ts";
import type { DocumentLayer } from "../../model/document.ts";
import { hullOf, quoteOf } from "../../text/offsets.ts";
import { dropped, type Fitting } from "./fitting.ts";
import { shown } from "./shown.ts";

/** With the spans that the format can hold, as far as it can. */
export function fitSpans(layer: DocumentLayer, fitting: Fitting): DocumentLayer {
  const whole = layer.spans.map((span) => inOnePiece(span, fitting));
  const spans = withoutOverlaps(
    whole.filter((span) => hasPlace(span, fitting)),
    fitting,
  );
  return { ...layer, spans: spans.map((span) => withoutDetails(span, fitting)) };
}

function inOnePiece(span: Span, { holds, book, name, text }: Fitting): Span {
  if (holds.discontinuous || span.ranges.length === 1) return span;
  book.lose(
    "Discontinuous spans",
    "written from their first to their last character, with the words between.",
    shown(name, span.quote),
  );
  const ranges = [hullOf(span.ranges)];
  return { ...span, ranges, quote: quoteOf(text, ranges) };
}

function hasPlace({ ranges, label }: Span, { holds, book, name }: Fitting): boolean {
  const isEmpty = ranges.every(({ start, end }) => start === end);
  if (isEmpty && !holds.empty) book.lose("Spans without words", dropped, `${name}: ${label}`);
  return holds.empty || !isEmpty;
}

/** Of spans that may not share words the longest stays, of equally long ones the first. */
function withoutOverlaps(spans: readonly Span[], { holds, book, name }: Fitting): Span[] {
  if (holds.overlaps === "any" && holds.stacked) return [...spans];
  const kept = new Set<Span>();
  const reach = reachOf();
  for (const span of spans.toSorted(byLength)) {
    const clash = reach.clashOf(span, holds);
    if (clash === null) {
      kept.add(span);
      reach.add(span);
    } else book.lose(clash, "left out; the longer ones stay.", shown(name, span.quote));
  }
  return spans.filter((span) => kept.has(span));
}

const lengthOf = (span: Span) => hullOf(span.ranges).end - hullOf(span.ranges).start;
const byLength = (a: Span, b: Span) =>
  lengthOf(b) - lengthOf(a) || hullOf(a.ranges).start - hullOf(b.ranges).start;

/** Which of the spans that stay share words with another; looked up by stretches of the text. */
function reachOf() {
  const stretch = 256;
  const byStretch = new Map<number, Span[]>();
  const stretchesOf = (span: Span) => {
    const { start, end } = hullOf(span.ranges);
    const first = Math.floor(start / stretch);
    return Array.from({ length: Math.floor(end / stretch) - first + 1 }, (_, at) => first + at);
  };
  return {
    add(span: Span) {
      for (const at of stretchesOf(span)) byStretch.set(at, [...(byStretch.get(at) ?? []), span]);
    },
    clashOf(span: Span, holds: Fitting["holds"]): string | null {
      const near = new Set(stretchesOf(span).flatMap((at) => byStretch.get(at) ?? []));
      for (const other of near) {
        const clash = clashBetween(span, other, holds);
        if (clash !== null) return clash;
      }
      return null;
    },
  };
}

/** What kind of sharing the format cannot hold, if they share words in such a way; `other` is no shorter. */
function clashBetween(
  span: Span,
  other: Span,
  { overlaps, stacked }: Fitting["holds"],
): string | null {
  const [a, b] = [hullOf(span.ranges), hullOf(other.ranges)];
  if (a.start >= b.end || b.start >= a.end) return null;
  if (a.start === b.start && a.end === b.end) return stacked ? null : "Spans over the same words";
  const isNested = b.start <= a.start && a.end <= b.end;
  if (overlaps === "any" || (overlaps === "nested" && isNested)) return null;
  return isNested ? "Nested spans" : "Crossing spans";
}

function withoutDetails(span: Span, { holds, book, name }: Fitting): Span {
  const { attributes, note, quote } = span;
  if (!holds.spanAttributes)
    for (const attribute of Object.keys(attributes))
      book.lose("Attributes of spans", dropped, `${shown(name, quote)}, ${attribute}`);
  if (!holds.spanNotes && note !== "")
    book.lose("Notes on spans", dropped, `${shown(name, quote)}: ${note}`);
  return {
    ...span,
    attributes: holds.spanAttributes ? attributes : {},
    note: holds.spanNotes ? note : "",
  };
}
