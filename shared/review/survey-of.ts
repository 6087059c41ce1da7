import { getOrMake } from "../get-or-make.ts";
import type { Id } from "../model/annotation.ts";
import { type DifferenceType, differenceTypes, stages } from "./difference.ts";
import { type Facets, isApart, pairsOf, type Said } from "./facets.ts";
import type { AskedFilter, ReviewFilter } from "./filter.ts";
import { matches, matchesBesidesType } from "./matches.ts";
import type { Survey } from "./survey.ts";
import type { Tally } from "./tally.ts";

/** A report's tally; null where there was nothing to compare. */
interface Tallied {
  report: Id;
  title: string;
  tally: Tally | null;
}

/** Counts what fits the filter, report by report. */
export interface Surveying {
  add(tallied: Tallied): void;
  survey(): Survey;
}

/** Counts by what they count, with what they are counted of. */
interface Cell {
  count: number;
  of: number;
  missing: number;
}

interface Cells {
  stages: Map<string, Cell>;
  types: Map<string, Cell>;
  states: Map<string, Cell>;
  labels: Map<string, Cell>;
  typesByLabel: Map<string, Cell>;
  sections: Map<string, Cell>;
  annotators: Map<string, Cell>;
  pairs: Map<string, Cell>;
  matrix: Map<string, Cell>;
  shifts: Map<string, Cell>;
}

export function startSurvey(filter: ReviewFilter): Surveying {
  const cells: Cells = {
    ...{ stages: new Map(), types: new Map(), states: new Map(), labels: new Map() },
    ...{ sections: new Map(), annotators: new Map(), pairs: new Map(), matrix: new Map() },
    ...{ typesByLabel: new Map(), shifts: new Map() },
  };
  const reports: Survey["reports"] = [];
  let [differences, agreed, compared, notCompared] = [0, 0, 0, 0];
  return {
    add({ report, title, tally }) {
      if (tally === null) notCompared += 1;
      else compared += 1;
      const own = { count: 0, agreed: 0 };
      for (const { facets, count } of tally ?? []) {
        addPairs(cells, facets, count, filter);
        if (!matchesBesidesType(filter, facets)) continue;
        const meant = matches(filter, facets) ? count : 0;
        own.count += meant;
        if (facets.types[0] === "agreed") own.agreed += count;
        addKinds(cells, facets, count, meant);
        addSaid(cells, facets, count, meant);
      }
      differences += own.count;
      agreed += own.agreed;
      const behind = { ...filter, reports: [report] };
      if (own.count + own.agreed > 0) reports.push({ report, title, ...own, behind });
    },
    survey: () => ({
      ...{ differences, agreed, compared, notCompared, reports },
      ...surveyOfCells(cells, filter),
    }),
  };
}

function add(map: Map<string, Cell>, key: string, more: Partial<Cell>): void {
  const cell = getOrMake(map, key, () => ({ count: 0, of: 0, missing: 0 }));
  cell.count += more.count ?? 0;
  cell.of += more.of ?? 0;
  cell.missing += more.missing ?? 0;
}

/** @param meant as many as fit the filter whole; `count` are those that fit it but for their types. */
function addKinds(cells: Cells, facets: Facets, count: number, meant: number): void {
  const { stage, types, section, state, shifts } = facets;
  add(cells.stages, stage, { count: meant });
  for (const type of types) add(cells.types, type, { count: meant });
  add(cells.states, state, { count: meant });
  add(cells.sections, section, { count: meant, of: count });
  for (const { start, end } of meant > 0 ? shifts : []) {
    add(cells.shifts, JSON.stringify(["start", start]), { count });
    add(cells.shifts, JSON.stringify(["end", end]), { count });
  }
}

function addSaid(cells: Cells, { stage, said, types }: Facets, count: number, meant: number): void {
  const labels = new Set(said.flatMap(({ label }) => label ?? []));
  if (stage !== "labels")
    for (const label of labels) {
      add(cells.labels, label, { count: meant, of: count });
      for (const type of types)
        add(cells.typesByLabel, JSON.stringify([type, label]), { count: meant });
    }
  for (const one of said) {
    const apart = isApart(said, one) ? meant : 0;
    const missing = one.group < 0 ? meant : 0;
    add(cells.annotators, one.annotator, { count: apart, missing, of: count });
  }
}

/** A pair in the filter chooses among these; it does not leave out what the two say alike. */
function addPairs(cells: Cells, facets: Facets, count: number, filter: ReviewFilter): void {
  const others = { ...filter, pair: null, said: null };
  if (!matchesBesidesType(others, facets)) return;
  const isMeant = matches(others, facets);
  for (const [one, other] of pairsOf(facets.said)) {
    if (one.group < 0 && other.group < 0) continue;
    const differ = isMeant && one.group !== other.group ? count : 0;
    add(cells.pairs, JSON.stringify([one.annotator, other.annotator]), {
      count: differ,
      of: count,
    });
    if (facets.stage === "spans" && (isMeant || filter.types === null))
      addLabels(cells, one, other, count, filter);
  }
}

/** Where the filter has a pair, its first is the row, whatever their names. */
function addLabels(
  { matrix }: Cells,
  one: Said,
  other: Said,
  count: number,
  { pair }: ReviewFilter,
): void {
  const [a, b] = one.annotator === pair?.b ? [other, one] : [one, other];
  if (pair && (a.annotator !== pair.a || b.annotator !== pair.b)) return;
  add(matrix, JSON.stringify([a.label, b.label]), { count });
}

type Counts = Omit<Survey, "differences" | "agreed" | "compared" | "notCompared" | "reports">;

/** Cells in a fixed order, each with the filter that leads to what it counts. */
function surveyOfCells(cells: Cells, filter: ReviewFilter): Counts {
  const inOrder = <Name extends string>(map: Map<string, Cell>, order: readonly Name[]) =>
    order.flatMap((name) => {
      const cell = map.get(name);
      return cell && cell.count > 0 ? [{ name, cell }] : [];
    });
  const byCount = (map: Map<string, Cell>) =>
    [...map]
      .map(([name, cell]) => ({ name, cell }))
      .sort((a, b) => b.cell.count - a.cell.count || (a.name < b.name ? -1 : 1));
  const lead = (more: AskedFilter): AskedFilter => ({ ...filter, ...more });
  return {
    stages: inOrder(cells.stages, stages).map(({ name: stage, cell: { count } }) => ({
      ...{ stage, count, behind: lead({ stages: [stage] }) },
    })),
    types: inOrder(cells.types, differenceTypes).map(({ name: type, cell: { count } }) => ({
      ...{ type, count, behind: lead({ types: [type] }) },
    })),
    states: inOrder(cells.states, ["open", "stale", "later", "decided", "moot"] as const).map(
      ({ name: state, cell: { count } }) => ({
        ...{ state, count, behind: lead({ states: [state] }) },
      }),
    ),
    labels: byCount(cells.labels).map(({ name: label, cell: { count, of } }) => ({
      ...{ label, count, of, behind: lead({ labels: [label] }) },
    })),
    sections: byCount(cells.sections).map(({ name, cell: { count, of } }) => {
      // Only kinds of sections and "none" are counted there.
      const section = name as Counts["sections"][number]["section"];
      return { section, count, of, behind: lead({ section }) };
    }),
    annotators: [...cells.annotators]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([annotator, { count, of, missing }]) => ({
        ...{ annotator, count, of, missing, behind: lead({ who: annotator }) },
      })),
    typesByLabel: surveyOfTypes(cells, filter),
    ...surveyOfPairs(cells, filter),
  };
}

/** Of the stages whose labels are counted; a report label's value may read like a label. */
function surveyOfTypes({ typesByLabel }: Cells, filter: ReviewFilter): Counts["typesByLabel"] {
  const ofLabels = stages.filter((stage) => stage !== "labels");
  return [...typesByLabel]
    .filter(([, { count }]) => count > 0)
    .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
    .map(([key, { count }]) => {
      // addSaid wrote it.
      const [type, label]: [DifferenceType, string] = JSON.parse(key);
      const behind = { ...filter, types: [type], labels: [label] };
      return { type, label, count, behind: { ...behind, stages: filter.stages ?? ofLabels } };
    });
}

function surveyOfPairs(
  { pairs, matrix, shifts }: Cells,
  filter: ReviewFilter,
): Pick<Counts, "pairs" | "matrix" | "shifts"> {
  const lead = (more: AskedFilter): AskedFilter => ({ ...filter, ...more });
  // Each key was written above, as these.
  const read = <Key>(key: string) => JSON.parse(key) as Key;
  return {
    pairs: [...pairs].map(([key, { count, of }]) => {
      const [a, b] = read<[string, string]>(key);
      return { a, b, count, of, behind: lead({ pair: { a, b } }) };
    }),
    matrix: [...matrix].map(([key, { count }]) => {
      const [row, column] = read<[string | null, string | null]>(key);
      const said = { a: row, b: column };
      const isAll = row === column && filter.types === null;
      const types = isAll ? { types: [...differenceTypes] } : {};
      const behind = lead({ stages: ["spans"], said, ...types });
      return { row, column, count, behind };
    }),
    shifts: [...shifts]
      .map(([key, { count }]) => {
        const [edge, by] = read<["start" | "end", number]>(key);
        return { edge, by, count, behind: lead({ shift: { edge, by } }) };
      })
      .sort((a, b) => (a.edge === b.edge ? a.by - b.by : a.edge < b.edge ? 1 : -1)),
  };
}
