import { useEffect, useRef } from "react";
import type { ProgressPage, ReportProgress } from "../../../shared/contract/review.ts";
import { call } from "../../api.ts";
import { toast, toastError } from "../../look/toasts.tsx";
import { t } from "../../messages.ts";
import { goTo } from "../../shell/route.ts";
import { agreedRule } from "./agreed-rule.ts";
import type { DeskSession } from "./desk-session.ts";
import { readAhead } from "./read-ahead.ts";
import { goTo as atDifference, leftIn, nextOpen } from "./review-state.ts";

// In ms: after the report itself was drawn, and before anybody has read much of it.
const atLeisure = 250;

/** From one report under review to another. */
export interface Neighbours {
  go: (by: 1 | -1) => Promise<void>;
  /** Finishes the report and goes to the next that is not finished; or to what is left to decide. */
  finish: () => Promise<void>;
}

export function useNeighbours({ store, actions, annotators }: DeskSession): Neighbours {
  const report = store.get().reviewed.report.id;
  const names = () => annotators && [...annotators];
  // Read while the report is looked at, so that going on does not wait for it.
  const read = useRef<Promise<ReportProgress[]> | null>(null);
  const reports = () => read.current ?? allReports(names());

  const open = (row: ReportProgress | undefined, none: string) => {
    if (row) goTo({ screen: "review", view: { report: row.report } });
    else toast({ text: none });
  };

  async function go(by: 1 | -1) {
    try {
      const reports = await allReports(names());
      const at = reports.findIndex((row) => row.report === report);
      open(
        reports[at + by],
        by === 1 ? t("This is the last report.") : t("This is the first report."),
      );
    } catch (error) {
      toastError(error);
    }
  }

  async function finish() {
    if (!(await actions.finish(agreedRule.get()))) return showLeft();
    try {
      const next = nextWaiting(await reports(), report);
      open(next, t("All reports that several people have finished are reviewed."));
    } catch (error) {
      toastError(error);
    }
  }

  function showLeft() {
    const count = leftIn(store.get());
    if (count === 0) return;
    store.set(atDifference(store.get(), nextOpen(store.get(), null)) ?? store.get());
    toast({
      text: t(
        "{count, plural, one {One difference is} other {# differences are}} left to decide.",
        {
          count,
        },
      ),
    });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each report that is opened
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      read.current = allReports(names());
      const next = nextWaiting(await read.current, report);
      if (isCurrent && next) readAhead(next.report, annotators);
    };
    // What could not be read ahead is read, or complained of, when it is opened.
    const fail = () => {
      read.current = null;
    };
    const later = setTimeout(() => look().catch(fail), atLeisure);
    return () => {
      isCurrent = false;
      clearTimeout(later);
    };
  }, [report]);
  return { go, finish };
}

/** The next report whose review is not finished, from the first again behind the last. */
function nextWaiting(
  reports: readonly ReportProgress[],
  behind: string,
): ReportProgress | undefined {
  const at = reports.findIndex((row) => row.report === behind);
  return [...reports.slice(at + 1), ...reports.slice(0, Math.max(0, at))].find(waits);
}

const waits = ({ isFinished, annotators }: ReportProgress): boolean =>
  !isFinished && annotators.length > 1;

/** In the library's order. */
async function allReports(annotators: string[] | null): Promise<ReportProgress[]> {
  const all: ReportProgress[] = [];
  let after: string | null = null;
  do {
    const page: ProgressPage = await call("review.progress", { annotators, after, limit: 1000 });
    all.push(...page.reports);
    after = page.next;
  } while (after !== null);
  return all;
}
