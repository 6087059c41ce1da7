import type { PairCount } from "../review/survey.ts";
import { shortened } from "./drawing.ts";
import type { Plot, PlotMark } from "./plot.ts";
import { heatOf } from "./tones.ts";

/** What the plot says, in the reader's language. */
export interface PairWords {
  title: string;
  said(pair: PairCount): string;
  /** An annotator as they are called here. */
  name(annotator: string): string;
  /** A share from 0 to 1. */
  share(share: number): string;
  /** "3 of 20". */
  of(pair: PairCount): string;
}

const left = 170;
const [cellWidth, cellHeight] = [92, 46];
const top = 40;
/** Who differ at half of all places or more are as warm as can be; the scale is the same in every project. */
const warmest = 0.5;

/**
 * Every two annotators: the share of the places where at least one of them has something at which they
 * differ. A pair stands once, below the diagonal.
 */
export function pairHeat(pairs: readonly PairCount[], words: PairWords): Plot<PairCount> {
  const annotators = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort();
  const compared = pairs.filter(({ of }) => of > 0);
  const marks = compared.map((pair): PlotMark<PairCount> => {
    const places = [annotators.indexOf(pair.a), annotators.indexOf(pair.b)];
    const [column, row] = [Math.min(...places), Math.max(...places) - 1];
    const [x, y] = [left + column * cellWidth, top + row * cellHeight];
    const middle = { x: x + cellWidth / 2, anchor: "middle" as const };
    return {
      ...{ id: JSON.stringify([pair.a, pair.b]), x, y, width: cellWidth, height: cellHeight },
      tone: pair.count === 0 ? "same" : heatOf(shareOf(pair), warmest),
      said: words.said(pair),
      texts: [
        { ...middle, y: y + 20, text: words.share(shareOf(pair)), isStrong: true },
        { ...middle, y: y + 36, text: words.of(pair), isSmall: true },
      ],
      of: pair,
    };
  });
  const rows = annotators.slice(1);
  const bottom = top + rows.length * cellHeight;
  return {
    title: words.title,
    description: compared.slice(0, 30).map(words.said).join(" "),
    width: left + Math.max(1, annotators.length - 1) * cellWidth + 120,
    height: bottom + 34,
    marks: marks.sort((a, b) => a.y - b.y || a.x - b.x),
    keys: [],
    lines: [],
    texts: [
      ...rows.map((name, at) => ({
        ...{ x: left - 8, y: top + (at + 0.5) * cellHeight + 4.5, anchor: "end" as const },
        text: shortened(words.name(name), 20),
      })),
      ...annotators.slice(0, -1).map((name, at) => ({
        ...{ x: left + (at + 0.5) * cellWidth, y: bottom + 18, anchor: "middle" as const },
        text: shortened(words.name(name), 14),
      })),
    ],
  };
}

const shareOf = ({ count, of }: PairCount): number => (of > 0 ? count / of : 0);
