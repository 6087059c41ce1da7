import { z } from "zod";
import { Id } from "../model/annotation.ts";
import type { Change } from "../model/change.ts";
import { answers, write } from "../operation.ts";

/** What makes two spans of one and one of several. */
export const shapeOperations = {
  /** What lies before and what lies after an offset become a span each, both with all that it said. */
  "span.split": write(z.object({ span: Id, at: z.int().nonnegative() }), answers<Change>()),
  /** Spans of one label become one, of several ranges where text lies between them. */
  "span.join": write(z.object({ spans: z.array(Id).min(2) }), answers<Change>()),
};
