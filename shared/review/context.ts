import type { TextRange } from "../model/annotation.ts";

/** Words of a text with what stands around them. */
export interface WordsInContext {
  before: string;
  said: string;
  after: string;
}

// In UTF-16 code units: about a line on either side.
const around = 60;
const mostSaid = 160;

/** The words of a range in their context; long ones are cut in the middle, gaps become single spaces. */
export function contextIn(text: string, { start, end }: TextRange): WordsInContext {
  const said = text.slice(start, end);
  return {
    before: plain(text.slice(Math.max(0, start - around), start)).trimStart(),
    said: plain(
      said.length > mostSaid
        ? `${said.slice(0, mostSaid / 2)} … ${said.slice(-mostSaid / 2)}`
        : said,
    ),
    after: plain(text.slice(end, end + around)).trimEnd(),
  };
}

const plain = (text: string) => text.toWellFormed().replace(/\s+/g, " ");
