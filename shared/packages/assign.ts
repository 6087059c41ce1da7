import { seededRandom } from "../random.ts";

/** A report that is to be worked on. */
export interface Assignable {
  id: string;
  /** The patient's case; its reports go to the same people. */
  case: string;
  /** UTF-16 code units of its text, which stand for the work on it. */
  characters: number;
}

export interface AllotmentRules {
  annotators: readonly string[];
  /** How many people work on a report that several work on; at most all of them. */
  each: number;
  /** The share of the reports that `each` people work on, from 0 to 1; the others have one. */
  overlap: number;
  seed: number;
}

/** What one person gets. */
interface Allotted {
  annotator: string;
  reports: string[];
  cases: number;
  characters: number;
  /** How many of the reports others work on too. */
  shared: number;
}

export interface Allotment {
  people: Allotted[];
  reports: number;
  cases: number;
  /** Reports that several work on. Since cases stay together it may not be the very share asked for. */
  shared: number;
}

interface Case {
  reports: Assignable[];
  characters: number;
}

/** What somebody has got so far. */
interface Load {
  reports: Set<Assignable>;
  cases: number;
  characters: number;
}

/**
 * Who works on which reports: cases in an order drawn from the seed are shared until as many reports
 * are as were asked for, and go to whoever has least to read so far. The same rules and reports give
 * the same allotment, in whatever order the reports are.
 */
export function assignReports(
  reports: readonly Assignable[],
  { annotators, each, overlap, seed }: AllotmentRules,
): Allotment {
  const names = [...new Set(annotators)];
  const cases = casesOf(reports);
  const order = seededRandom(seed, "cases for annotators").shuffled(cases);
  const { shared, single } = parted(order, Math.round(overlap * reports.length));
  const several = Math.min(each, names.length);
  const isShared = new Set(several > 1 ? shared.flatMap((one) => one.reports) : []);
  const turns = seededRandom(seed, "annotators in turn").shuffled(names);
  const loads = new Map(turns.map((name): [string, Load] => [name, nothingYet()]));
  for (const one of largestFirst(shared)) give([...loads.values()], one, several);
  for (const one of largestFirst(single)) give([...loads.values()], one, 1);
  return {
    people: names.map((name) => allottedTo(name, reports, loads.get(name), isShared)),
    reports: reports.length,
    cases: cases.length,
    shared: isShared.size,
  };
}

function casesOf(reports: readonly Assignable[]): Case[] {
  return [...Map.groupBy(reports, (report) => report.case)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, some]) => ({ reports: some, characters: sumOf(some) }));
}

const sumOf = (some: readonly { characters: number }[]) =>
  some.reduce((sum, { characters }) => sum + characters, 0);

/** Cases until they have as many reports as wanted, as near as whole cases come to it; and the rest. */
function parted(order: readonly Case[], wanted: number): { shared: Case[]; single: Case[] } {
  const shared: Case[] = [];
  const single: Case[] = [];
  let count = 0;
  for (const one of order) {
    const { length } = one.reports;
    const isNearer = Math.abs(wanted - count - length) <= Math.abs(wanted - count);
    if (count < wanted && isNearer) {
      shared.push(one);
      count += length;
    } else single.push(one);
  }
  return { shared, single };
}

/** What takes longest is given out first, so that small cases even out what they left uneven. */
const largestFirst = (cases: readonly Case[]) =>
  cases.toSorted((a, b) => b.characters - a.characters);

const nothingYet = (): Load => ({ reports: new Set(), cases: 0, characters: 0 });

/** To those who have least to read so far. */
function give(loads: Load[], one: Case, people: number): void {
  const least = loads.sort((a, b) => a.characters - b.characters).slice(0, people);
  for (const load of least) {
    for (const report of one.reports) load.reports.add(report);
    load.cases += 1;
    load.characters += one.characters;
  }
}

function allottedTo(
  annotator: string,
  all: readonly Assignable[],
  { reports, cases, characters }: Load = nothingYet(),
  isShared: ReadonlySet<Assignable>,
): Allotted {
  return {
    annotator,
    reports: all.filter((report) => reports.has(report)).map(({ id }) => id),
    cases,
    characters,
    shared: [...reports].filter((report) => isShared.has(report)).length,
  };
}
