import { z } from "zod";

const Read = z.object({
  report: z.string(),
  text: z.string(),
  spans: z.array(
    z.object({
      quote: z.string(),
      fragments: z.array(z.object({ start: z.int(), end: z.int() })),
    }),
  ),
});

/**
 * Reads a record's line as a program would that knows only the card: offsets in code points, fragments
 * joined by one space. @throws Error when a quote is not where it should be, or the line is another one.
 */
export function checkRecord(written: string, meant: string): void {
  const { report, text, spans } = Read.parse(JSON.parse(written));
  if (written !== `${meant}\n`) throw new Error(`${report} did not read back as it was written`);
  const characters = Array.from(text);
  for (const { quote, fragments } of spans) {
    const there = fragments
      .map(({ start, end }) => characters.slice(start, end).join(""))
      .join(" ");
    if (there !== quote)
      throw new Error(`${report} quotes "${quote}" where its text has "${there}"`);
  }
}
