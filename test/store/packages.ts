import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { ReadDb, WriteDb } from "../../electron/store/database.ts";
import { createProject } from "../../electron/store/database.ts";
import type { Author } from "../../electron/store/history.ts";
import { mergePackages } from "../../electron/store/merging/merge.ts";
import type { PackageSource } from "../../electron/store/merging/source.ts";
import { packReport, packScheme } from "../../electron/store/packing/pack.ts";
import { packVersions } from "../../electron/store/packing/packed-reports.ts";
import { readProjectFacts } from "../../electron/store/project.ts";
import { listReportIds } from "../../electron/store/reports.ts";
import { readScheme } from "../../electron/store/scheme/schemes.ts";
import { readLines } from "../../electron/store/versions/read-versions.ts";
import type { PackageManifest } from "../../shared/packages/manifest.ts";
import { temporaryFolder } from "./project.ts";

interface Wish {
  annotators?: readonly string[] | null;
  reports?: readonly string[];
}

/** What a package of a project would hold, without the file. */
export function packed(
  db: ReadDb,
  { annotators = null, reports = listReportIds(db) }: Wish = {},
): PackageSource {
  const lines = readLines(db);
  // Read at once: the project goes on changing.
  const all = reports.map((id) => ({
    report: packReport(db, id, annotators, false),
    versions: structuredClone(packVersions(db, lines, id, annotators)),
  }));
  const { version } = readScheme(db);
  const manifest: PackageManifest = {
    ...{ format: "casepack", version: 1, purpose: "copy", by: "", recipient: "", note: "" },
    ...{ project: readProjectFacts(db), at: "", app: "0", offsets: "utf16", annotators: null },
    scheme: { version, sha256: lines.scheme.now },
    reports: all.map(({ report }) => ({
      id: report.id,
      text: report.revisions.at(-1)?.sha256 ?? "",
    })),
    files: [],
  };
  return {
    file: "some.casepack",
    manifest,
    scheme: packScheme(db, lines.scheme),
    reports: () => all,
    original: () => null,
    extracted: () => null,
  };
}

/** A project of its own with the same identifier and scheme, and nothing in it. */
export function emptyReplica(db: ReadDb): WriteDb {
  const { scheme } = readScheme(db);
  const replica = createProject(join(temporaryFolder(), "Replica.casemark"), "Sarcomas", scheme);
  onTestFinished(() => {
    replica.close();
  });
  replica.prepare("UPDATE project SET id = ?").run(readProjectFacts(db).id);
  return replica;
}

/** A replica with all that a project has, as somebody gets who opens a package of it. */
export function replicaOf(db: ReadDb, author: Author, wish?: Wish): WriteDb {
  const replica = emptyReplica(db);
  mergePackages(replica, author, [packed(db, wish)]);
  return replica;
}

/** Merges one project into another; answers what that did. */
export function mergeInto(db: WriteDb, author: Author, from: ReadDb, wish?: Wish) {
  const { merged, change } = mergePackages(db, author, [packed(from, wish)]);
  const [one] = merged;
  if (!one) throw new Error("nothing was merged");
  return { report: one.report, change };
}
