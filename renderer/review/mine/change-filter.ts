import type { ChangedRow } from "../../../shared/contract/questions.ts";
import type { DifferenceType } from "../../../shared/review/difference.ts";

/** Which changes are shown; null leaves all of them. */
export interface ChangeFilter {
  type: DifferenceType | null;
  label: string | null;
  report: string | null;
  /** Whether those that were agreed to are shown, too. */
  agreed: boolean;
}

export const allChanges: ChangeFilter = { type: null, label: null, report: null, agreed: true };

export function fitsFilter(
  { report, difference, isAgreed }: ChangedRow,
  filter: ChangeFilter,
): boolean {
  const isOfType = filter.type === null || difference.types.includes(filter.type);
  const isOfLabel =
    filter.label === null || difference.versions.some(({ label }) => label === filter.label);
  const isOfReport = filter.report === null || report === filter.report;
  return isOfType && isOfLabel && isOfReport && (filter.agreed || !isAgreed);
}
