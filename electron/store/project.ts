import type { ProjectSummary } from "../../shared/contract/session.ts";
import { deidentifier } from "../../shared/deidentify/layer.ts";
import type { ReadDb } from "./database.ts";

export interface ProjectFacts {
  id: string;
  name: string;
}

export function readProjectFacts(db: ReadDb): ProjectFacts {
  const row = db.prepare<[], ProjectFacts>("SELECT id, name FROM project").get();
  if (!row) throw new Error(`${db.name} has no project row`);
  return row;
}

/** Counts what a person can see; reports that were removed, and work on them, are not in it. */
export function summarise(db: ReadDb): ProjectSummary {
  const facts = db
    .prepare<[], Omit<ProjectSummary, "layers">>(
      `SELECT count(*) AS reports, count(DISTINCT case_name) AS cases,
              coalesce(sum(characters), 0) AS characters
       FROM report WHERE state = 'present'`,
    )
    .get();
  const layers = db.prepare<[], ProjectSummary["layers"][number]>(
    `SELECT annotator, count(*) AS reports, sum(status <> 'open') AS done,
            coalesce(sum(marked.spans), 0) AS spans
     FROM layer JOIN report ON report.id = layer.report AND state = 'present'
       LEFT JOIN (SELECT layer, count(*) AS spans FROM span GROUP BY layer) AS marked
         ON marked.layer = layer.id
     WHERE annotator <> '${deidentifier}' GROUP BY annotator ORDER BY annotator`,
  );
  return { reports: 0, cases: 0, characters: 0, ...facts, layers: layers.all() };
}
