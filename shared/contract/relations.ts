import { z } from "zod";
import { Id } from "../model/annotation.ts";
import { Attributes } from "../model/attributes.ts";
import type { Change } from "../model/change.ts";
import { answers, write } from "../operation.ts";

const RelationPatch = z.object({
  label: z.string().min(1).optional(),
  attributes: Attributes.optional(),
  note: z.string().optional(),
});

export type RelationPatch = z.output<typeof RelationPatch>;

/** Typed, directed links between two spans, two events or two entities of one layer. */
export const relationOperations = {
  "relation.add": write(
    z.object({ report: Id, label: z.string().min(1), from: Id, to: Id }),
    answers<Change>(),
  ),
  /** Changes what the patch names; a relation with other ends is another relation. */
  "relation.update": write(z.object({ relation: Id, patch: RelationPatch }), answers<Change>()),
  "relation.remove": write(z.object({ relation: Id }), answers<Change>()),
};
