import { loadSolver } from "../../../electron/agreement/solver.ts";
import { gamma } from "../../../shared/agreement/continuum/gamma.ts";
import {
  atOnce,
  type GammaOptions,
  gammaDefaults,
  gammaStudy,
} from "../../../shared/agreement/continuum/gamma-study.ts";
import type { Solver } from "../../../shared/agreement/continuum/packing.ts";
import type { Continuum } from "../../../shared/agreement/continuum/unit.ts";
import { realFiles } from "../../real-data.ts";

const folder = "agreement/fixtures/pygamma-agreement";
/** In seconds: what the windowed variant may take for 5,000 units of two annotators. */
const limit = 60;

/**
 * How long gamma takes for pygamma-agreement's own files, with as many samples as a precision of 2 %
 * needs: with the best alignments, and window by window.
 * @returns whether what has a limit kept it; null where the files are missing.
 */
export async function benchGamma(): Promise<boolean | null> {
  const solve = await loadSolver();
  const long = continuumIn("2by5000.csv");
  const three = continuumIn("3by500.csv");
  if (long === null || three === null) {
    console.log(`gamma: skipped, since shared/data/${folder} is missing`);
    return null;
  }
  const exact = measured(long, { fast: false }, solve);
  const fast = measured(long, { fast: true }, solve);
  said("2 x 5,000 units, best alignments", exact);
  said(`2 x 5,000 units, fast (limit ${limit} s)`, fast);
  console.log(`  ${(fast.seconds / exact.seconds).toFixed(2)} times what best alignments take`);
  said("3 x 500 units, best alignments", measured(three, { fast: false }, solve));
  said("3 x 500 units, fast", measured(three, { fast: true }, solve));
  return fast.seconds <= limit;
}

interface Measured {
  seconds: number;
  value: number | null;
  samples: number;
}

function measured(continuum: Continuum, options: Partial<GammaOptions>, solve: Solver): Measured {
  const started = performance.now();
  const all = { ...gammaDefaults, alpha: 3, ...options };
  const study = atOnce(gammaStudy([continuum], all, solve));
  const value = gamma(study);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, value: value.defined ? value.value : null, samples: study.samples.length };
}

function said(what: string, { seconds, value, samples }: Measured): void {
  const figure = value === null ? "not defined" : value.toFixed(4);
  console.log(`gamma, ${what}: ${seconds.toFixed(2)} s, ${figure} with ${samples} samples`);
}

function continuumIn(name: string): Continuum | null {
  const [file] = realFiles(`${folder}/${name}`);
  if (file === undefined) return null;
  const lines = new TextDecoder().decode(file.bytes).trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(","));
  const names = [...new Set(rows.map(([annotator]) => annotator))];
  const units = rows.map(([annotator, category = "", begin, end]) => ({
    ...{ annotator: names.indexOf(annotator), category },
    ...{ begin: Number(begin), end: Number(end) },
  }));
  const last = units.reduce((most, { end }) => Math.max(most, end), 0);
  return { begin: 0, end: last, annotators: names.length, units };
}

if (import.meta.main && (await benchGamma()) === false) process.exitCode = 1;
