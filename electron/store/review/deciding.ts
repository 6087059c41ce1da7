import { AppError } from "../../../shared/errors.ts";
import type { Decision } from "../../../shared/review/decision.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import { decisionsOn } from "../../../shared/review/standing.ts";
import type { Author } from "../history.ts";
import { type Journal, readRow } from "../journal.ts";
import { reportTitle } from "../reports.ts";
import { goldLayer } from "./gold.ts";
import { type Compared, compareReport, readDecisions } from "./reviewing.ts";

/** Decisions on one report within one transaction: what there is, kept up with what is written. */
export interface Deciding extends Compared {
  journal: Journal;
  author: Author;
  report: string;
  /** The gold layer's identifier. */
  layer: string;
  differences: ReadonlyMap<string, Difference>;
  decisions: Map<string, Decision>;
  /** Decisions by what they were made on. */
  byMember: Map<string, Set<Decision>>;
}

/** @throws AppError "layer-closed" where the gold layer is finished; "not-found" */
export function startDeciding(
  journal: Journal,
  author: Author,
  report: string,
  annotators: readonly string[] | null,
): Deciding {
  const layer = goldLayer(report);
  const status = readRow(journal.db, "layer", layer)?.status ?? "open";
  if (status !== "open")
    throw new AppError(
      "layer-closed",
      `What was decided on “${reportTitle(journal.db, report)}” is finished; reopen it to decide again.`,
    );
  const compared = compareReport(journal.db, report, annotators);
  const deciding: Deciding = {
    ...compared,
    ...{ journal, author, report, layer },
    differences: new Map(compared.comparison.differences.map((one) => [one.key, one])),
    decisions: new Map(),
    byMember: new Map(),
  };
  for (const decision of readDecisions(journal.db, report, compared.comparison))
    keep(deciding, decision);
  return deciding;
}

/** @throws AppError "not-found" for what has changed since it was shown. */
export function differenceWith({ differences }: Deciding, key: string): Difference {
  const found = differences.get(key);
  if (found) return found;
  throw new AppError(
    "not-found",
    "That difference is no longer there, since somebody changed what it was made of; open the report again.",
  );
}

/** What was decided on anything of a difference, the latest first. */
export function decisionsAbout({ byMember }: Deciding, difference: Difference): Decision[] {
  return decisionsOn(difference, byMember);
}

/** Takes a decision's row away, and nothing else. */
export function drop(deciding: Deciding, id: string): void {
  forget(deciding, id);
  deciding.journal.remove("decision", id);
}

/** Adds a decision to those that are known. */
export function keep({ decisions, byMember }: Deciding, decision: Decision): void {
  decisions.set(decision.id, decision);
  for (const { members } of decision.members)
    for (const id of members) byMember.set(id, new Set([...(byMember.get(id) ?? []), decision]));
}

/** Takes one out of those that are known. */
export function forget({ decisions, byMember }: Deciding, id: string): void {
  const known = decisions.get(id);
  decisions.delete(id);
  for (const { members } of known?.members ?? [])
    for (const member of members) if (known) byMember.get(member)?.delete(known);
}
