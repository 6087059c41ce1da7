import { z } from "zod";

const Name = z.string().trim().min(1).max(200);

/** Twelve hues that stay apart for colour-blind eyes; each screen theme has its own shade of them. */
export const colours = [
  "blue",
  "orange",
  "green",
  "purple",
  "red",
  "teal",
  "gold",
  "pink",
  "indigo",
  "lime",
  "brown",
  "slate",
] as const;

/** Words that a guideline shows: to be marked, or not to be marked with the label. */
export const LabelExample = z.object({
  text: z.string(),
  isGood: z.boolean().default(true),
  /** Why; empty where it speaks for itself. */
  note: z.string().default(""),
});
export type LabelExample = z.output<typeof LabelExample>;

export const LabelDefinition = z.object({
  name: Name,
  parent: Name.nullable().default(null),
  /** The kind of entity that spans of this label speak of; null where they speak of none. */
  kind: Name.nullable().default(null),
  colour: z.enum(colours).default("slate"),
  /** The key that marks the selection with this label: one character, "D" meaning Shift+d. */
  key: z.string().length(1).nullable().default(null),
  guideline: z.string().default(""),
  examples: z.array(LabelExample).optional(),
});
export type LabelDefinition = z.output<typeof LabelDefinition>;

/** That another attribute of the same thing has one of these values; with none named, that it has any. */
export const Condition = z.object({ attribute: Name, values: z.array(z.string()).default([]) });
export type Condition = z.output<typeof Condition>;

/** An attribute of spans, a field of an entity kind, or a label of whole reports. */
export const AttributeDefinition = z.object({
  name: Name,
  type: z.enum(["flag", "choice", "choices", "number", "text"]),
  choices: z.array(z.string()).default([]),
  unit: z.string().default(""),
  /** Labels that it applies to; empty means all. */
  on: z.array(Name).default([]),
  /** Whether a value is missed wherever it may have one. */
  required: z.boolean().optional(),
  /** The least and the greatest number, both allowed. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** It may have a value only where this is so. */
  onlyWith: Condition.optional(),
});
export type AttributeDefinition = z.output<typeof AttributeDefinition>;

export const KindDefinition = z.object({
  name: Name,
  fields: z.array(AttributeDefinition).default([]),
  /** Coding systems whose codes its entities may carry. */
  codes: z.array(Name).default([]),
});
export type KindDefinition = z.output<typeof KindDefinition>;

/** Empty `from` and `to` mean any label. */
export const RelationDefinition = z.object({
  name: Name,
  from: z.array(Name).default([]),
  to: z.array(Name).default([]),
});
export type RelationDefinition = z.output<typeof RelationDefinition>;

export const EventDefinition = z.object({
  name: Name,
  roles: z.array(z.object({ name: Name, targets: z.array(Name).default([]) })).default([]),
});
export type EventDefinition = z.output<typeof EventDefinition>;

export const GroupDefinition = z.object({ name: Name });
export type GroupDefinition = z.output<typeof GroupDefinition>;

/** Labels, their attributes, kinds, fields and relations. Names are unique within each list. */
export const Scheme = z.object({
  name: Name,
  labels: z.array(LabelDefinition).default([]),
  kinds: z.array(KindDefinition).default([]),
  attributes: z.array(AttributeDefinition).default([]),
  relations: z.array(RelationDefinition).default([]),
  events: z.array(EventDefinition).default([]),
  groups: z.array(GroupDefinition).default([]),
  reportLabels: z.array(AttributeDefinition).default([]),
});
export type Scheme = z.output<typeof Scheme>;

/** Definitions that annotations use and a scheme does not have yet. */
export const SchemeAdditions = Scheme.omit({ name: true });
export type SchemeAdditions = z.output<typeof SchemeAdditions>;

/** Nothing of any list. */
export const noAdditions = (): SchemeAdditions => SchemeAdditions.parse({});

/** The lists of a scheme, in the order in which they are written. */
export const schemeLists = [
  "labels",
  "kinds",
  "attributes",
  "relations",
  "events",
  "groups",
  "reportLabels",
] as const satisfies readonly (keyof SchemeAdditions)[];
