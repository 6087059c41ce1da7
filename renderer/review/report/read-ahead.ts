import type { ReviewedReport } from "../../../shared/contract/review.ts";
import type { Change } from "../../../shared/model/change.ts";
import { call } from "../../api.ts";
import { getApp, onChange } from "../../state/app-store.ts";

interface Read {
  /** Which reading of the project's reports it is of; another project has another. */
  version: number;
  report: string;
  /** Who is compared. */
  names: string | null;
  reviewed: Promise<ReviewedReport>;
}

// Each may be some megabytes.
const most = 2;
let ahead: Read[] = [];

/** Reads a report that will probably be opened next, so that it is there by then. */
export function readAhead(report: string, annotators: readonly string[] | null): void {
  follow();
  const names = annotators && JSON.stringify(annotators);
  if (findRead(report, names)) return;
  const reviewed = ask(report, names);
  // Whoever opens it asks again, and hears why.
  reviewed.catch(() => forget((one) => one.reviewed === reviewed));
  const version = getApp().reportsVersion;
  ahead = [...ahead, { version, report, names, reviewed }].slice(-most);
}

/** Reads a report for review, or answers what was read ahead and has not changed since. */
export function readReviewed(report: string, names: string | null): Promise<ReviewedReport> {
  const known = findRead(report, names);
  forget((one) => one === known);
  return known?.reviewed ?? ask(report, names);
}

function findRead(report: string, names: string | null): Read | undefined {
  const { reportsVersion } = getApp();
  return ahead.find(
    (one) => one.report === report && one.names === names && one.version === reportsVersion,
  );
}

const ask = (report: string, names: string | null) =>
  call("review.open", { report, annotators: names && JSON.parse(names) });

function forget(isMeant: (one: Read) => boolean): void {
  ahead = ahead.filter((one) => !isMeant(one));
}

let isFollowing = false;

/** What changes after it was read has to be read again. */
function follow(): void {
  if (isFollowing) return;
  isFollowing = true;
  onChange((change: Change) =>
    forget(({ report }) => change.report === null || change.report === report),
  );
}
