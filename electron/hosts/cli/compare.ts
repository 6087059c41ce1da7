import { resolve } from "node:path";
import type { KindChanges, ReleaseChanges } from "../../../shared/dataset/compare.ts";
import type { Tally } from "../../../shared/dataset/compare-things.ts";
import { compareFolders } from "../../api/releases.ts";
import { type Command, counted, required } from "./command.ts";

export const compare: Command = {
  usage: "casemark compare RELEASE RELEASE",
  about:
    "Says what changed from one release's folder to another's: reports, labels, spans, entities with their codes and fields, relations, events and groups.",
  options: {},
  run(positionals) {
    const before = resolve(required(positionals, 0, "RELEASE"));
    const after = resolve(required(positionals, 1, "RELEASE"));
    const changes = compareFolders(before, after);
    return { json: changes, text: linesOf(changes).join("\n") };
  },
};

function linesOf(changes: ReleaseChanges): string[] {
  const { reports, labels, relabelled } = changes;
  return [
    `${counted(reports.added.length, "report")} added, ${reports.removed.length} removed, ${reports.textChanged.length} with another text, ${reports.annotationsChanged.length} with other annotations, ${reports.same} the same.`,
    ...(labels.added.length > 0 ? [`New labels: ${labels.added.join(", ")}.`] : []),
    ...(labels.removed.length > 0 ? [`Labels that are gone: ${labels.removed.join(", ")}.`] : []),
    ...changes.spans.flatMap(({ label, ...tally }) => tallyLine(label, tally)),
    ...relabelled.map(({ from, to, spans }) => `${from} → ${to}: ${counted(spans, "span")}.`),
    ...changes.entities.flatMap(({ kind, ...tally }) => entityLine(kind, tally)),
    ...changes.relations.flatMap(({ label, ...tally }) => tallyLine(`Relation ${label}`, tally)),
    ...changes.events.flatMap(({ label, ...tally }) => tallyLine(`Event ${label}`, tally)),
    ...changes.groups.flatMap(({ label, ...tally }) => tallyLine(`Group ${label}`, tally)),
  ];
}

/** None where nothing has changed. */
function tallyLine(name: string, { added, removed, same, changed }: Tally, more = ""): string[] {
  if (added + removed + changed === 0) return [];
  const others = changed === 0 ? "" : `, ${changed} of them with other details${more}`;
  return [`${name}: ${added} added, ${removed} removed, ${same} the same${others}.`];
}

function entityLine(kind: string, { codes, fields, ...tally }: Omit<KindChanges, "kind">) {
  return tallyLine(`Entity ${kind}`, tally, ` (codes ${codes}, fields ${fields})`);
}
