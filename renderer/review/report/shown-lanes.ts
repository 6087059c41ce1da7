import type { Layer, Span, TextRange } from "../../../shared/model/annotation.ts";
import type { LabelDefinition } from "../../../shared/model/scheme.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import { gold } from "../../../shared/review/gold.ts";
import { unionOf } from "../../../shared/text/place.ts";
import { type Lanes, mostLanes } from "../../editor/lanes.ts";
import type { Colour } from "../../look/colour.ts";
import { t } from "../../messages.ts";
import { typeNames } from "../difference-words.ts";
import { type Person, personIn } from "../people.ts";
import type { LayerIndex } from "./layer-index.ts";
import { rangesOf } from "./version-rows.ts";

/** Who has a lane under the text, as far as there is room, next to it first; the gold layer has the last. */
export const lanesOf = (annotators: readonly string[]): string[] => [
  ...annotators.slice(0, mostLanes - 1),
  gold,
];

const openDifference = "a difference that is open";
const chosenDifference = "the difference that is chosen";

/** How lanes and differences look in the text, as labels of the editor. */
export function laneLabels(
  lanes: readonly string[],
  people: readonly Person[],
): readonly LabelDefinition[] {
  const label = (name: string, colour: Colour): LabelDefinition => ({
    ...{ name, colour, parent: null, kind: null, key: null, guideline: "" },
  });
  return [
    ...lanes.map((lane) =>
      label(laneName(lane), lane === gold ? "gold" : personIn(people, lane).colour),
    ),
    label(openDifference, "slate"),
    label(chosenDifference, "indigo"),
  ];
}

const laneName = (annotator: string) => `lane ${annotator}`;

/** Which lane of the editor a shown span has; differences have none. */
export function laneFinder(
  lanes: readonly string[],
  describe: (difference: string) => string,
): Lanes {
  const numbers = new Map(lanes.map((annotator, at) => [laneName(annotator), at]));
  return {
    count: lanes.length,
    of: ({ label }) => numbers.get(label) ?? null,
    describe: ({ id }) => describe(keyOfShown(id) ?? ""),
  };
}

const waitingAs = "open difference ";
const chosenAs = "chosen difference ";

/** The key of the difference that a shown span stands for; null for an annotator's own span. */
export function keyOfShown(id: string): string | null {
  const prefix = [waitingAs, chosenAs].find((one) => id.startsWith(one));
  return prefix === undefined ? null : id.slice(prefix.length);
}

/** Makes what the editor draws: everybody's spans in their lanes, and where something is open. */
export function createLaneSpans(index: LayerIndex) {
  // The editor tells by identity what has to be drawn again.
  const laned = new WeakMap<Span, Span>();
  const tinted = new Map<string, Span>();

  function inLane(span: Span, annotator: string): Span {
    const known = laned.get(span);
    if (known) return known;
    const shown = { ...span, label: laneName(annotator) };
    laned.set(span, shown);
    return shown;
  }

  /** Where a difference stands: wherever any version of it does. */
  function placeOf({ stage, start, end, ranges, versions }: Difference): readonly TextRange[] {
    if (stage === "spans") return ranges ?? [{ start, end }];
    return unionOf(versions.flatMap((version) => rangesOf(version, index)));
  }

  function tint(difference: Difference, prefix: string, label: string): Span[] {
    const id = prefix + difference.key;
    const known = tinted.get(id);
    if (known) return [known];
    const ranges = [...placeOf(difference)];
    if (ranges.length === 0) return [];
    const shown: Span = {
      ...{ id, label, ranges, quote: difference.words },
      ...{ attributes: {}, entity: null, note: "" },
    };
    tinted.set(id, shown);
    return [shown];
  }

  return {
    placeOf,
    /** The spans of everybody who has a lane, each in it. */
    own: (layers: readonly Layer[], lanes: readonly string[]): Span[] =>
      layers
        .filter(({ annotator }) => lanes.includes(annotator))
        .flatMap(({ annotator, spans }) => spans.map((span) => inLane(span, annotator))),
    /** A tint wherever something is open. */
    waiting: (open: readonly Difference[]): Span[] =>
      open.flatMap((one) => (one.stage === "spans" ? tint(one, waitingAs, openDifference) : [])),
    /** What stands for the difference that is looked at; null for what has no place in the text. */
    chosen: (difference: Difference): Span | null =>
      tint(difference, chosenAs, chosenDifference)[0] ?? null,
  };
}

/** A version while it is edited. */
export const draftSpan = (ranges: readonly TextRange[]): Span => ({
  ...{ id: chosenAs, label: chosenDifference, ranges: [...ranges], quote: "" },
  ...{ attributes: {}, entity: null, note: "" },
});

/** What a screen reader hears where a difference begins. */
export const describeDifference = ({ types }: Difference): string =>
  t("difference: {types}", { types: types.map((type) => typeNames[type]).join(", ") });
