import type { ReviewRow } from "../contract/review.ts";
import { byteOrderMark, csvLine } from "../formats/tables/csv.ts";
import type { Cell } from "../formats/tables/table.ts";
import type { OffsetConverter } from "../text/offsets.ts";
import type { ReviewReport } from "./contents.ts";
import { figureCells, figureColumns } from "./figure-rows.ts";

/** A file that is small enough to be made at once. */
interface TableFile {
  name: string;
  text: string;
}

const fileOf = (name: string, rows: readonly (readonly Cell[])[]): TableFile => ({
  name,
  text: byteOrderMark + rows.map(csvLine).join(""),
});

/** Every table of a report but that of the differences, which is written as they are read. */
export function tableFiles({ agreement, annotators, reports, survey }: ReviewReport): TableFile[] {
  return [
    fileOf("figures.csv", [figureColumns, ...agreement.measures.map(figureCells)]),
    fileOf("left-out.csv", [
      ["what", "count", "examples"],
      ...agreement.leftOut.map(({ what, count, examples }) => [what, count, examples.join(" | ")]),
    ]),
    fileOf("annotators.csv", [
      ["annotator", "finished", "open", "spans", "first_step", "last_step"],
      ...annotators.map((one) => [
        ...[one.annotator, one.finished, one.open, one.spans, one.from, one.to],
      ]),
    ]),
    fileOf("reports.csv", [
      [
        "report",
        "title",
        "annotators",
        "open",
        "stale",
        "later",
        "decided",
        "accepted",
        "finished",
      ],
      ...reports.map((one) => [
        ...[one.report, one.title, one.annotators.join(" | "), one.open, one.stale, one.later],
        ...[one.decided, one.accepted, one.isFinished ? "yes" : "no"],
      ]),
    ]),
    fileOf("labels.csv", [
      ["first_annotator_says", "second_annotator_says", "count"],
      ...survey.matrix.map(({ row, column, count }) => [row, column, count]),
    ]),
    fileOf("shifts.csv", [
      ["edge", "characters", "count"],
      ...survey.shifts.map(({ edge, by, count }) => [edge, by, count]),
    ]),
    fileOf("types.csv", [
      ["label", "type", "count"],
      ...survey.typesByLabel.map(({ label, type, count }) => [label, type, count]),
    ]),
    fileOf("pairs.csv", [
      ["annotator", "other_annotator", "differences", "places"],
      ...survey.pairs.map(({ a, b, count, of }) => [a, b, count, of]),
    ]),
  ];
}

export const differenceFile = "differences.csv";

/** The head of the table of differences. */
export const differenceHead =
  byteOrderMark +
  csvLine([
    ...["report", "title", "key", "stage", "types", "words", "start", "end", "said", "missing"],
    ...["state", "choice", "chosen_annotator", "decided_by", "decided_at", "reason", "note"],
  ]);

/** A difference with what was decided of it. Places are code points, end exclusive. */
export function differenceLine(
  { report, title, difference, state, decision }: ReviewRow,
  { toCodePoint }: OffsetConverter,
): string {
  const { key, stage, types, words, start, end, versions, missing } = difference;
  const isPlaced = end > start;
  return csvLine([
    ...[report, title, key, stage, types.join(" | "), words],
    ...(isPlaced ? [toCodePoint(start), toCodePoint(end)] : [null, null]),
    versions.map(({ annotator, label }) => `${annotator}: ${label}`).join(" | "),
    missing.join(" | "),
    state,
    decision?.choice.do ?? null,
    decision?.choice.do === "take" ? decision.choice.annotator : null,
    ...[decision?.annotator ?? null, decision?.at ?? null],
    ...[decision?.reason || null, decision?.note || null],
  ]);
}
