import type { RememberedRelease } from "../../shared/contract/datasets.ts";
import { fileNameOf } from "../../shared/dataset/layout.ts";
import { t } from "../messages.ts";
import type { DraftProblem, PartDraft, ReleaseDraft } from "./release-draft.ts";

type Problems = DraftProblem[];

/** Everything that has to be mended before a release can be made of the draft, in the form's order. */
export function draftProblems(
  draft: ReleaseDraft,
  releases: readonly RememberedRelease[],
): Problems {
  return [
    ...textProblems(draft),
    ...searchProblems(draft),
    ...labelProblems(draft),
    ...partProblems(draft.parts),
    ...continuedProblems(draft, releases),
    ...numberProblems(draft),
  ];
}

/** What is wrong with a field; undefined where nothing is. */
export const problemAt = (problems: readonly DraftProblem[], field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.text;

/** The same as the properties of a text field. */
export function wrongIn(problems: readonly DraftProblem[], field: string) {
  const errorMessage = problemAt(problems, field);
  return { isInvalid: errorMessage !== undefined, errorMessage };
}

const orcid = /^(https:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

function textProblems({ texts }: ReleaseDraft): Problems {
  const problems: Problems = [];
  const say = (field: string, text: string) => problems.push({ field, text });
  if (texts.title.trim() === "") say("title", t("Give the release a title."));
  if (texts.version.trim() === "") say("version", t("Give the release a version."));
  texts.authors.forEach((author, at) => {
    if (author.orcid !== "" && !orcid.test(author.orcid))
      say(`orcid ${at}`, t("An ORCID looks like 0000-0002-1825-0097."));
    if (author.family.trim() === "") say(`family ${at}`, t("Every author needs a family name."));
  });
  if (texts.released !== "" && !day.test(texts.released))
    say("released", t("Write the date as 2026-11-22."));
  return problems;
}

function searchProblems({ search }: ReleaseDraft): Problems {
  if (search === null || search.trim() !== "") return [];
  return [{ field: "search", text: t("Say what the reports are looked for by.") }];
}

function labelProblems({ labels }: ReleaseDraft): Problems {
  const maps = { ...labels.labels, ...labels.relations };
  const empty = Object.keys(maps).filter((name) => maps[name]?.trim() === "");
  return empty.map((name) => ({
    field: `label ${name}`,
    text: t("Say what “{label}” is called in the release.", { label: name }),
  }));
}

/** The share of a part as a number; NaN for what is none. */
export const shareOf = ({ share }: PartDraft): number =>
  share.trim() === "" ? Number.NaN : Number(share.replace(",", "."));

function partProblems(parts: readonly PartDraft[]): Problems {
  // As names of files, which some systems do not tell apart by upper and lower case.
  const files = parts.map(({ name }) => fileNameOf(name.trim()).toLowerCase());
  return parts.flatMap((part, at) => {
    const problems: Problems = [];
    if (part.name.trim() === "")
      problems.push({ field: `part ${at}`, text: t("Every part needs a name.") });
    else if (files.indexOf(files[at] ?? "") < at)
      problems.push({
        field: `part ${at}`,
        text: t("Two parts are called “{name}”.", { name: part.name }),
      });
    if (!(shareOf(part) > 0) || !Number.isFinite(shareOf(part)))
      problems.push({ field: `share ${at}`, text: t("A share is a number above 0.") });
    return problems;
  });
}

function continuedProblems(
  { continues, parts }: ReleaseDraft,
  releases: readonly RememberedRelease[],
): Problems {
  const earlier = releases.find(({ id }) => id === continues)?.options.parts ?? [];
  const gone = earlier.filter(({ name }) => !parts.some((part) => part.name.trim() === name));
  return gone.map(({ name }) => ({
    field: "continues",
    text: t("The release that is continued has a part “{name}”: keep one of that name.", { name }),
  }));
}

function numberProblems({ seed, looksForAlike, likeness }: ReleaseDraft): Problems {
  const problems: Problems = [];
  if (!/^-?\d{1,15}$/.test(seed.trim()))
    problems.push({ field: "seed", text: t("The seed is a whole number.") });
  const percent = Number(likeness.replace(",", "."));
  if (looksForAlike && !(percent >= 50 && percent <= 100))
    problems.push({ field: "likeness", text: t("The likeness is from 50 to 100 %.") });
  return problems;
}
