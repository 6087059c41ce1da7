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
