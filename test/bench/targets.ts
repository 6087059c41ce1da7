import type { Row } from "./row.ts";

/** What a figure may be at most. */
interface Target {
  /** Of the rows that it holds for. */
  name: RegExp;
  contender: string;
  most: number;
  /** Whether the ratio to the yardstick is meant, or the value itself. */
  of: "ratio" | "value";
}

const targets: Target[] = [
  { name: /^open, 200k/, contender: "casemark", most: 1.6, of: "ratio" },
  { name: /^open, 1000k/, contender: "casemark", most: 1, of: "ratio" },
  { name: /^open, 1000k/, contender: "casemark", most: 500, of: "value" },
  { name: /^add, work/, contender: "casemark", most: 16, of: "value" },
  { name: /^first add, work/, contender: "casemark", most: 16, of: "value" },
  { name: /^write, p95/, contender: "casemark", most: 5, of: "value" },
  {
    name: /^import of \d+ brat documents with \d+ spans$/,
    contender: "casemark",
    most: 2000,
    of: "value",
  },
  { name: /^import, peak memory/, contender: "20000 reports", most: 1.15, of: "ratio" },
  { name: /^import, memory over/, contender: "40000 reports", most: 1.05, of: "ratio" },
  { name: /^drop of \d+ files, longest frame at/, contender: "casemark", most: 1.5, of: "ratio" },
  { name: /^drop of \d+ files, longest frame from/, contender: "casemark", most: 200, of: "value" },
  {
    name: /^search (of \d+ reports .*|for \w+), p95$/,
    contender: "casemark",
    most: 100,
    of: "value",
  },
  { name: /^search of .*, memory/, contender: "casemark", most: 100, of: "value" },
  {
    name: /^preview of a (renamed|merged|moved) label in/,
    contender: "casemark",
    most: 1000,
    of: "value",
  },
  { name: /^rewrite of a .* in/, contender: "casemark", most: 5000, of: "value" },
  { name: /^longest wait for a report/, contender: "casemark", most: 100, of: "value" },
  { name: /^switching .*, p95$/, contender: "casemark", most: 100, of: "value" },
  { name: /^longest task while/, contender: "casemark", most: 50, of: "value" },
  { name: /^(write|read) of \d+ .*documents/, contender: "casemark", most: 500, of: "value" },
  {
    name: /^export of \d+ reports in .*, peak memory/,
    contender: "casemark",
    most: 1.15,
    of: "ratio",
  },
  { name: /^all measures for/, contender: "casemark", most: 2000, of: "value" },
  { name: /^all measures with 1000 rounds/, contender: "casemark", most: 10_000, of: "value" },
  { name: /^start/, contender: "browser host", most: 2000, of: "value" },
];

export interface Verdict extends Row {
  target: number;
  of: Target["of"];
  holds: boolean;
}

/** The rows that have a target, one for each target, with whether it holds. */
export function verdicts(rows: readonly Row[]): Verdict[] {
  return targets.flatMap(({ name, contender, most, of }) =>
    rows
      .filter((row) => name.test(row.name) && row.contender === contender)
      .map((row) => ({ ...row, target: most, of, holds: figureOf(row, of) <= most })),
  );
}

const figureOf = (row: Row, of: Target["of"]) =>
  of === "value" ? row.value : (row.ratio ?? Number.NaN);

/** One line a target. */
export function printVerdicts(judged: readonly Verdict[]): void {
  console.log("\nTargets:");
  for (const { name, contender, value, unit, ratio, target, of, holds } of judged) {
    const figure = of === "ratio" ? `${ratio} x` : `${value} ${unit}`;
    const most = of === "ratio" ? `${target} x` : `${target} ${unit}`;
    console.log(
      `  ${holds ? "holds" : "FAILS"}  ${name}, ${contender}: ${figure} (at most ${most})`,
    );
  }
}
