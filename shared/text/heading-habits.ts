import {
  type Heading,
  type HeadingShape,
  isCapitals,
  type LineInContext,
  lineAsHeading,
  looksLikeHeading,
  makeHeading,
} from "./headings.ts";
import { endsSentence, isListItem, isTableRow } from "./lines.ts";

/*
 * A report that sets its known headings apart in one way does the same with those whose words we do
 * not know: "PART 1: CORE BIOPSY" beside "CLINICAL HISTORY", "Sentinel node: ..." beside
 * "Treatment: ...". Where it does not, such lines are text.
 */

/** The shapes that two or more known headings behind blank lines share. */
export function habitsOf(
  found: readonly { context: LineInContext; heading: Heading | null }[],
): ReadonlySet<HeadingShape> {
  const shapes = found.flatMap(({ context, heading }) =>
    heading?.kind && context.before === "" ? heading.shape : [],
  );
  return new Set(shapes.filter((shape, at) => shapes.indexOf(shape) < at));
}

/** The heading that a line is because the report has others like it. */
export function headingByHabit(
  context: LineInContext,
  habits: ReadonlySet<HeadingShape>,
): Heading | null {
  if (context.before !== "") return null;
  return (
    (habits.has("capitals") ? capitalLine(context) : null) ??
    (habits.has("run-in") ? paragraphHead(context) : null)
  );
}

function capitalLine({ line, nextText }: LineInContext): Heading | null {
  const found = lineAsHeading(line);
  if (found?.shape !== "capitals" || !beginsText(nextText)) return null;
  const words = found.title.replace(/\s*\([^()]*\)/g, "").replace(/:(?= )/, "");
  return looksLikeHeading(words) && !saysResult.test(words) ? found : null;
}

/** "DESMIN NEGATIVE" */
const saysResult = /(?:POSITIVE|NEGATIVE|EQUIVOCAL|PRESENT|ABSENT|RETAINED|LOST|INTACT|SEEN)$/;

function beginsText(line: string): boolean {
  if (isListItem(line) || isTableRow(line)) return true;
  const isText = line.length >= 40 || endsSentence(line);
  return isText && /^[\p{Lu}\d“"(]/u.test(line) && !isCapitals(line);
}

const head = /^(\p{Lu}\p{Ll}{2,}(?: [\p{L}-]{2,}){0,2}(?: \d{1,2})?)\s*: +(?=[\p{Lu}\d“"(])/u;
const inSentences =
  /\b(?:the|following|is|are|was|were|as|that|include[sd]?|show(?:s|ed)|reveal(?:s|ed)|received)\b/i;

/** One to three words and a colon before a paragraph; a line of a list is too short for one. */
function paragraphHead({ line, after }: LineInContext): Heading | null {
  const title = head.exec(line.slice(0, 60))?.[1];
  if (title === undefined || inSentences.test(title)) return null;
  const isParagraph = line.length >= 100 || (after !== "" && !/^[^:]{1,50}:\s/.test(after));
  return isParagraph ? makeHeading(title, "run-in") : null;
}
