import type { IdentifierCounts, IdentifierRow, Scanned } from "../../shared/contract/deidentify.ts";
import type { Input } from "../../shared/contract.ts";
import { findCandidates } from "../../shared/deidentify/find.ts";
import { AppError } from "../../shared/errors.ts";
import {
  addIdentifier,
  addScanned,
  countIdentifiers,
  decideCandidates,
  listCandidates,
  listIdentifierRows,
  type ScannedReport,
} from "../store/identifiers.ts";
import { listReportIds, readReport } from "../store/reports.ts";
import type { CallContext, Handlers } from "./context.ts";
import { authorOf } from "./session.ts";

/** What the operations of de-identification do. */
export const deidentifyHandlers = {
  "deidentify.scan": (context, input) => scan(context, input),
  "deidentify.summary": ({ session }, input) => {
    const page = listIdentifierRows(session.db, input);
    const isAll = input.after === null && page.next === null;
    return { ...page, total: isAll ? addedUp(page.rows) : countIdentifiers(session.db) };
  },
  "deidentify.candidates": ({ session }, { report }) => ({
    candidates: listCandidates(session.db, report),
  }),
  "deidentify.decide": ({ session }, input) =>
    decideCandidates(session.db, authorOf(session), input),
  "deidentify.add": ({ session }, input) => addIdentifier(session.db, authorOf(session), input),
} satisfies Partial<Handlers>;

/** The sums of rows that are all there are, which asks the database no more. */
function addedUp(rows: readonly IdentifierRow[]): IdentifierCounts {
  const sum = (of: (row: IdentifierRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    reports: rows.length,
    scanned: sum(({ isScanned }) => Number(isScanned)),
    open: sum(({ open }) => open),
    accepted: sum(({ accepted }) => accepted),
    refused: sum(({ refused }) => refused),
  };
}

/** In milliseconds; then other calls are answered. */
const slice = 15;

/** More than this is written in several steps: one row of the history has to hold all of a step. */
const mostInStep = 50_000;

/** Reads reports with progress, other calls in between, and writes what was found at once, or in as few steps as can be. */
async function scan(
  { session, signal, progress }: CallContext,
  { reports }: Input<"deidentify.scan">,
): Promise<Scanned> {
  const { db } = session;
  const author = authorOf(session);
  const asked = reports ?? listReportIds(db);
  let waiting: ScannedReport[] = [];
  let found = 0;
  let steps = 0;
  let inStep = 0;
  let began = performance.now();
  for (const [done, report] of asked.entries()) {
    if (performance.now() - began > slice) {
      progress({ done, total: asked.length, doing: "Looking for identifiers" });
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted || session.db !== db) throw cancelled(steps);
      began = performance.now();
    }
    const { text, textSha256 } = readReport(db, report);
    const candidates = findCandidates(text);
    waiting.push({ report, textSha256, candidates });
    inStep += candidates.length;
    if (inStep < mostInStep) continue;
    found += addScanned(db, author, waiting).found;
    steps += 1;
    [waiting, inStep] = [[], 0];
  }
  const last = addScanned(db, author, waiting);
  return { ...last.change, reports: asked.length, found: found + last.found };
}

function cancelled(steps: number): AppError {
  return new AppError(
    "cancelled",
    steps === 0
      ? "It was cancelled; nothing was changed."
      : "It was cancelled; what was found until then stays, and undo takes it back.",
  );
}
