import type { Layer, Span } from "../model/annotation.ts";
import { quoteOf, shortenedQuote } from "../text/offsets.ts";
import {
  isSamePlace,
  overlapOf,
  type Place,
  placeOf,
  sharedLength,
  unionOf,
} from "../text/place.ts";
import { align, type Likeness } from "./align.ts";
import type { Difference, DifferenceType, Version } from "./difference.ts";
import { attributesText, fingerprint } from "./fingerprint.ts";
import { inGravity, inReadingOrder, keyOf } from "./key.ts";
import { runsOf } from "./runs.ts";
import { shiftsOf } from "./shifts.ts";
import { joinSplit } from "./split.ts";

/** A span among all that are compared. */
export interface Placed {
  span: Span;
  place: Place;
  /** What it says in the order of the text, in whatever order its ranges were marked. */
  quote: string;
  /** Its annotator's number. */
  annotator: number;
  /** Its attributes as a text, equal for equal ones. */
  attributes: string;
}

/** Of two spans of the same label and another two with just the same overlap, the former belong together. */
const sameLabel = 1e-6;
const sameAttributes = 1e-9;

/**
 * The spans of several annotators, aligned by the characters that they share, and how those of each group
 * differ. Every span is in exactly one difference. In reading order.
 */
export function compareSpans(layers: readonly Layer[], text: string): Difference[] {
  const all = layers.flatMap(({ spans }, annotator) =>
    spans.map((span) => placedOf(span, annotator, text)).sort(inOrder),
  );
  const { easy, others } = runsOf(all);
  const names = layers.map(({ annotator }) => annotator);
  return [...easy, ...alignedGroups(others)]
    .map((group) => differenceOf(group, names, text))
    .sort(inReadingOrder);
}

function alignedGroups(all: readonly Placed[]): Placed[][] {
  const likenesses = likenessesOf(all);
  const annotatorOf = all.map(({ annotator }) => annotator);
  const groups = joinSplit(align(annotatorOf, likenesses), all, likenesses);
  return groups.map((group) => group.map((at) => all[at]).filter(isThere));
}

function placedOf(span: Span, annotator: number, text: string): Placed {
  const place = placeOf(span.ranges);
  const quote = span.ranges.length === 1 ? span.quote : quoteOf(text, place.ranges);
  return { span, place, quote, annotator, attributes: attributesText(span.attributes) };
}

const isThere = (placed: Placed | undefined): placed is Placed => placed !== undefined;

// Identifiers decide only among spans that are the same in all that is compared.
function inOrder(a: Placed, b: Placed): number {
  return (
    a.place.start - b.place.start ||
    a.place.end - b.place.end ||
    (a.span.label < b.span.label ? -1 : a.span.label > b.span.label ? 1 : 0) ||
    (a.span.id < b.span.id ? -1 : 1)
  );
}

/** Of every two spans of different annotators that share characters; by sweeping over the text once. */
function likenessesOf(all: readonly Placed[]): Likeness[] {
  const found: Likeness[] = [];
  const order = Int32Array.from(all.keys()).sort(
    (a, b) => (all[a]?.place.start ?? 0) - (all[b]?.place.start ?? 0) || a - b,
  );
  let open: number[] = [];
  for (const at of order) {
    const one = all[at];
    if (!one) continue;
    open = open.filter((other) => reaches(all[other], one.place));
    for (const other of open) {
      const weight = likenessOf(all[other], one);
      if (weight > 0) found.push({ a: Math.min(at, other), b: Math.max(at, other), weight });
    }
    open.push(at);
  }
  return found;
}

function reaches(placed: Placed | undefined, { start }: Place): boolean {
  return placed !== undefined && (placed.place.end > start || placed.place.start === start);
}

function likenessOf(a: Placed | undefined, b: Placed): number {
  if (!a || a.annotator === b.annotator) return 0;
  const overlap = overlapOf(a.place, b.place);
  if (overlap === 0 || a.span.label !== b.span.label) return overlap;
  return overlap + sameLabel + (a.attributes === b.attributes ? sameAttributes : 0);
}

function differenceOf(
  group: readonly Placed[],
  annotators: readonly string[],
  text: string,
): Difference {
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  const byAnnotator: Placed[][] = annotators.map(() => []);
  for (const one of group) {
    start = Math.min(start, one.place.start);
    end = Math.max(end, one.place.end);
    byAnnotator[one.annotator]?.push(one);
  }
  const versions: Version[] = [];
  const missing: string[] = [];
  const says = rememberedFingerprint();
  for (const [at, own] of byAnnotator.entries())
    if (own.length === 0) missing.push(annotators[at] ?? "");
    else versions.push(versionOf(own, annotators[at] ?? "", start, says));
  const types = inGravity(typesOf(byAnnotator, versions, missing.length > 0));
  const isShifted = types.includes("boundary");
  const ranges = unionOf(group.flatMap(({ place }) => place.ranges));
  return {
    key: keyOf(
      "spans",
      group.map(({ span }) => span.id),
    ),
    stage: "spans",
    types,
    start,
    end,
    ...(ranges.length > 1 && { ranges }),
    words: shortenedQuote(group[0]?.span.quote ?? ""),
    versions,
    missing,
    shifts: isShifted ? shiftsOf(byAnnotator, annotators, text) : [],
    on: [],
  };
}

/** Most annotators say the same as the one before. */
function rememberedFingerprint(): typeof fingerprint {
  let last = { text: "", of: "" };
  return (text) => {
    if (text !== last.text) last = { text, of: fingerprint(text) };
    return last.of;
  };
}

function versionOf(
  own: readonly Placed[],
  annotator: string,
  start: number,
  says: typeof fingerprint,
): Version {
  return {
    annotator,
    members: own.map(({ span }) => span.id),
    label: own[0]?.span.label ?? "",
    says: says(own.map((one) => textOf(one, start)).join("\n")),
  };
}

/** All that is compared of a span, apart from where in the report its group stands, which corrections shift. */
function textOf({ span, place, quote, attributes }: Placed, start: number): string {
  const edges = place.ranges.map((range) => `${range.start - start}-${range.end - start}`);
  return `${span.label}\t${edges.join(",")}\t${quote}\t${attributes}`;
}

function typesOf(
  byAnnotator: readonly (readonly Placed[])[],
  versions: readonly Version[],
  isMissed: boolean,
): Set<DifferenceType> {
  const types = new Set<DifferenceType>();
  if (isMissed) types.add("missing");
  const several = byAnnotator.filter(({ length }) => length > 1);
  const single = byAnnotator.filter(({ length }) => length === 1).flat();
  const wholes = several.length === 0 ? [] : single.filter((one) => isWhole(one, several));
  if (several.length > 0) types.add(wholes.length >= several.length ? "split" : "joined");
  // Most are alike, and need no closer look.
  if (versions.every(({ says }) => says === versions[0]?.says)) return types;
  const [first, ...others] = byAnnotator.flat();
  const [one] = single;
  if (others.some(({ span }) => span.label !== first?.span.label)) types.add("label");
  if (one && single.some(({ place }) => !isSamePlace(place, one.place))) types.add("boundary");
  if (others.some(({ attributes }) => attributes !== first?.attributes)) types.add("attribute");
  return types;
}

/** Whether a span lies over several of another annotator's; somebody may have just one of the parts. */
function isWhole({ place }: Placed, several: readonly (readonly Placed[])[]): boolean {
  return several.some(
    (parts) => parts.filter((part) => sharedLength(part.place, place) > 0).length > 1,
  );
}
