import { resolve } from "node:path";
import { offsetUnits } from "../../../shared/contract/exports.ts";
import { AppError } from "../../../shared/errors.ts";
import { exportFormats } from "../../../shared/formats/format-ids.ts";
import { type Loss, lossSentence } from "../../../shared/formats/losses.ts";
import { exportTo, lossesOfExport } from "../../api/exports.ts";
import { type Command, changing, counted, oneOf, required, stringOf, watched } from "./command.ts";
import { findReports } from "./find-reports.ts";

export const exportReports: Command = {
  usage: `casemark export PROJECT OUT --format ${exportFormats.join("|")} [--annotator NAME|all|gold] [--reports GLOB] [--offsets ${offsetUnits.join("|")}] [--strict]`,
  about:
    "Writes layers to a file or a new folder, reads them back and compares before it says so. What the format cannot hold is listed on stderr before anything is written; with --strict nothing is written then.",
  options: {
    format: { type: "string" },
    annotator: { type: "string" },
    reports: { type: "string" },
    offsets: { type: "string" },
    strict: { type: "boolean" },
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
      const request = { format, annotator, reports, offsets };
      const before = await watched((watch) => lossesOfExport({ session, ...watch }, request, out));
      tellLosses(before.losses, format, values.get("strict") === true);
      const result = await watched((watch) => exportTo({ session, ...watch }, out, request));
      tellNewLosses(before.losses, result.losses, format);
      return {
        json: { ...result, place: out },
        text: `Exported ${counted(result.reports, "report")} with ${counted(result.spans, "span")} to ${out}; read back and compared.`,
      };
    });
  },
};

/** Lists what is lost on stderr. @throws AppError "bad-input" where nothing may be. */
export function tellLosses(losses: readonly Loss[], format: string, isStrict: boolean): void {
  for (const loss of losses) tellLoss(loss, `Not held by ${format}`);
  if (isStrict && losses.length > 0)
    throw new AppError(
      "bad-input",
      `${format} cannot hold all of it, so nothing was written; leave out --strict, or choose another format.`,
    );
}

/** One loss with its examples on stderr. */
export function tellLoss(loss: Loss, what: string): void {
  console.error(`${what}: ${lossSentence(loss)}`);
  for (const example of loss.examples) console.error(`  ${example}`);
}

/** Some formats show only when they are written what they cannot hold. */
export function tellNewLosses(
  before: readonly Loss[],
  after: readonly Loss[],
  format: string,
): void {
  const told = new Set(before.map(lossSentence));
  tellLosses(
    after.filter((loss) => !told.has(lossSentence(loss))),
    format,
    false,
  );
}
