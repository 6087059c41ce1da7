import type { IdentifierRow } from "../../../shared/contract/deidentify.ts";
import { countIdentifiers, listIdentifierRows } from "../../store/identifiers.ts";
import { ask, type Command, changing, counted, reading, required } from "./command.ts";

export const deidentify: Command = {
  usage: "casemark deidentify PROJECT [--scan]",
  about:
    "Lists for each report what may tell who the patient is: how much is open, accepted and refused.\nWith --scan the reports are looked through first; what is known already stays as it is.",
  options: { scan: { type: "boolean" } },
  async run(positionals, values) {
    const project = required(positionals, 0, "PROJECT");
    const scanned =
      values.get("scan") === true
        ? await changing(project, null, (session) => ask(session, "deidentify.scan", {}))
        : null;
    return reading(project, (db) => {
      const { rows } = listIdentifierRows(db, { after: null, limit: -1 });
      const total = countIdentifiers(db);
      const json = { ...(scanned && { found: scanned.found }), total, reports: rows };
      const sum = `${counted(total.reports, "report")}: ${told(total)}`;
      return { json, text: [...rows.map(toLine), sum].join("\n") };
    });
  },
};

const told = ({ open, accepted, refused }: Pick<IdentifierRow, "open" | "accepted" | "refused">) =>
  `${open} open, ${accepted} accepted, ${refused} refused`;

const toLine = (row: IdentifierRow) =>
  [row.report, row.title, row.isScanned ? told(row) : "not looked through as it is now"].join("\t");
