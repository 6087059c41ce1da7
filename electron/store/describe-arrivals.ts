import type { Metadata } from "../../shared/model/report.ts";
import type { WriteDb } from "./database.ts";

/** What a person says of a report that is not taken in yet; what is left away stays as it was. */
export interface ArrivalFacts {
  case: string;
  title?: string;
  /** Added to what the file itself says, and before it. */
  metadata?: Metadata;
}

/** Gives arriving reports cases, titles and metadata; those in the project keep theirs. */
export function describeArrivals(db: WriteDb, facts: ReadonlyMap<string, ArrivalFacts>): void {
  const update = db.prepare(
    `UPDATE report SET case_name = @name, title = coalesce(@title, title),
       metadata = json_patch(metadata, @metadata)
     WHERE id = @report AND state = 'arriving'`,
  );
  db.transaction(() => {
    for (const [report, { case: name, title = null, metadata = {} }] of facts)
      update.run({ report, name, title, metadata: JSON.stringify(metadata) });
  })();
}
