import { resolve } from "node:path";
import { compareFolders } from "../../api/releases.ts";
import { type Command, counted, required } from "./command.ts";

export const compare: Command = {
  usage: "casemark compare RELEASE RELEASE",
  about: "Says what changed from one release's folder to another's: reports, spans and labels.",
  options: {},
  run(positionals) {
    const before = resolve(required(positionals, 0, "RELEASE"));
    const after = resolve(required(positionals, 1, "RELEASE"));
    const changes = compareFolders(before, after);
    const { reports, labels, spans, relabelled } = changes;
    const lines = [
      `${counted(reports.added.length, "report")} added, ${reports.removed.length} removed, ${reports.textChanged.length} with another text, ${reports.spansChanged.length} with other spans, ${reports.same} the same.`,
      ...(labels.added.length > 0 ? [`New labels: ${labels.added.join(", ")}.`] : []),
      ...(labels.removed.length > 0 ? [`Labels that are gone: ${labels.removed.join(", ")}.`] : []),
      ...spans
        .filter(({ added, removed }) => added + removed > 0)
        .map(
          ({ label, added, removed, same }) =>
            `${label}: ${added} added, ${removed} removed, ${same} the same.`,
        ),
      ...relabelled.map(
        ({ from, to, spans: count }) => `${from} → ${to}: ${counted(count, "span")}.`,
      ),
    ];
    return { json: changes, text: lines.join("\n") };
  },
};
