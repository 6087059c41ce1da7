import type { offsetUnits } from "../../shared/contract/exports.ts";
import { t } from "../messages.ts";

export type Offsets = (typeof offsetUnits)[number];

/** What offsets in files can count, as a person chooses it. */
export const offsetChoices: { id: Offsets; label: string }[] = [
  { id: "native", label: t("As the format counts") },
  { id: "codepoint", label: t("Unicode code points") },
  { id: "utf16", label: t("UTF-16 code units") },
  { id: "grapheme", label: t("Grapheme clusters") },
];
