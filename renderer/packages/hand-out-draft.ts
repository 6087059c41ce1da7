import type { AllotmentPlan } from "../../shared/contract/packages.ts";
import type { Asked } from "../../shared/contract.ts";
import { t } from "../messages.ts";
import { namesIn } from "./names.ts";
import { openToAll, type SealingDraft, sealingOf, sealingProblem } from "./sealing-draft.ts";

/** What is to be handed out, to whom and how, while it is typed. */
export interface HandOutDraft {
  /** Which reports: the project's, those chosen in the library, or what a search finds. */
  from: "all" | "chosen" | "search";
  chosen: readonly string[];
  search: string;
  names: string;
  each: string;
  /** In percent. */
  overlap: string;
  seed: string;
  note: string;
  originals: boolean;
  sealing: SealingDraft;
}

export const newHandOut = (chosen: readonly string[] | null): HandOutDraft => ({
  from: chosen ? "chosen" : "all",
  chosen: chosen ?? [],
  ...{ search: "", names: "", each: "2", overlap: "100", seed: "1", note: "" },
  originals: true,
  sealing: openToAll,
});

/** What is wrong with it, as a sentence; null where nothing is. */
export function planProblem(draft: HandOutDraft): string | null {
  const people = namesIn(draft.names).length;
  if (people === 0) return t("Name those who are to annotate.");
  if (!isCount(draft.each) || Number(draft.each) > people)
    return t(
      "{people, plural, one {One person can have each report: type 1.} other {A report can go to 1 to # people.}}",
      { people },
    );
  if (!/^\d{1,3}$/.test(draft.overlap) || Number(draft.overlap) > 100)
    return t("The share that several get is from 0 to 100 percent.");
  if (!/^-?\d{1,9}$/.test(draft.seed)) return t("The seed is a whole number.");
  if (draft.from === "search" && draft.search.trim() === "") return t("Type what to search for.");
  return null;
}

const isCount = (text: string) => /^[1-9]\d{0,2}$/.test(text);

export function handOutProblem(draft: HandOutDraft): string | null {
  return planProblem(draft) ?? sealingProblem(draft.sealing);
}

/** What operations ask for: which reports, and who is to get them. */
export function assignedBy(draft: HandOutDraft): Asked<"packages.assign"> {
  const plan: AllotmentPlan = {
    annotators: namesIn(draft.names),
    each: Number(draft.each),
    overlap: Number(draft.overlap) / 100,
    seed: Number(draft.seed),
  };
  return {
    reports: draft.from === "chosen" ? [...draft.chosen] : null,
    search: draft.from === "search" ? draft.search.trim() : null,
    plan,
  };
}

export function writtenBy(draft: HandOutDraft): Omit<Asked<"packages.write">, "ticket"> {
  const { note, originals, sealing } = draft;
  return { ...assignedBy(draft), purpose: "work", note, originals, sealing: sealingOf(sealing) };
}
