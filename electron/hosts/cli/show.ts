import { toPublicDocument } from "../../../shared/formats/casemark-jsonl/public-document.ts";
import { readDocument } from "../../store/documents.ts";
import { readReport } from "../../store/reports.ts";
import { type Command, reading, required } from "./command.ts";
import { findReport } from "./find-reports.ts";

export const show: Command = {
  usage: "casemark show PROJECT REPORT",
  about:
    "Shows a report's text, sections and layers. REPORT is its identifier, file name or title.",
  options: {},
  run(positionals) {
    const wanted = required(positionals, 1, "REPORT");
    return reading(required(positionals, 0, "PROJECT"), (db) => {
      const id = findReport(db, wanted);
      const { textSha256, source, warnings } = readReport(db, id);
      const document = readDocument(db, id, null);
      const shown = toPublicDocument(document, "codepoint");
      const json = { ...shown, id, textSha256, source, warnings };
      const spans = document.layers.flatMap(({ annotator, spans: marked }) =>
        marked.map(({ label, quote, ranges }) =>
          [
            annotator,
            label,
            ranges.map(({ start, end }) => `${start}-${end}`).join(";"),
            quote,
          ].join("\t"),
        ),
      );
      return { json, text: [document.title, "", document.text, "", ...spans].join("\n") };
    });
  },
};
