import type { RecurrentDifference } from "../../../shared/contract/questions.ts";
import type { Input } from "../../../shared/contract.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import { gold } from "../../../shared/review/gold.ts";
import { labelsOf } from "../../../shared/review/questions.ts";
import { t } from "../../messages.ts";

/** What a question is about, before it is put. */
export interface QuestionAbout {
  /** Labels that it may be about, the likeliest first. */
  labels: string[];
  /** A question to begin with; the person writes their own over it. */
  text: string;
  pattern: string;
  examples: Input<"questions.ask">["examples"];
}

/** A question about one place. */
export function aboutDifference({
  report,
  difference,
}: {
  report: string;
  difference: Difference;
}): QuestionAbout {
  const labels = labelsOf(difference);
  const { start, end, versions, words } = difference;
  const decided = versions.find(({ annotator }) => annotator === gold)?.label;
  const named = [...(decided ? [decided] : []), ...labels].filter((label) => label !== "");
  return {
    labels: [...new Set(named)],
    text: asked(words, labels),
    pattern: "",
    examples: [{ report, start, end, labels }],
  };
}

/** A question about what comes up again and again. */
export function aboutRecurrent(one: RecurrentDifference): QuestionAbout {
  const { labels, words, attribute, pattern, examples } = one;
  return {
    labels: labels.filter((label) => label !== ""),
    text: attribute === "" ? asked(words, labels) : askedOfAttribute(attribute, labels),
    pattern,
    examples: examples.map(({ report, start, end, labels: said }) => ({
      ...{ report, start, end, labels: said },
    })),
  };
}

function asked(words: string, labels: readonly string[]): string {
  const names = labels.map((label) => label || t("nothing")).join(", ");
  return words === ""
    ? t("What is to be said here: {names}?", { names })
    : t("What is “{words}”: {names}?", { words, names });
}

const askedOfAttribute = (attribute: string, labels: readonly string[]): string =>
  t("When is “{attribute}” said of {names}?", { attribute, names: labels.join(", ") });
