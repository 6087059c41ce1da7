import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchLong } from "./import-long.ts";
import { casemark, pdftotext, popplerText } from "./pdf/contenders.ts";
import { readTruth } from "./pdf/jats-truth.ts";
import { type Candidate, type Figures, measure, runningLines } from "./pdf/measures.ts";
import { type Row, report, row } from "./row.ts";

const folder = fileURLToPath(new URL("../../../shared/data/pdf/pmc-pairs", import.meta.url));
const measures = ["f1", "order", "torn", "headings", "furniture"] as const;

interface Outcome {
  file: string;
  contender: string;
  figures: Figures;
  pages: number;
  milliseconds: number;
}

/** Every PDF that has its JATS beside it, as Casemark and as pdftotext read it, in percent; then all of them as one. */
export async function benchPdf(): Promise<Row[]> {
  if (!existsSync(folder)) {
    console.log(`No PDF was read, since there is no ${folder}.`);
    return [];
  }
  const outcomes: Outcome[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".pdf")))
    outcomes.push(...(await compare(join(folder, file))));
  for (const outcome of outcomes) console.log(line(outcome));
  return [...rowsOf(outcomes), ...benchLong(folder)];
}

async function compare(path: string): Promise<Outcome[]> {
  const truth = readTruth(readFileSync(path.replace(/pdf$/, "nxml"), "utf8"));
  const layout = popplerText(path, "-layout");
  const pages = layout.split("\f").slice(0, -1);
  const furniture = { lines: runningLines(pages), layout };
  const contenders: [string, () => Candidate | Promise<Candidate>][] = [
    ["casemark", () => casemark(path)],
    ["pdftotext", () => pdftotext(path)],
    ["pdftotext -layout", () => pdftotext(path, "-layout")],
  ];
  const outcomes: Outcome[] = [];
  for (const [contender, read] of contenders) {
    const start = performance.now();
    const candidate = await read();
    const milliseconds = performance.now() - start;
    const figures = measure(truth, candidate, furniture);
    outcomes.push({
      file: basename(path, ".pdf"),
      contender,
      figures,
      pages: pages.length,
      milliseconds,
    });
  }
  return outcomes;
}

const percent = (share: number): string => (share * 100).toFixed(1).padStart(6);

function line({ file, contender, figures, milliseconds }: Outcome): string {
  const cells = measures.map((measure) => `${measure} ${percent(figures[measure])}`).join("  ");
  return `${file.slice(0, 18).padEnd(18)} ${contender.padEnd(18)} ${cells}  ${Math.round(milliseconds)} ms`;
}

function rowsOf(outcomes: readonly Outcome[]): Row[] {
  const byContender = Map.groupBy(outcomes, ({ contender }) => contender);
  const shares = measures.flatMap((measure) =>
    [...byContender].map(([contender, own]) => {
      const share = sum(own.map(({ figures }) => figures[measure])) / own.length;
      return row(
        `PDF against JATS, mean ${measure}, ${own.length} files`,
        contender,
        share * 100,
        "%",
      );
    }),
  );
  const times = [...byContender].map(([contender, own]) => {
    const milliseconds = sum(own.map((one) => one.milliseconds));
    return row(
      "PDF, time for ten pages",
      contender,
      (milliseconds / sum(own.map(({ pages }) => pages))) * 10,
      "ms",
    );
  });
  return [...shares, ...times];
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

if (import.meta.main) await report(await benchPdf(), process.argv[2]);
