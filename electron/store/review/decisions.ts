import type { LeftOpen } from "../../../shared/contract/review.ts";
import type { Input } from "../../../shared/contract.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Choice, Decision } from "../../../shared/review/decision.ts";
import { type Difference, stages } from "../../../shared/review/difference.ts";
import { gold } from "../../../shared/review/gold.ts";
import { agreedVersion } from "../../../shared/review/outcome.ts";
import { countStandings, standingsOf } from "../../../shared/review/standing.ts";
import type { WriteDb } from "../database.ts";
import { type Author, type Deed, write } from "../history.ts";
import { type Journal, readRow } from "../journal.ts";
import { ensureOpenLayer } from "../layers.ts";
import { listReportIds, reportTitle } from "../reports.ts";
import { named } from "../spans.ts";
import { unwatched, type Watch } from "../watch.ts";
import { type Deciding, decisionsAbout, differenceWith, startDeciding } from "./deciding.ts";
import { decisionOf, goldLayer, isGoldFinished } from "./gold.ts";
import { putDecision, withdrawDecision } from "./put-decision.ts";
import { compareReport, readDecisions } from "./reviewing.ts";

/** Decides one difference. @throws AppError "not-found", "wrong-use", "text-mismatch", "layer-closed" */
export function decide(
  db: WriteDb,
  author: Author,
  { report, key, choice, annotators, reason, note }: Input<"review.decide">,
): Change {
  return write(db, author, "review.decide", (journal) => {
    const deciding = startDeciding(journal, author, report, annotators);
    const difference = differenceWith(deciding, key);
    putDecision(deciding, difference, choice, { reason, note });
    return { summary: summaryOf(choice, difference), report };
  });
}

/** Decides many alike, in the order of stages. Those that cannot be are left, each with the sentence that says why. */
export function decideMany(
  db: WriteDb,
  author: Author,
  { differences, choice, annotators, reason, note }: Input<"review.decideMany">,
  watch: Watch = unwatched,
): Change & { decided: number; left: LeftOpen[] } {
  const left: LeftOpen[] = [];
  let decided = 0;
  const change = write(db, author, "review.decide", (journal) => {
    const byReport = Map.groupBy(differences, ({ report }) => report);
    let done = 0;
    for (const [report, asked] of byReport) {
      watch(done, byReport.size);
      done += 1;
      const keys = asked.map(({ key }) => key);
      const notDone = decideIn(journal, author, report, annotators, keys, choice, { reason, note });
      decided += keys.length - notDone.length;
      left.push(...notDone);
    }
    return deedOf(`decided ${decided} differences alike`, [...byReport.keys()]);
  });
  return { ...change, decided, left };
}

function decideIn(
  journal: Journal,
  author: Author,
  report: string,
  annotators: readonly string[] | null,
  keys: readonly string[],
  choice: Choice,
  why: { reason: string; note: string },
): LeftOpen[] {
  const left = (key: string, error: unknown): LeftOpen => {
    if (!(error instanceof AppError)) throw error;
    return { report, key, why: error.message };
  };
  let deciding: Deciding;
  try {
    deciding = startDeciding(journal, author, report, annotators);
  } catch (error) {
    return keys.map((key) => left(key, error));
  }
  return inStages(keys).flatMap((key) => {
    try {
      putDecision(deciding, differenceWith(deciding, key), choice, why);
      return [];
    } catch (error) {
      return [left(key, error)];
    }
  });
}

/** Keys begin with their stage. */
function inStages(keys: readonly string[]): string[] {
  const stageOf = (key: string) => stages.findIndex((stage) => key.startsWith(`${stage}-`));
  return [...new Set(keys)].sort((a, b) => stageOf(a) - stageOf(b));
}

/** Takes decisions back. @throws AppError "not-found" for one that is no longer there, "layer-closed" */
export function withdraw(
  db: WriteDb,
  author: Author,
  { decisions }: Input<"review.withdraw">,
): Change {
  return write(db, author, "review.withdraw", (journal) => {
    const asked = [...new Set(decisions)].map((id) => readDecision(journal, id));
    const byReport = Map.groupBy(asked, ({ report }) => report);
    for (const [report, own] of byReport) {
      const deciding = startDeciding(journal, author, report, null);
      for (const { id } of own) withdrawDecision(deciding, id);
    }
    const summary =
      asked.length === 1 ? "took back a decision" : `took back ${asked.length} decisions`;
    return deedOf(summary, [...byReport.keys()]);
  });
}

function readDecision({ db }: Journal, id: string): Decision {
  const row = readRow(db, "decision", id);
  if (row) return decisionOf(row);
  throw new AppError("not-found", "That decision is no longer there.");
}

/** One row of the history has to hold all of a step. */
const mostInStep = 50_000;

/** Takes what is agreed on into the gold layers, stage after stage. Reports that are finished are passed over. */
export function acceptAgreed(
  db: WriteDb,
  author: Author,
  { reports, rule, stage, annotators }: Input<"review.acceptAgreed">,
  watch: Watch = unwatched,
): Change & { accepted: number; waiting: number } {
  let accepted = 0;
  let waiting = 0;
  const change = write(db, author, "review.acceptAgreed", (journal) => {
    const asked = reports ?? listReportIds(db).filter((report) => !isGoldFinished(db, report));
    for (const [done, report] of asked.entries()) {
      watch(done, asked.length);
      if (accepted > mostInStep) {
        waiting = asked.length - done;
        break;
      }
      const deciding = startDeciding(journal, author, report, annotators);
      const isAsked = (difference: Difference) => stage === null || difference.stage === stage;
      for (const difference of deciding.comparison.differences.filter(isAsked))
        if (acceptOne(deciding, difference, rule)) accepted += 1;
    }
    const summary =
      accepted === 1
        ? "accepted 1 thing that annotators agree on"
        : `accepted ${accepted} things that annotators agree on`;
    return deedOf(summary, asked);
  });
  return { ...change, accepted, waiting };
}

/** What somebody decided stays, and what stands on something undecided waits. */
function acceptOne(
  deciding: Deciding,
  difference: Difference,
  rule: Input<"review.acceptAgreed">["rule"],
): boolean {
  if (decisionsAbout(deciding, difference).length > 0) return false;
  if (!agreedVersion(difference, rule)) return false;
  try {
    putDecision(deciding, difference, { do: "accept", rule }, { reason: "", note: "" });
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Finishes a gold layer or reopens it. @throws AppError "wrong-use" while something is undecided. */
export function finishGold(
  db: WriteDb,
  author: Author,
  { report, isFinished: isToBe, annotators }: Input<"review.finish">,
): Change {
  return write(db, author, "review.finish", (journal) => {
    const title = reportTitle(db, report);
    if (isToBe) refuseUndecided(journal, report, annotators, title);
    const id = goldLayer(report);
    if (!readRow(db, "layer", id)) ensureOpenLayer(journal, report, gold);
    const row = readRow(db, "layer", id);
    if (row) journal.put("layer", { ...row, status: isToBe ? "done" : "open" });
    const summary = isToBe
      ? `finished the gold layer of “${title}”`
      : `reopened the gold layer of “${title}”`;
    return { summary, report };
  });
}

function refuseUndecided(
  { db }: Journal,
  report: string,
  annotators: readonly string[] | null,
  title: string,
): void {
  const { comparison } = compareReport(db, report, annotators);
  const { nothing } = comparison;
  const isAlone = nothing === "no-layers" || nothing === "one-annotator";
  if (isAlone && !readRow(db, "layer", goldLayer(report)))
    throw new AppError(
      "wrong-use",
      `Fewer than two annotators are compared on “${title}”, so that nothing was decided; it can be finished once two have finished it.`,
    );
  const standings = standingsOf(comparison, readDecisions(db, report, comparison));
  const { open, stale, later, agreed } = countStandings(comparison, standings);
  if (open + stale + later + agreed === 0) return;
  throw new AppError(
    "wrong-use",
    `“${title}” is not decided to its end: ${open} open, ${stale} to be decided again, ${later} put off, and ${agreed} agreed but not accepted yet; decide those, then finish.`,
  );
}

const deedOf = (summary: string, reports: readonly string[]): Deed => ({
  summary,
  report: reports.length === 1 ? (reports[0] ?? null) : null,
});

function summaryOf(choice: Choice, { words }: Difference): string {
  const what = named(words);
  switch (choice.do) {
    case "take":
      return `took what ${choice.annotator} has for ${what}`;
    case "union":
      return `took all that anybody has for ${what}`;
    case "intersection":
      return `took what all have for ${what}`;
    case "accept":
      return `accepted ${what} as agreed`;
    case "none":
      return `left ${what} out of the gold layer`;
    case "later":
      return `put off deciding on ${what}`;
    case "edit":
    case "editEntity":
    case "editRelation":
    case "editLabel":
      return `decided ${what} by hand`;
    default:
      return choice satisfies never;
  }
}
