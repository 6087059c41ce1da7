import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { casemark, pdftotext, popplerText } from "./pdf/contenders.ts";
import { readTruth } from "./pdf/jats-truth.ts";
import { type Candidate, type Figures, measure, runningLines } from "./pdf/measures.ts";
import { type Row, report } from "./row.ts";

const folder = fileURLToPath(new URL("../../../shared/data/pdf/pmc-pairs", import.meta.url));
const measures = ["f1", "order", "torn", "headings", "furniture"] as const;

interface Outcome {
  file: string;
  contender: string;
  figures: Figures;
  milliseconds: number;
}

/** Every PDF that has its JATS beside it, as Casemark and as pdftotext read it. Figures in percent. */
export async function benchPdf(): Promise<Row[]> {
  if (!existsSync(folder)) {
    console.log(`No PDF was read, since there is no ${folder}.`);
    return [];
  }
  const outcomes: Outcome[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".pdf")))
    outcomes.push(...(await compare(join(folder, file))));
  for (const outcome of outcomes) console.log(line(outcome));
  return rowsOf(outcomes);
}

async function compare(path: string): Promise<Outcome[]> {
  const truth = readTruth(readFileSync(path.replace(/pdf$/, "nxml"), "utf8"));
  const layout = popplerText(path, "-layout");
  const furniture = { lines: runningLines(layout.split("\f")), layout };
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
    outcomes.push({ file: basename(path, ".pdf"), contender, figures, milliseconds });
  }
  return outcomes;
}

const percent = (share: number): string => (share * 100).toFixed(1).padStart(6);

function line({ file, contender, figures, milliseconds }: Outcome): string {
  const cells = measures.map((measure) => `${measure} ${percent(figures[measure])}`).join("  ");
  return `${file.slice(0, 18).padEnd(18)} ${contender.padEnd(18)} ${cells}  ${Math.round(milliseconds)} ms`;
}

function rowsOf(outcomes: readonly Outcome[]): Row[] {
  const contenders = [...new Set(outcomes.map(({ contender }) => contender))];
  return measures.flatMap((measure) =>
    contenders.map((contender) => {
      const values = outcomes.filter((one) => one.contender === contender);
      const mean = values.reduce((sum, one) => sum + one.figures[measure], 0) / values.length;
      const name = `PDF against JATS, ${values.length} files, mean ${measure}`;
      return { name, contender, value: Math.round(mean * 1000) / 10, unit: "%" };
    }),
  );
}

if (import.meta.main) await report(await benchPdf(), process.argv[2]);
