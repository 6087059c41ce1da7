import { type IdentifierKind, identifierKinds } from "../../shared/deidentify/candidate.ts";
import type { Decision, ReviewedCandidate } from "../../shared/deidentify/layer.ts";
import type { Span } from "../../shared/model/annotation.ts";
import type { LabelDefinition } from "../../shared/model/scheme.ts";
import type { Colour } from "../look/colour.ts";
import { t } from "../messages.ts";

/** What identifiers are called. */
export const kindNames: Record<IdentifierKind, string> = {
  name: t("Name"),
  date: t("Date"),
  age: t("Age over 89"),
  phone: t("Phone or fax"),
  mail: t("Mail or web address"),
  address: t("Address or place"),
  number: t("Number"),
  institution: t("Institution"),
};

export const decisionNames: Record<Decision, string> = {
  open: t("open"),
  accepted: t("accepted"),
  refused: t("refused"),
};

export const decisionColours: Record<Decision, Colour> = {
  open: "orange",
  accepted: "green",
  refused: "slate",
};

const labelOf = (kind: IdentifierKind, decision: Decision) =>
  `${kindNames[kind]} · ${decisionNames[decision]}`;

/** How candidates look in the text: by what was said of them, with a line of its own for each. */
export const candidateLabels: readonly LabelDefinition[] = (
  ["open", "accepted", "refused"] as const
).flatMap((decision) =>
  identifierKinds.map((kind) => ({
    name: labelOf(kind, decision),
    colour: decisionColours[decision],
    ...{ parent: null, kind: null, key: null, guideline: "" },
  })),
);

/** A candidate as the editor shows it. */
export function shownSpan({ id, kind, range, quote, decision }: ReviewedCandidate): Span {
  return {
    ...{ id, label: labelOf(kind, decision), ranges: [range], quote },
    ...{ attributes: {}, entity: null, note: "" },
  };
}
