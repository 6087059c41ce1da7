import { useEffect, useState } from "react";
import type { IdentifierCounts, IdentifierRow } from "../../shared/contract/deidentify.ts";
import type { Output } from "../../shared/contract.ts";
import type { ReviewedCandidate } from "../../shared/deidentify/layer.ts";
import type { Report } from "../../shared/model/report.ts";
import { call } from "../api.ts";
import { toastError } from "../look/toasts.tsx";
import { onChange } from "../state/app-store.ts";

/** Counts up with every change, so that what is shown is read again. */
function useVersion(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => onChange(() => setVersion((before) => before + 1)), []);
  return version;
}

/** Reads again with every change; what was read before stays until it is there, but for another subject. */
function useRead<Value>(subject: string | null, read: (subject: string) => Promise<Value>) {
  const [value, setValue] = useState<{ of: string; value: Value } | null>(null);
  const version = useVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change may be one of these
  useEffect(() => {
    if (subject === null) return;
    let isCurrent = true;
    read(subject).then((now) => isCurrent && setValue({ of: subject, value: now }), toastError);
    return () => {
      isCurrent = false;
    };
  }, [subject, version]);
  return value?.of === subject ? value.value : null;
}

export interface Review {
  rows: readonly IdentifierRow[];
  total: IdentifierCounts;
}

/** How far the review of all reports is; null until that is read. */
export const useReview = (): Review | null => useRead("project", readReview);

async function readReview(): Promise<Review> {
  const rows: IdentifierRow[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Output<"deidentify.summary"> = await call("deidentify.summary", {
      after,
      limit: 200_000,
    });
    rows.push(...page.rows);
    if (page.next === null) return { rows, total: page.total };
    after = page.next;
  }
}

export interface OpenReview {
  report: Report;
  candidates: readonly ReviewedCandidate[];
}

/** A report's text and its candidates; null until they are read. */
export const useOpenReview = (report: string | null): OpenReview | null =>
  useRead(report, readReport);

async function readReport(id: string): Promise<OpenReview> {
  const [{ report }, { candidates }] = await Promise.all([
    call("report.open", { report: id }),
    call("deidentify.candidates", { report: id }),
  ]);
  return { report, candidates };
}
