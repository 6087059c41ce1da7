import { AppError } from "../errors.ts";
import type { Id, Layer, Span, TextRange } from "../model/annotation.ts";
import { quoteOf } from "../text/offsets.ts";
import { intersectionOf, unionOf } from "../text/place.ts";
import { joinRanges } from "../text/ranges.ts";
import { trimRange } from "../text/words.ts";
import type { Choice } from "./decision.ts";
import type { Difference } from "./difference.ts";
import {
  acceptedVersion,
  intersectionOfAttributes,
  mostOf,
  unionOfAttributes,
  versionOf,
} from "./outcome.ts";

/** A span as the gold layer is to have it. */
export type GoldSpan = Pick<Span, "label" | "ranges" | "quote" | "attributes">;

/** What a choice makes of a difference of spans. @throws AppError "wrong-use" where it does not apply. */
export function decidedSpans(
  difference: Difference,
  layers: readonly Layer[],
  text: string,
  choice: Choice,
): GoldSpan[] {
  const versions = versionsOf(difference, layers);
  switch (choice.do) {
    case "take":
      return spansOf(versions, versionOf(difference, choice.annotator)?.annotator);
    case "accept":
      return spansOf(versions, acceptedVersion(difference, choice.rule).annotator);
    case "union":
      return [merged(difference, versions, text, unionOfAll)];
    case "intersection":
      return [merged(difference, versions, text, intersectionOfAll)];
    case "edit":
      return choice.spans;
    case "none":
    case "later":
      return [];
    case "editEntity":
    case "editRelation":
    case "editLabel":
      throw new AppError("wrong-use", "Spans are edited as spans.");
    default:
      return choice satisfies never;
  }
}

/** Each annotator's spans of a difference, in the order of its versions. */
type Versions = ReadonlyMap<string, readonly Span[]>;

function versionsOf({ versions }: Difference, layers: readonly Layer[]): Versions {
  return new Map(
    versions.map(({ annotator, members }) => {
      const layer = layers.find((one) => one.annotator === annotator);
      return [annotator, members.map((id) => spanOf(layer, id))];
    }),
  );
}

function spanOf(layer: Layer | undefined, id: Id): Span {
  const span = layer?.spans.find((one) => one.id === id);
  if (!span) throw new Error(`span ${id} is compared and in no layer`);
  return span;
}

function spansOf(versions: Versions, annotator: string | undefined): GoldSpan[] {
  return (versions.get(annotator ?? "") ?? []).map(({ label, ranges, quote, attributes }) => ({
    ...{ label, ranges, quote, attributes },
  }));
}

interface Merging {
  ranges(each: readonly (readonly TextRange[])[], text: string): TextRange[];
  attributes: typeof unionOfAttributes;
}

const unionOfAll: Merging = {
  ranges: (each, text) => joinRanges(text, each.flat()),
  attributes: unionOfAttributes,
};

const intersectionOfAll: Merging = {
  ranges: ([first = [], ...others], text) =>
    others
      .reduce<readonly TextRange[]>((shared, ranges) => intersectionOf(shared, ranges), first)
      .map((range) => trimRange(text, range)),
  attributes: (_, given) => intersectionOfAttributes(given),
};

function merged(
  { words }: Difference,
  versions: Versions,
  text: string,
  { ranges: rangesOf, attributes: attributesOf }: Merging,
): GoldSpan {
  const each = [...versions.values()].map((spans) =>
    unionOf(spans.flatMap(({ ranges }) => ranges)),
  );
  const ranges = rangesOf(each, text).filter(({ start, end }) => start < end);
  if (ranges.length === 0)
    throw new AppError("wrong-use", `No words of “${words}” are marked by all; take one version.`);
  const labels = [...versions.values()].map(([span]) => span?.label ?? "");
  const given = [...versions.values()].flat().map(({ attributes }) => attributes);
  return {
    label: mostOf("label", words, labels),
    ranges,
    quote: quoteOf(text, ranges),
    attributes: attributesOf(words, given),
  };
}
