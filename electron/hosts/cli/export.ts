import { resolve } from "node:path";
import { exportFormats, offsetUnits } from "../../../shared/contract/exports.ts";
import { lossSentence } from "../../../shared/formats/losses.ts";
import { exportTo } from "../../api/exports.ts";
import { type Command, changing, counted, oneOf, required, stringOf, watched } from "./command.ts";
import { findReports } from "./find-reports.ts";

export const exportReports: Command = {
  usage: `casemark export PROJECT OUT --format ${exportFormats.join("|")} [--annotator NAME|all|gold] [--reports GLOB] [--offsets ${offsetUnits.join("|")}]`,
  about:
    "Writes layers to a file or a new folder, reads them back and compares before it says so. What the format cannot hold is listed on stderr.",
  options: {
    format: { type: "string" },
    annotator: { type: "string" },
    reports: { type: "string" },
    offsets: { type: "string" },
  },
  async run(positionals, values) {
    const project = required(positionals, 0, "PROJECT");
    const out = resolve(required(positionals, 1, "OUT"));
    const format = oneOf(values, "format", exportFormats, null);
    const offsets = oneOf(values, "offsets", offsetUnits, "native");
    const whose = stringOf(values, "annotator") ?? "all";
    const pattern = stringOf(values, "reports");
    return changing(project, null, async (session) => {
      const reports = pattern === null ? null : findReports(session.db, pattern);
      const annotator = whose === "all" ? null : whose;
      const result = await watched((watch) =>
        exportTo({ session, ...watch }, out, { format, annotator, reports, offsets }),
      );
      for (const loss of result.losses)
        console.error(`Not held by ${format}: ${lossSentence(loss)}`);
      return {
        json: { ...result, place: out },
        text: `Exported ${counted(result.reports, "report")} with ${counted(result.spans, "span")} to ${out}; read back and compared.`,
      };
    });
  },
};
