import type { Choice, Decision } from "../review/decision.ts";
import type { ReviewReport } from "./contents.ts";
import type { DecisionTally } from "./decision-tally.ts";
import { column, element, type Markup, numbers, paragraph, section, table } from "./html.ts";
import { counted, day, whole } from "./numbers.ts";

const choices: Record<Choice["do"], string> = {
  take: "one annotator’s version",
  union: "the union",
  intersection: "the intersection",
  accept: "what is agreed",
  none: "none",
  later: "put off",
  edit: "edited",
  editEntity: "edited",
  editRelation: "edited",
  editLabel: "edited",
};

/** How differences were settled: by whom, when and why. */
export function decisionsSection({ counts, decisions }: ReviewReport): Markup {
  const { open, stale, later, decided, moot, accepted, finished, reports } = counts;
  const needless =
    moot === 0
      ? ""
      : ` ${counted(moot, "difference")} stood on what was left out, and needed no decision.`;
  const standing = paragraph(
    `Of the differences ${whole(decided)} are decided, ${whole(later)} put off, ${whole(open)} open, and ${whole(stale)} to be decided again since something has changed.${needless} Of what is agreed, ${counted(accepted, "thing")} went into the gold layer. The gold layers of ${whole(finished)} of ${counted(reports, "report")} are finished.`,
  );
  if (decisions.count === 0) return section("Decisions", standing);
  const { by, reasons, examples, from, to } = decisions;
  return section(
    "Decisions",
    standing,
    paragraph(
      `${counted(decisions.count, "decision")} from ${day(from)} to ${day(to)}; each stands in differences.csv with its reason and note.`,
    ),
    table(
      "By who decided",
      [column("Who"), column("Chosen"), numbers("Decisions")],
      by.map(({ annotator, choice, count }) => [annotator, choices[choice], whole(count)]),
    ),
    table(
      "By reason",
      [column("Reason"), numbers("Decisions")],
      reasons.map(({ reason, count }) => [reason || "none given", whole(count)]),
    ),
    element(
      "h3",
      {},
      examples.length < decisions.count
        ? `The first ${examples.length} decisions`
        : "All decisions, report by report",
    ),
    ...exampleTables(examples),
  );
}

/** A table for each report, in the order of the decisions' list. */
function exampleTables(examples: DecisionTally["examples"]): Markup[] {
  const reports = [...Map.groupBy(examples, ({ report }) => report).values()];
  return reports.map((rows) =>
    table(
      rows[0]?.title ?? "",
      ["Words", "Difference", "Chosen", "By", "On", "Reason and note"].map(column),
      rows.map(({ difference: { words, types }, decision }) => [
        ...[words || "the report as a whole", types.join(", ")],
        ...(decision ? wordsOf(decision) : ["", "", "", ""]),
      ]),
    ),
  );
}

function wordsOf({ choice, annotator, at, reason, note }: Decision): (Markup | string)[] {
  const chosen = choice.do === "take" ? `as ${choice.annotator}` : choices[choice.do];
  return [
    chosen,
    annotator,
    element("span", { class: "day" }, day(at)),
    [reason, note].filter(Boolean).join(": "),
  ];
}
