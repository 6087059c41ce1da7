import { z } from "zod";
import { Code, Id, TextRange } from "../model/annotation.ts";
import { Attributes, AttributeValue } from "../model/attributes.ts";
import { Stage } from "./difference.ts";

const SpanEdit = z.object({
  label: z.string().min(1),
  ranges: z.array(TextRange).min(1),
  /** What the ranges say; checked. */
  quote: z.string(),
  attributes: Attributes.default({}),
});

const EntityEdit = z.object({
  kind: z.string().min(1),
  name: z.string(),
  codes: z.array(Code).default([]),
  fields: Attributes.default({}),
});

const RelationEdit = z.object({
  label: z.string().min(1),
  /** From the second end to the first. */
  isReversed: z.boolean().default(false),
  attributes: Attributes.default({}),
});

/** What takes hold of agreed differences: what so many of those who could say it say just alike. */
export const AgreedRule = z.discriminatedUnion("of", [
  z.object({ of: z.literal("all") }),
  /** More than half. */
  z.object({ of: z.literal("majority") }),
  z.object({ of: z.literal("threshold"), annotators: z.int().min(1) }),
]);
export type AgreedRule = z.output<typeof AgreedRule>;

/** What can be decided of many differences alike. */
const alikeChoices = [
  /** One annotator's version; nothing where they have none. */
  z.object({ do: z.literal("take"), annotator: z.string().min(1) }),
  /**
   * All that anybody says. Spans: all ranges as one span; entities: all codes, fields and spans;
   * the label or value is that of most, and an even split is refused.
   */
  z.object({ do: z.literal("union") }),
  /** Only what all who have something there say. */
  z.object({ do: z.literal("intersection") }),
  z.object({ do: z.literal("none") }),
  /** Put off: it stays undecided. */
  z.object({ do: z.literal("later") }),
  /** What most say just alike, as a rule found. */
  z.object({ do: z.literal("accept"), rule: AgreedRule.default({ of: "all" }) }),
] as const;

export const AlikeChoice = z.discriminatedUnion("do", [...alikeChoices]);
export type AlikeChoice = z.output<typeof AlikeChoice>;

export const Choice = z.discriminatedUnion("do", [
  ...alikeChoices,
  z.object({ do: z.literal("edit"), spans: z.array(SpanEdit).min(1) }),
  z.object({ do: z.literal("editEntity"), entity: EntityEdit }),
  z.object({ do: z.literal("editRelation"), relation: RelationEdit }),
  z.object({ do: z.literal("editLabel"), value: AttributeValue }),
]);
export type Choice = z.output<typeof Choice>;

/** What an annotator had and said when it was decided; nothing of one who had nothing. */
const DecidedMember = z.object({
  annotator: z.string(),
  members: z.array(Id),
  says: z.string(),
});

/** What was chosen of one difference. */
export const Decision = z.object({
  id: Id,
  report: Id,
  key: z.string(),
  stage: Stage,
  choice: Choice,
  /** One of a list, for counting; empty for none. */
  reason: z.string(),
  note: z.string(),
  /** Who decided. */
  annotator: z.string(),
  /** When: ISO 8601, UTC. */
  at: z.string(),
  members: z.array(DecidedMember),
  /** What it made in the gold layer; for a report label, its name. */
  gold: z.array(Id),
});
export type Decision = z.output<typeof Decision>;

/**
 * How a difference stands.
 * - open: nobody has decided. later: put off. decided.
 * - stale: what was decided on has changed since; to be decided again.
 * - moot: what it would stand on was decided not to be in the gold layer.
 */
export const DifferenceState = z.enum(["open", "later", "decided", "stale", "moot"]);
export type DifferenceState = z.output<typeof DifferenceState>;

/** A difference with what was decided of it. */
export interface Standing {
  state: DifferenceState;
  /** The one that counts, or for a stale difference the one that did. */
  decision: Decision | null;
}
