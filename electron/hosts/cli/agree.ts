import { studyMeasureIds } from "../../../shared/agreement/raw-study/measure.ts";
import { projectMeasureIds } from "../../../shared/agreement/study/measure-ids.ts";
import { axes } from "../../../shared/agreement/study/report.ts";
import { agreeInProject } from "./agree-project.ts";
import { agreeOnStudies } from "./agree-studies.ts";
import { type Command, required, stringOf, WrongUse } from "./command.ts";

export const agree: Command = {
  usage: `casemark agree PROJECT [--annotators A,B,...] [--measures M,M] [--by ${axes.join("|")}] [--bootstrap N] [--seed N] [--overlap SHARE] [--unfinished] [--reports GLOB] [--search QUERY] [--report FOLDER]
       casemark agree --study FILE.json|FILE.csv [--measures M,M] [--by pair|label] [--bootstrap N] [--seed N]`,
  about: `Of a PROJECT: compares annotators over the reports that they have finished; without --annotators all who have finished any but gold, which can be named. What came in files counts as finished, as long as its annotator has finished or changed nothing here; --unfinished compares all. --by tells labels, sections, reports or pairs apart (several with commas), --bootstrap draws the cases anew so often, for 95 % intervals, --overlap is how much spans have to overlap to be matched (0 to 1; by a character without it), --report writes a page to read and print and tables of all of it into a new folder. Measures: ${projectMeasureIds.join(", ")}; without --measures all but gamma, which takes long.

Of a raw study: an object with "items" (one list an item, one value a rater, null where there is none) or "units" (rater, category, begin and end, or offset and length, with "continuum"), or a list of such objects; "measure", "params", "categories" and "cases" are read when they are there, and "units_file" names a table of units, which can also be the study: annotator,category,begin,end in each line. Without --measures it is measured by what the study names, or by all that apply. --by adds figures for each pair of annotators, or of each label against all others; --bootstrap draws the cases anew so often, for 95 % intervals. Measures: ${studyMeasureIds.join(", ")}.`,
  options: {
    study: { type: "string" },
    annotators: { type: "string" },
    measures: { type: "string" },
    by: { type: "string" },
    bootstrap: { type: "string" },
    seed: { type: "string" },
    overlap: { type: "string" },
    unfinished: { type: "boolean" },
    reports: { type: "string" },
    search: { type: "string" },
    report: { type: "string" },
  },
  run(positionals, values) {
    const file = stringOf(values, "study");
    if (file === null) return agreeInProject(required(positionals, 0, "PROJECT"), values);
    if (positionals.length > 0)
      throw new WrongUse(`--study is a study of its own; leave "${positionals[0]}" out.`);
    const ofProjects = ["annotators", "overlap", "unfinished", "reports", "search", "report"];
    const other = ofProjects.find((option) => values.has(option));
    if (other !== undefined) throw new WrongUse(`--${other} is for projects; leave it out.`);
    return agreeOnStudies(file, values);
  },
};
