import type { NotCompared, ReviewedReport } from "../../../shared/contract/review.ts";
import { deidentifier } from "../../../shared/deidentify/layer.ts";
import type { Layer, LayerStatus } from "../../../shared/model/annotation.ts";
import { compareLayers } from "../../../shared/review/compare.ts";
import type { Decision } from "../../../shared/review/decision.ts";
import type { Comparison } from "../../../shared/review/difference.ts";
import { gold } from "../../../shared/review/gold.ts";
import type { ReadDb } from "../database.ts";
import { readLayer } from "../layers.ts";
import { readReport, readText } from "../reports.ts";
import type { Row } from "../rows.ts";
import { currentRevision } from "../texts.ts";
import { comparedAsTheyCame } from "./compared-annotators.ts";
import { decisionOf, goldLayer } from "./gold.ts";
import { underNewNames } from "./renamed-since.ts";

/** The layers of a report that are compared, and what comparing them came to. */
export interface Compared {
  text: string;
  layers: readonly Layer[];
  comparison: Comparison;
  notCompared: NotCompared[];
}

/** Everything that the review of a report shows. @throws AppError "not-found" */
export function readReviewed(
  db: ReadDb,
  report: string,
  annotators: readonly string[] | null,
): ReviewedReport {
  const { layers, comparison, notCompared } = compareReport(db, report, annotators);
  return {
    report: readReport(db, report),
    layers: [...layers],
    gold: readLayer(db, report, gold),
    comparison,
    decisions: readDecisions(db, report, comparison),
    notCompared,
  };
}

/** A report's decisions, in the order in which they were made first. */
export function listDecisions(db: ReadDb, report: string): Decision[] {
  return db
    .prepare<[string], Row>("SELECT * FROM decision WHERE layer = ? ORDER BY rowid")
    .all(goldLayer(report))
    .map(decisionOf);
}

/** The same under the names that the scheme has now. @param comparison of the report's layers. */
export function readDecisions(db: ReadDb, report: string, comparison: Comparison): Decision[] {
  return underNewNames(db, comparison, listDecisions(db, report));
}

interface Kept extends Compared {
  of: string;
}

/**
 * What was compared lately on a connection, the latest last: deciding one difference after the other asks for
 * the same again, and the next report is read while this one is decided on.
 */
const lately = new WeakMap<ReadDb, readonly Kept[]>();
const mostKept = 4;

/**
 * Compares those who have finished a report, or whose work only came in files; or those named who have begun
 * it. It is done once, as long as nobody changes any of their layers.
 */
export function compareReport(
  db: ReadDb,
  report: string,
  annotators: readonly string[] | null,
): Compared {
  const facts = listLayerFacts(db, report);
  const names = namesToCompare(db, facts, annotators);
  const why = annotators === null ? "not-finished" : "not-named";
  const of = JSON.stringify([report, names, why, currentRevision(db, report), facts]);
  const kept = lately.get(db) ?? [];
  const known = kept.find((one) => one.of === of);
  if (known) return known;
  const layers = names.map((annotator) => readLayer(db, report, annotator));
  const text = readText(db, report);
  const compared: Kept = {
    ...{ of, text, layers },
    comparison: compareLayers(text, layers),
    notCompared: facts
      .filter(({ annotator }) => !names.includes(annotator))
      .map(({ annotator }) => ({ annotator, why })),
  };
  lately.set(db, [...kept, compared].slice(-mostKept));
  return compared;
}

function namesToCompare(
  db: ReadDb,
  facts: readonly LayerFacts[],
  annotators: readonly string[] | null,
): string[] {
  const isCompared = ({ annotator, status }: LayerFacts) =>
    annotators === null
      ? status !== "open" || comparedAsTheyCame(db).has(annotator)
      : annotators.includes(annotator);
  return facts.filter(isCompared).map(({ annotator }) => annotator);
}

interface LayerFacts {
  annotator: string;
  status: LayerStatus;
  /** The last step that touched it; null for a layer that came with its report. */
  step: number | null;
}

/** What tells whether a layer is as it was, for everybody's on a report. */
function listLayerFacts(db: ReadDb, report: string): LayerFacts[] {
  return db
    .prepare<unknown[], LayerFacts>(
      `SELECT annotator, status,
         (SELECT max(step) FROM history_touch WHERE target = layer.id) AS step
       FROM layer WHERE report = @report AND annotator NOT IN (@gold, @deidentifier)
       ORDER BY annotator`,
    )
    .all({ report, gold, deidentifier });
}
