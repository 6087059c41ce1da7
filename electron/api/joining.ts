import type { Joins, StagedFile } from "../../shared/staged.ts";
import type { JoinTarget } from "../store/joining.ts";

/** What tells which report the layers of another may join. */
export interface Joinable {
  /** The same for reports of the same text and name. */
  key: string;
  title: string;
  /** Who has layers in the file. */
  annotators: string[];
  /** The report of this text and name in the project, with those who have layers on it. */
  target: JoinTarget | null;
}

interface Host {
  report: string;
  title: string;
  annotators: Set<string>;
}

/**
 * Says of each report with layers which one they join: that in the project, else the first of the import,
 * of the same text and name. Who has a layer there keeps it. Answers the lines that this made others.
 */
export function markJoins(
  files: readonly StagedFile[],
  joining: ReadonlyMap<string, Joinable>,
): StagedFile[] {
  const hosts = new Map<string, Host>();
  return files.filter((file) => {
    const own = joining.get(file.report ?? "");
    if (!own || file.report === null) return false;
    const joins = joinsOf(file, file.report, own, hosts);
    if (JSON.stringify(joins) === JSON.stringify(file.joins)) return false;
    file.joins = joins;
    return true;
  });
}

function joinsOf(
  { isLeftOut }: StagedFile,
  report: string,
  { key, title, annotators, target }: Joinable,
  hosts: Map<string, Host>,
): Joins | null {
  const host = hosts.get(key) ?? (target && hostOf(target));
  if (!host) {
    if (!isLeftOut) hosts.set(key, { report, title, annotators: new Set(annotators) });
    return null;
  }
  hosts.set(key, host);
  const free = annotators.filter((name) => !host.annotators.has(name));
  const taken = annotators.filter((name) => host.annotators.has(name));
  // What repeats a file of the same import says so already, and stays a report of its own.
  if (free.length === 0 && host.report !== target?.report) return null;
  if (!isLeftOut) for (const name of free) host.annotators.add(name);
  return { report: host.report, title: host.title, annotators: free, taken };
}

const hostOf = ({ report, title, annotators }: JoinTarget): Host => ({
  ...{ report, title },
  annotators: new Set(annotators),
});

/** Leaves out, until a person wants otherwise, what could only repeat layers that are in the project. */
export function leaveOutTaken(files: readonly StagedFile[]): void {
  for (const file of files) if (file.joins?.annotators.length === 0) file.isLeftOut = true;
}
