import type { Scanned } from "../../shared/contract/deidentify.ts";
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
  "deidentify.summary": ({ session }, input) => ({
    ...listIdentifierRows(session.db, input),
    total: countIdentifiers(session.db),
  }),
  "deidentify.candidates": ({ session }, { report }) => ({
    candidates: listCandidates(session.db, report),
  }),
  "deidentify.decide": ({ session }, input) =>
    decideCandidates(session.db, authorOf(session), input),
  "deidentify.add": ({ session }, input) => addIdentifier(session.db, authorOf(session), input),
} satisfies Partial<Handlers>;

/** In milliseconds; then other calls are answered. */
const slice = 15;

/** Reads reports with progress, other calls in between, and then writes everything at once. */
async function scan(
  { session, signal, progress }: CallContext,
  { reports }: Input<"deidentify.scan">,
): Promise<Scanned> {
  const { db } = session;
  const author = authorOf(session);
  const asked = reports ?? listReportIds(db);
  const scanned: ScannedReport[] = [];
  let began = performance.now();
  for (const [done, report] of asked.entries()) {
    if (performance.now() - began > slice) {
      progress({ done, total: asked.length, doing: "Looking for identifiers" });
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted || session.db !== db)
        throw new AppError("cancelled", "It was cancelled; nothing was changed.");
      began = performance.now();
    }
    const { text, textSha256 } = readReport(db, report);
    scanned.push({ report, textSha256, candidates: findCandidates(text) });
  }
  const { change, found } = addScanned(db, author, scanned);
  return { ...change, reports: asked.length, found };
}
