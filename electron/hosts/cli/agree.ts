import { studyMeasureIds } from "../../../shared/agreement/raw-study.ts";
import { agreeOnStudies } from "./agree-studies.ts";
import { type Command, stringOf, WrongUse } from "./command.ts";

export const agree: Command = {
  usage:
    "casemark agree --study FILE.json [--measures M,M] [--by pair|label] [--bootstrap N] [--seed N]",
  about: `Measures agreement in a raw study: an object with "items" (one list an item, one value a rater, null where there is none) or "units" (rater, category, begin and end, or offset and length, with "continuum"), or a list of such objects; "measure", "params", "categories" and "cases" are read when they are there. Without --measures it is measured by what the study names, or by all that apply. --by adds figures for each pair of annotators, or of each label against all others; --bootstrap draws the cases anew so often, for 95 % intervals. Measures: ${studyMeasureIds.join(", ")}.`,
  options: {
    study: { type: "string" },
    measures: { type: "string" },
    by: { type: "string" },
    bootstrap: { type: "string" },
    seed: { type: "string" },
  },
  run(positionals, values) {
    const file = stringOf(values, "study");
    if (file === null) throw new WrongUse("--study FILE.json is missing.");
    if (positionals.length > 0)
      throw new WrongUse(`--study is a study of its own; leave "${positionals[0]}" out.`);
    return agreeOnStudies(file, values);
  },
};
