import { z } from "zod";

/** A value that is only described to the compiler: answers are made by us, so they are not parsed. */
export type Answer<Value> = { readonly answer?: Value };
export const answers = <Value>(): Answer<Value> => ({});

const operation = <I extends z.ZodType, Value>(
  effect: "read" | "write" | "job" | "setting",
  input: I,
  answer: Answer<Value>,
) => ({ effect, input, answer }) as const;
export const read = <I extends z.ZodType, V>(input: I, answer: Answer<V>) =>
  operation("read", input, answer);
export const write = <I extends z.ZodType, V>(input: I, answer: Answer<V>) =>
  operation("write", input, answer);
export const job = <I extends z.ZodType, V>(input: I, answer: Answer<V>) =>
  operation("job", input, answer);

/** Changes what this person, or this window, has set, and nothing in the project. */
export const setting = <I extends z.ZodType, V>(input: I, answer: Answer<V>) =>
  operation("setting", input, answer);

/** The input of operations that need none. */
export const nothing = z.object({});
