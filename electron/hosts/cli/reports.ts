import type { ReportRow } from "../../../shared/contract/reports.ts";
import type { ReadDb } from "../../store/database.ts";
import { listReports } from "../../store/reports.ts";
import { type Command, reading, required } from "./command.ts";

export const reports: Command = {
  usage: "casemark reports PROJECT",
  about: "Lists the reports, one a row, with every annotator's number of spans.",
  options: {},
  run(positionals) {
    const rows = reading(required(positionals, 0, "PROJECT"), (db) => [...allRows(db)]);
    const json = rows.map(({ id, title, case: caseName, source, characters, layers }) => ({
      id,
      title,
      case: caseName,
      source,
      characters,
      layers,
    }));
    return { json, text: rows.map(toLine).join("\n") };
  },
};

/** Every report of the project, page by page. */
export function* allRows(db: ReadDb): Generator<ReportRow> {
  let after: string | null = null;
  do {
    const query = { search: "", status: "any", after, limit: 1000 } as const;
    const page: ReturnType<typeof listReports> = listReports(db, "", query);
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}

function toLine({ id, source, title, layers }: ReportRow): string {
  const work = layers.map(({ annotator, spans, status }) => `${annotator} ${spans} (${status})`);
  return [id, source, title, work.join(", ") || "no spans"].join("\t");
}
