import { realFiles } from "../../../real-data.ts";

/** One case of units with published values, as the folder of reference cases has it. */
export interface UnitCase {
  id: string;
  measure: string;
  raters: number;
  continuum?: { begin: number; length: number };
  units?: RawUnit[];
  units_file?: string;
  items?: { a: [number, number]; b: [number, number] }[];
  params?: Record<string, unknown>;
  expected: Record<string, unknown>;
  tolerance: number | Record<string, number>;
  note?: string;
}

interface RawUnit {
  rater: number | string;
  category: string;
  offset?: number;
  length?: number;
  begin?: number;
  end?: number;
}

/** The cases of a measure; none where the folder is missing. */
export function casesOf(measure: string): UnitCase[] {
  const file = realFiles("agreement/cases.json")[0];
  if (file === undefined) return [];
  const { cases } = JSON.parse(new TextDecoder().decode(file.bytes)) as { cases: UnitCase[] };
  return cases.filter((one) => one.measure === measure);
}
