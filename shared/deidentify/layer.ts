import type { Span, TextRange } from "../model/annotation.ts";
import type { DocumentLayer } from "../model/document.ts";
import { type IdentifierKind, identifierKinds } from "./candidate.ts";

/*
 * Candidates lie in a report as spans of a layer of their own, so that they follow corrections of the text and
 * undo as everything does. The layer is nobody's: no list of annotators, agreement, dataset or export has it.
 */

/** Whose layer candidates are in. No person can take this name. */
export const deidentifier = "de-identification";

/** Whether a layer holds candidates and not somebody's work. */
export const isOfCandidates = ({ annotator }: Pick<DocumentLayer, "annotator">): boolean =>
  annotator === deidentifier;

/** What a person has said of a candidate; open until then. */
export type Decision = "open" | "accepted" | "refused";

/** A candidate as it stands in the layer. */
export interface ReviewedCandidate {
  id: string;
  kind: IdentifierKind;
  range: TextRange;
  quote: string;
  /** Which rule found it; "by hand" for what a person has added. */
  rule: string;
  decision: Decision;
}

/** The rule of what a person has added. */
export const byHand = "by hand";

/** Names that no scheme has, so that changing one never touches these. */
const ruleName = "identifier rule";
const decisionName = "identifier decision";

/** A candidate as a span; its label is no label of the scheme. */
export function spanOfCandidate({
  id,
  kind,
  range,
  quote,
  rule,
  decision,
}: ReviewedCandidate): Span {
  return {
    id,
    label: `identifier: ${kind}`,
    ranges: [range],
    quote,
    attributes: { [ruleName]: rule, ...(decision !== "open" && { [decisionName]: decision }) },
    entity: null,
    note: "",
  };
}

/**
 * The candidate that a span of the layer is; null for what is none, or has lost all of its words. One whose words
 * were corrected is open again, whatever was said of the former ones.
 */
export function candidateOfSpan(span: Span): ReviewedCandidate | null {
  const { id, label, ranges, quote, attributes, flag } = span;
  const kind = identifierKinds.find((known) => label === `identifier: ${known}`);
  const [range] = ranges;
  if (!kind || !range || quote === "") return null;
  const said = flag ? "open" : attributes[decisionName];
  const decision = said === "accepted" || said === "refused" ? said : "open";
  return { id, kind, range, quote, rule: String(attributes[ruleName] ?? ""), decision };
}
