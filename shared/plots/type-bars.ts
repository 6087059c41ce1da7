import { type DifferenceType, differenceTypes } from "../review/difference.ts";
import type { Counted } from "../review/survey.ts";
import type { Plot } from "./plot.ts";
import { type BarWords, stackedBars } from "./stacked-bars.ts";
import { partTones, type ToneName } from "./tones.ts";

/** Differences of one type that somebody says one label in. */
export interface TypeCell extends Counted {
  type: DifferenceType;
  label: string;
}

/** What the plot says, in the reader's language. */
export interface TypeWords extends BarWords<TypeCell> {
  type(type: DifferenceType): string;
}

/** How many labels there is room for. */
const mostLabels = 40;

/** The same colour for a type wherever it is drawn. */
const toneOfType = (type: DifferenceType): ToneName =>
  partTones[differenceTypes.indexOf(type)] ?? "part-8";

/** A bar for each label, cut into the types of its differences. A difference counts under each of its types. */
export function typeBars(cells: readonly TypeCell[], words: TypeWords): Plot<TypeCell> {
  const types = differenceTypes.filter((type) => cells.some((cell) => cell.type === type));
  const parts = types.map((type) => ({
    ...{ name: words.type(type), tone: toneOfType(type) },
    has: (cell: TypeCell) => cell.type === type,
  }));
  return stackedBars(cells, parts, mostLabels, words);
}
