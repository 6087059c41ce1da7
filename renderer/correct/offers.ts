import type { OtherCorrection } from "../../shared/contract/texts.ts";
import { editOf } from "../../shared/defects/as-edits.ts";
import type { Repair } from "../../shared/defects/defect.ts";
import { pageLanguage, t } from "../messages.ts";
import { isInTheWay } from "./chosen-repairs.ts";

/** What was found, with what others corrected elsewhere in place of what was found there. */
export function withOffers(
  found: readonly Repair[],
  corrections: readonly OtherCorrection[],
): readonly Repair[] {
  const offers = corrections.flatMap(offersOf);
  const edits = offers.map(editOf);
  const free = found.filter((defect) => !isInTheWay(edits, defect));
  return [...free, ...offers].sort((a, b) => a.start - b.start || a.end - b.end);
}

function offersOf({ annotator, at, edits }: OtherCorrection): Repair[] {
  const day = new Date(at).toLocaleDateString(pageLanguage, { dateStyle: "medium" });
  const because = t("{annotator} corrected this elsewhere on {day}.", { annotator, day });
  return edits.map(({ start, end, text }) => ({
    ...{ start, end, replacement: text, because, certainty: "likely" },
  }));
}
