import { deidentifyDocument } from "../../shared/deidentify/document.ts";
import type { ReviewedCandidate } from "../../shared/deidentify/layer.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { goThrough, type Watch } from "../dataset/source.ts";
import type { ReadDb } from "../store/database.ts";
import { listCandidates, unreviewedProblem } from "../store/identifiers.ts";

/*
 * For releases: first `gateProblem` of all reports, then each document through `deidentify` with its report's
 * candidates, before formats, splits and checksums see it.
 */

/**
 * Why these reports may not be released yet: the first reason in a sentence, and how many more; null where
 * they may. @throws AppError "cancelled".
 */
export async function gateProblem(
  db: ReadDb,
  reports: readonly string[],
  watch: Watch,
): Promise<string | null> {
  const problems: string[] = [];
  await goThrough(reports, watch, "Looking whether all candidates are reviewed", (report) => {
    const problem = unreviewedProblem(db, report);
    if (problem !== null) problems.push(problem);
  });
  const [first = null] = problems;
  const others = problems.length - 1;
  if (first === null || others === 0) return first;
  const stem = first.slice(0, -1);
  return others === 1
    ? `${stem}; one more report waits for that too.`
    : `${stem}; ${others} more reports wait for that too.`;
}

/** What was said of a report's identifiers, for `deidentify`. @throws AppError "not-found" */
export const reviewedCandidates = (db: ReadDb, report: string): ReviewedCandidate[] =>
  listCandidates(db, report);

/**
 * A document with surrogates in place of every candidate that was not refused. The same seed and case give the same
 * surrogates, so that a case stays one over all its reports and releases; whoever has the seed can take dates back.
 */
export function deidentify(
  document: AnnotatedDocument,
  candidates: readonly ReviewedCandidate[],
  seed: string,
): AnnotatedDocument {
  const identifiers = candidates.filter(({ decision }) => decision !== "refused");
  return deidentifyDocument(document, identifiers, seed);
}
