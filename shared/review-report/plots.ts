import { labelMatrix, type MatrixWords } from "../plots/label-matrix.ts";
import { type PairWords, pairHeat } from "../plots/pair-heat.ts";
import { type Plot, plotInPage } from "../plots/plot.ts";
import { binShifts, rangeName, type ShiftWords, shiftHistogram } from "../plots/shift-histogram.ts";
import { type TypeWords, typeBars } from "../plots/type-bars.ts";
import type { PairCount, Survey } from "../review/survey.ts";
import { element, type Markup, paragraph, raw } from "./html.ts";
import { share, whole } from "./numbers.ts";

const more = (count: number) => `and ${whole(count)} more labels`;

const matrixWords: MatrixWords = {
  title: "Labels against labels",
  rows: "First annotator says",
  columns: "Second annotator says",
  nothing: "nothing",
  more,
  number: whole,
  said: ({ row, column, count }) =>
    `“${row ?? "nothing"}” against “${column ?? "nothing"}”: ${whole(count)}.`,
};

const typeWords: TypeWords = {
  title: "Differences by label and type",
  type: (type) => type,
  more,
  number: whole,
  said: ({ type, label, count }) => `${label}, ${type}: ${whole(count)}.`,
};

const shiftWords: ShiftWords = {
  title: "Shifted boundaries",
  start: "Start",
  end: "End",
  characters: "characters",
  number: whole,
  said: (bin) =>
    `${bin.edge === "start" ? "Start" : "End"} shifted by ${rangeName(bin)} characters: ${whole(bin.count)}.`,
  unmoved: (starts, ends) =>
    `Only the other edge is shifted: ${whole(starts)} same starts, ${whole(ends)} same ends.`,
};

const ofPair = ({ count, of }: PairCount) => `${whole(count)} of ${whole(of)}`;

const pairWords: PairWords = {
  title: "Two annotators at a time",
  name: (annotator) => annotator,
  of: ofPair,
  share: (part) => share(part, 1),
  said: (pair) => `${pair.a} and ${pair.b} differ at ${ofPair(pair)}.`,
};

export function matrixFigure({ matrix }: Survey): Markup {
  return figure(
    labelMatrix(matrix, matrixWords),
    "Spans, counted for every two annotators: the row is what the one whose name comes first says, the column what the other says. All cells stand in labels.csv.",
  );
}

export function typeFigure({ typesByLabel }: Survey): Markup {
  return figure(
    typeBars(typesByLabel, typeWords),
    "A difference counts under each of its types, and under each label that somebody says. All counts stand in types.csv.",
  );
}

export function shiftFigure({ shifts }: Survey): Markup {
  return figure(
    shiftHistogram(binShifts(shifts), shiftWords),
    "Spans that two annotators both have and bound otherwise: by how many characters the second’s edge lies behind the first’s. All counts stand in shifts.csv.",
  );
}

export function pairFigure({ pairs }: Survey): Markup {
  return figure(
    pairHeat(pairs, pairWords),
    "Of the places where at least one of two has something, the share at which they differ.",
  );
}

function figure(plot: Plot<unknown>, note: string): Markup {
  if (plot.marks.length === 0) return paragraph(`${plot.title}: there is nothing to draw.`);
  return element(
    "figure",
    {},
    element("figcaption", {}, plot.title),
    raw(plotInPage(plot)),
    element("p", { class: "note" }, note),
  );
}
