import { z } from "zod";
import { schemeLists } from "../model/scheme.ts";

const Name = z.string().trim().min(1).max(200);

/** The lists of a scheme whose names annotations carry; fields are a kind's, roles an event's. */
export const NamedList = z.enum([...schemeLists, "fields", "roles"]);
export type NamedList = z.output<typeof NamedList>;

/** One definition of a scheme. `of` names the kind of a field, or the event of a role. */
export const Subject = z.object({
  list: NamedList,
  of: Name.nullable().default(null),
  name: Name,
});
export type Subject = z.output<typeof Subject>;

/** Which spans of a label a part of its split takes. */
export const SplitRule = z.discriminatedUnion("by", [
  /** The attribute has this value; null: it is set at all. */
  z.object({ by: z.literal("attribute"), name: Name, value: z.string().nullable() }),
  /** The field of the span's entity has this value; null: it has any. */
  z.object({ by: z.literal("field"), name: Name, value: z.string().nullable() }),
  /** One of these stands in the span's words, upper and lower case alike. */
  z.object({ by: z.literal("words"), words: z.array(z.string().trim().min(1)).min(1) }),
  z.object({ by: z.literal("hand"), spans: z.array(z.string().min(1)) }),
]);
export type SplitRule = z.output<typeof SplitRule>;

/** What becomes of the annotations or values that a removed name leaves behind. */
const Left = z.enum(["remove", "keep"]);

/** A change of a scheme that annotations have to follow. */
export const SchemeChange = z.discriminatedUnion("do", [
  z.object({ do: z.literal("rename"), subject: Subject, to: Name }),
  z.object({ do: z.literal("merge"), subject: Subject, into: Name }),
  z.object({ do: z.literal("remove"), subject: Subject, annotations: Left }),
  /** Where `to` is a choice already, the two become one. */
  z.object({ do: z.literal("rename-choice"), subject: Subject, choice: z.string(), to: Name }),
  z.object({
    do: z.literal("remove-choice"),
    subject: Subject,
    choice: z.string(),
    annotations: Left,
  }),
  /** The first part whose rule takes a span gets it; what none takes keeps the label. */
  z.object({
    do: z.literal("split"),
    label: Name,
    parts: z.array(z.object({ to: Name, where: SplitRule })).min(1),
  }),
  /** Puts a label below another, or at the top, before one of its new siblings or behind all. */
  z.object({
    do: z.literal("move"),
    label: Name,
    parent: Name.nullable(),
    before: Name.nullable().default(null),
  }),
]);
export type SchemeChange = z.output<typeof SchemeChange>;

const things: Record<NamedList, string> = {
  labels: "label",
  kinds: "kind",
  attributes: "attribute",
  relations: "relation",
  events: "event",
  groups: "group",
  reportLabels: "report label",
  fields: "field",
  roles: "role",
};

/** `label “marker”`, `“marker” field “clone”`. */
export function subjectInWords({ list, of, name }: Subject): string {
  return `${of === null ? "" : `“${of}” `}${things[list]} “${name}”`;
}

/** What a change does, for the history: `renamed the label “drug” to “medicine”`. */
export function changeInWords(change: SchemeChange): string {
  switch (change.do) {
    case "rename":
      return `renamed the ${subjectInWords(change.subject)} to “${change.to}”`;
    case "merge":
      return `merged the ${subjectInWords(change.subject)} into “${change.into}”`;
    case "remove":
      return `removed the ${subjectInWords(change.subject)}`;
    case "rename-choice":
      return `renamed the choice “${change.choice}” of the ${subjectInWords(change.subject)} to “${change.to}”`;
    case "remove-choice":
      return `removed the choice “${change.choice}” of the ${subjectInWords(change.subject)}`;
    case "split":
      return `split the label “${change.label}” into ${partsInWords(change.parts)}`;
    case "move":
      return change.parent === null
        ? `moved the label “${change.label}” to the top`
        : `moved the label “${change.label}” below “${change.parent}”`;
    default:
      return change satisfies never;
  }
}

function partsInWords(parts: readonly { to: string }[]): string {
  return [...new Set(parts.map(({ to }) => `“${to}”`))].join(", ");
}
