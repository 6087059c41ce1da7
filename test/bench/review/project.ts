import { insertArrivals } from "../../../electron/store/arrivals.ts";
import { closeProject, createProject } from "../../../electron/store/database.ts";
import { write } from "../../../electron/store/history.ts";
import { plainArrival } from "../../../electron/store/plain-arrival.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";

/** Makes a project file of reports with their layers; answers the reports' identifiers in the same order. */
export function makeReviewProject(file: string, documents: readonly AnnotatedDocument[]): string[] {
  const db = createProject(file, "Review", defaultScheme);
  const reports = insertArrivals(db, documents.map(plainArrival));
  write(db, { annotator: "Import", now: () => new Date(0) }, "import", (journal) => {
    journal.setPresence(reports, "removed", "present");
    return { summary: "imported", report: null };
  });
  closeProject(db);
  return reports;
}
