import { z } from "zod";
import { TextRange } from "../model/annotation.ts";
import { type Stretches, united, without } from "./ranges.ts";

/** What an annotator has read of a report, what they skipped on purpose, and how long they were at it. */
export interface Reading {
  read: Stretches;
  skipped: Stretches;
  /** Active time in seconds, idle time left out. */
  seconds: number;
}

export const nothingRead: Reading = { read: [], skipped: [], seconds: 0 };

/** A stretch that was read or skipped just now, or of which a person takes that back. */
export const ReadingFact = TextRange.extend({ is: z.enum(["read", "skipped", "unread"]) });
export type ReadingFact = z.output<typeof ReadingFact>;

/** The reading after some more of it. What is read is not skipped, whatever was said before. */
export function withFacts(
  reading: Reading,
  facts: readonly ReadingFact[],
  seconds: number,
): Reading {
  const next = facts.reduce(withFact, reading);
  return { ...next, seconds: reading.seconds + seconds };
}

function withFact(reading: Reading, { is, start, end }: ReadingFact): Reading {
  if (start >= end) return reading;
  const { read, skipped } = reading;
  const range = { start, end };
  const others = (stretches: Stretches) => stretches.flatMap((one) => without(one, [range]));
  return {
    ...reading,
    read: is === "read" ? united([...read, range]) : others(read),
    skipped: is === "skipped" ? united([...skipped, range]) : others(skipped),
  };
}
