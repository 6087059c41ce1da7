import type { ChangedRow } from "../../../shared/contract/questions.ts";
import type { Input } from "../../../shared/contract.ts";
import { deidentifier } from "../../../shared/deidentify/layer.ts";
import type { Layer } from "../../../shared/model/annotation.ts";
import type { Change } from "../../../shared/model/change.ts";
import { changedOf } from "../../../shared/review/changed.ts";
import { compareLayers } from "../../../shared/review/compare.ts";
import { contextIn } from "../../../shared/review/context.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import { gold } from "../../../shared/review/gold.ts";
import { versionInWords } from "../../../shared/review/version-in-words.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { type Author, write } from "../history.ts";
import { readLayer } from "../layers.ts";
import { readText, reportTitle } from "../reports.ts";
import { isGoldFinished } from "./gold.ts";
import { listDecisions } from "./reviewing.ts";

/** Reports with a gold layer and one of an annotator's, or of anybody's, in the project's order. */
export function listReviewedWork(
  db: ReadDb,
  annotator: string | null,
): { annotator: string; report: string }[] {
  return db
    .prepare<unknown[], { annotator: string; report: string }>(
      `SELECT layer.annotator, layer.report FROM layer JOIN report ON report.id = layer.report
       WHERE report.state = 'present' AND layer.annotator NOT IN (@gold, @deidentifier)
         AND (@annotator IS NULL OR layer.annotator = @annotator)
         AND EXISTS (SELECT 1 FROM layer AS decided
           WHERE decided.report = layer.report AND decided.annotator = @gold)
       ORDER BY layer.annotator, report.number`,
    )
    .all({ annotator, gold, deidentifier });
}

/** What reviewers changed of one annotator's work on a report. */
export function readChanged(db: ReadDb, report: string, annotator: string): ChangedRow[] {
  const text = readText(db, report);
  const mine = readLayer(db, report, annotator);
  const decided = readLayer(db, report, gold);
  const decisions = listDecisions(db, report);
  const changed = changedOf(
    compareLayers(text, [mine, decided]),
    decisions,
    isGoldFinished(db, report),
  );
  const agreed = agreedIn(db, report, annotator);
  const title = reportTitle(db, report);
  return changed.map(({ difference, decision }) => ({
    ...{ id: `${report} ${difference.key}`, report, title, difference },
    ...contextIn(text, difference),
    mine: said(mine, difference),
    decided: said(decided, difference),
    decision: decision && {
      choice: decision.choice.do,
      ...{ reason: decision.reason, note: decision.note, at: decision.at },
    },
    isAgreed: agreed.has(changeId(report, annotator, difference.key)),
  }));
}

function said(layer: Layer, { versions, words }: Difference): string | null {
  const version = versions.find((one) => one.annotator === layer.annotator);
  return version ? versionInWords(layer, version, words) : null;
}

function agreedIn(db: ReadDb, report: string, annotator: string): Set<string> {
  const rows = db
    .prepare<unknown[], { id: string }>(
      "SELECT id FROM agreed_change WHERE report = @report AND annotator = @annotator",
    )
    .all({ report, annotator });
  return new Set(rows.map(({ id }) => id));
}

const changeId = (report: string, annotator: string, key: string) =>
  JSON.stringify([report, annotator, key]);

/** An annotator agrees to a change of their work, or no longer does. */
export function agreeToChange(
  db: WriteDb,
  author: Author,
  { report, key, isAgreed }: Input<"feedback.agree">,
): Change {
  const { annotator } = author;
  return write(db, author, "feedback.agree", (journal) => {
    const id = changeId(report, annotator, key);
    const at = author.now().toISOString();
    if (isAgreed) journal.put("agreed_change", { id, report, annotator, at });
    else journal.remove("agreed_change", id);
    const what = isAgreed ? "agreed to" : "no longer agreed to";
    return { summary: `${what} a change in “${reportTitle(db, report)}”`, report };
  });
}
