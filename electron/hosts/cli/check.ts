import { checkProject, type ProjectProblem } from "../../store/check.ts";
import { listReportIds } from "../../store/reports.ts";
import { type Command, counted, reading, required } from "./command.ts";

export const check: Command = {
  usage: "casemark check PROJECT",
  about:
    "Checks the database, every text, offset, quote and link, and the scheme. Exit code 1 when something is wrong.",
  options: {},
  run(positionals) {
    const file = required(positionals, 0, "PROJECT");
    const [problems, reports] = reading(file, (db) => [
      [...checkProject(db)],
      listReportIds(db).length,
    ]);
    const ok = problems.length === 0;
    return {
      json: { ok, reports, problems },
      text: ok ? `${file} is sound: ${counted(reports, "report")}.` : lines(problems),
      problem: ok ? null : `${file} has ${problems.length} problems.`,
    };
  },
};

function lines(problems: readonly ProjectProblem[]): string {
  return problems.map(({ message }) => message).join("\n");
}
