import type { Continuum } from "../../../../shared/agreement/continuum/unit.ts";
import { type RealFile, realFiles } from "../../../real-data.ts";

/** pygamma-agreement's own files: annotator, category, begin, end in each line. */
export function csvContinuum(name: string): Continuum {
  const [file] = realFiles(`agreement/fixtures/pygamma-agreement/${name}`);
  const rows = textOf(file!)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return continuumOf(
    rows.map(([annotator, category, begin, end]) => ({
      annotator: annotator!,
      category: category!,
      start: Number(begin),
      end: Number(end),
    })),
  );
}

/** A continuum from 0 to the last unit's end, of everybody who has a unit in it. */
export function continuumOf(units: readonly FixtureUnit[]): Continuum {
  const names = [...new Set(units.map(({ annotator }) => annotator))].sort();
  return {
    begin: 0,
    end: Math.max(...units.map(({ end }) => end)),
    annotators: names.length,
    units: units.map(({ annotator, category, start, end }) => ({
      annotator: names.indexOf(annotator),
      category,
      begin: start,
      end,
    })),
  };
}

export interface FixtureUnit {
  annotator: string;
  start: number;
  end: number;
  category: string;
}

/** What DKPro keeps of runs of pygamma-agreement. */
export interface Fixture {
  params: { alpha: number; beta: number; deltaEmpty: number };
  continuum: FixtureUnit[];
  tier1: {
    pairDissimilarities: {
      annotatorA: string;
      unitIndexA: number;
      annotatorB: string;
      unitIndexB: number;
      positional: number;
      categorical: number;
      combined: number;
    }[];
    bestAlignmentDisorder: number;
  };
  tier2: { sampledContinua: { units: FixtureUnit[]; bestAlignmentDisorder: number }[] };
  tier3: { expectedDisorder: number; gamma: number };
}

export const fixtures = realFiles("agreement/fixtures/dkpro-statistics/pygamma/*.json").map(
  (file) => ({ name: file.name, fixture: JSON.parse(textOf(file)) as Fixture }),
);

function textOf({ bytes }: RealFile): string {
  return new TextDecoder().decode(bytes);
}
