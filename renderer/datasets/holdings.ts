import type { ReportRow } from "../../shared/contract.ts";

/** One annotator's work, over all reports. */
export interface LayerTotals {
  annotator: string;
  reports: number;
  done: number;
  spans: number;
}

/** What a project holds. */
export interface Holdings {
  reports: number;
  /** UTF-16 code units of all texts. */
  characters: number;
  cases: ReadonlySet<string>;
  layers: ReadonlyMap<string, LayerTotals>;
}

export const noHoldings: Holdings = {
  reports: 0,
  characters: 0,
  cases: new Set(),
  layers: new Map(),
};

/** The holdings with these reports added. */
export function addHoldings(holdings: Holdings, rows: readonly ReportRow[]): Holdings {
  const cases = new Set(holdings.cases);
  const layers = new Map(holdings.layers);
  let { reports, characters } = holdings;
  for (const row of rows) {
    reports += 1;
    characters += row.characters;
    cases.add(row.case);
    for (const layer of row.layers) layers.set(layer.annotator, addLayer(layers, layer));
  }
  return { reports, characters, cases, layers };
}

function addLayer(
  layers: ReadonlyMap<string, LayerTotals>,
  { annotator, spans, status }: ReportRow["layers"][number],
): LayerTotals {
  const before = layers.get(annotator) ?? { annotator, reports: 0, done: 0, spans: 0 };
  return {
    annotator,
    reports: before.reports + 1,
    done: before.done + (status === "open" ? 0 : 1),
    spans: before.spans + spans,
  };
}
