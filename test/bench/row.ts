/** One measured figure. */
export interface Row {
  name: string;
  contender: string;
  value: number;
  unit: string;
  /** Value divided by that of the row's yardstick in the same run. */
  ratio?: number;
}

/** A figure with one decimal, and with the ratio to a yardstick where there is one. */
export function row(
  name: string,
  contender: string,
  value: number,
  unit: string,
  yardstick?: number,
): Row {
  const rounded = { name, contender, value: Math.round(value * 10) / 10, unit };
  return yardstick === undefined
    ? rounded
    : { ...rounded, ratio: Math.round((value / yardstick) * 100) / 100 };
}

/** The value below which this share of the values lies; 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Prints rows, ratios first, and writes them as JSON where a file is named. */
export async function report(rows: readonly Row[], file: string | undefined): Promise<void> {
  printRows(rows);
  if (file === undefined) return;
  const { writeFile } = await import("node:fs/promises");
  await writeFile(file, `${JSON.stringify(rows, null, 2)}\n`);
}

/** One line a row, the ratio first. */
export function printRows(rows: readonly Row[]): void {
  for (const { name, contender, value, unit, ratio } of rows)
    console.log(
      `${ratio === undefined ? "" : `${ratio} x`}`.padStart(9),
      ` ${name}, ${contender}: ${value} ${unit}`,
    );
}
