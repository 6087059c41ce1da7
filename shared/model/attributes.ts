import { z } from "zod";

/** `true` is a flag that is set; a list holds several values of one attribute. An absent key is "not set". */
export const AttributeValue = z.union([
  z.literal(true),
  z.number(),
  z.string(),
  z.array(z.string()),
]);
export type AttributeValue = z.output<typeof AttributeValue>;

export const Attributes = z.record(z.string(), AttributeValue);
export type Attributes = z.output<typeof Attributes>;
