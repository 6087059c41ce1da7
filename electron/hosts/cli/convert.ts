import { resolve } from "node:path";
import { offsetUnits } from "../../../shared/contract/exports.ts";
import { importFormats } from "../../../shared/contract/imports.ts";
import { exportFormats } from "../../../shared/formats/format-ids.ts";
import { units } from "../../../shared/formats/offset-units.ts";
import { gather, lossesIn, writeGathered } from "../../api/convert.ts";
import { type Command, counted, oneOf, required, stringOf, watched } from "./command.ts";
import { tellLosses, tellNewLosses } from "./export.ts";

export const convertFiles: Command = {
  usage: `casemark convert IN OUT --from ${importFormats.join("|")} --to ${exportFormats.join("|")} [--annotator NAME] [--from-offsets ${units.join("|")}] [--offsets ${offsetUnits.join("|")}] [--strict]`,
  about:
    "Converts a file or folder without a project, reads the result back and compares. What the format cannot hold is listed on stderr before anything is written; with --strict nothing is written then. Files that cannot be read are listed, and the others are converted.",
  options: {
    from: { type: "string" },
    to: { type: "string" },
    annotator: { type: "string" },
    offsets: { type: "string" },
    "from-offsets": { type: "string" },
    strict: { type: "boolean" },
  },
  async run(positionals, values) {
    const path = resolve(required(positionals, 1, "OUT"));
    const from = oneOf(values, "from", importFormats, "auto");
    const format = oneOf(values, "to", exportFormats, null);
    const offsets = oneOf(values, "offsets", offsetUnits, "native");
    const given = values.has("from-offsets") ? oneOf(values, "from-offsets", units, null) : null;
    const annotator = stringOf(values, "annotator") ?? "imported";
    const wishes = { annotator, offsets: given };
    const source = resolve(required(positionals, 0, "IN"));
    const gathered = await watched((watch) => gather(source, from, wishes, watch));
    for (const { message } of gathered.warnings) console.error(`Warning: ${message}`);
    for (const { message } of gathered.failed) console.error(`Left out: ${message}`);
    const conversion = { format, offsets, path };
    const losses = await watched((watch) => lossesIn(gathered, conversion, watch));
    tellLosses(losses, format, values.get("strict") === true);
    const result = await watched((watch) => writeGathered(gathered, conversion, watch));
    tellNewLosses(losses, result.losses, format);
    const { failed, warnings } = gathered;
    return {
      json: { ...result, place: path, failed, warnings },
      text: `Converted ${counted(result.reports, "document")} with ${counted(result.spans, "span")} to ${path}; read back and compared.`,
    };
  },
};
