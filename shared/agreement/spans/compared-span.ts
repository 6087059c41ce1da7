import type { Span } from "../../model/annotation.ts";
import { type Place, placeOf } from "../../text/place.ts";

/** A span as it is compared with others. */
export interface ComparedSpan extends Place {
  label: string;
  /** The same for the same characters, and for the same characters with the same label. */
  place: string;
  placeAndLabel: string;
}

export function comparedSpan({ label, ranges }: Pick<Span, "label" | "ranges">): ComparedSpan {
  const own = placeOf(ranges);
  const place = own.ranges.map(({ start, end }) => `${start}-${end}`).join(" ");
  return { ...own, label, place, placeAndLabel: `${place} ${label}` };
}
