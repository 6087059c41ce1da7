import { statSync } from "node:fs";
import { openRelease } from "../../dataset/verify-release.ts";
import { checkProject, type ProjectProblem } from "../../store/check.ts";
import { listReportIds } from "../../store/reports.ts";
import { type Command, counted, type Output, reading, required, watched } from "./command.ts";

export const check: Command = {
  usage: "casemark check PROJECT|RELEASE",
  about:
    "Checks a project: the database, every text, offset, quote and link, and the scheme; or a release's folder: every file's SHA-256, every record's offsets, and the split. Exit code 1 when something is wrong.",
  options: {},
  run(positionals) {
    const file = required(positionals, 0, "PROJECT");
    // Of folders only releases can be checked; what another lacks is said by reading it as one.
    if (isFolder(file)) return checkRelease(file);
    const [problems, reports] = reading(file, (db) => [
      [...checkProject(db)],
      listReportIds(db).length,
    ]);
    const ok = problems.length === 0;
    return {
      json: { ok, reports, problems },
      text: ok ? `${file} is sound: ${counted(reports, "report")}.` : lines(problems),
      problem: ok ? null : `${file} has ${counted(problems.length, "problem")}.`,
    };
  },
};

const isFolder = (path: string) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

async function checkRelease(folder: string): Promise<Output> {
  const { manifest, problems } = await watched((watch) => openRelease(folder, watch));
  const { reports } = manifest.counts;
  const ok = problems.length === 0;
  return {
    json: { ok, reports, problems },
    text: ok
      ? `${folder} is as it was written: ${counted(reports, "report")}.`
      : problems.join("\n"),
    problem: ok ? null : `${folder} has ${counted(problems.length, "problem")}.`,
  };
}

function lines(problems: readonly ProjectProblem[]): string {
  return problems.map(({ message }) => message).join("\n");
}
