import { badFile, type Source } from "../../extract/source.ts";
import type { Span, TextRange } from "../../model/annotation.ts";
import type { AnnotatedDocument } from "../../model/document.ts";
import type { ReadDocument, ReadOptions } from "../format.ts";
import { type CountedWarnings, countedWarnings } from "../reading/counted-warnings.ts";
import { textOf } from "../reading/json.ts";
import { type TaggedDocument, type TaggedLines, type TaggedWord, taggedLines } from "./lines.ts";
import { decodeTags, isIob1 } from "./tags.ts";

/**
 * Reads words in columns, the word first and the tag last, or as NERsuite has them. The text is made anew of
 * the words, with one space between them and one line for each sentence, unless columns say where they stood.
 * @throws AppError "bad-file" for a file without any words, or without tags.
 */
export function* readConll(source: Source, options: ReadOptions): Generator<ReadDocument> {
  const lines = taggedLines(textOf(source));
  checkLines(source, lines);
  const warnings = countedWarnings(source.fileName);
  warnOfLines(lines, warnings);
  const isStrict = !isIob1(tagsOf(lines.documents));
  for (const [at, document] of lines.documents.entries()) {
    const told = at === 0 ? warnings : countedWarnings(source.fileName);
    const several = lines.documents.length > 1;
    const name = document.name ?? (several ? `${options.name}-${at + 1}` : options.name);
    const read = documentOf(document, name, options.annotator, { told, isStrict });
    yield { document: read, warnings: told.sentences() };
  }
}

function checkLines(source: Source, { documents, untagged }: TaggedLines): void {
  if (documents.length === 0)
    throw badFile(source, "holds no words; it should have a word and its tag in each line.");
  const words = documents.reduce(
    (sum, { sentences }) => sum + sentences.reduce((all, words) => all + words.length, 0),
    0,
  );
  if (words > 0 && untagged.length === words)
    throw badFile(
      source,
      "holds words without tags; it should have a word and its tag in each line, import it as text otherwise.",
    );
}

function* tagsOf(documents: readonly TaggedDocument[]) {
  for (const { sentences } of documents)
    for (const words of sentences) yield words.map(({ tag }) => tag);
}

function warnOfLines({ untagged, wordless, comments }: TaggedLines, warnings: CountedWarnings) {
  for (const line of untagged)
    warnings.count(
      `line ${line}`,
      "has a word without a tag, which was read as outside of spans",
      "have a word without a tag, which was read as outside of spans",
    );
  for (const line of wordless)
    warnings.count(
      `line ${line}`,
      "has a tag without a word, and was left out",
      "have a tag without a word, and were left out",
    );
  for (const line of comments)
    warnings.count(
      `line ${line}`,
      "is a comment, and was left out",
      "are comments, and were left out",
    );
}

interface Reading {
  told: CountedWarnings;
  /** Whether a span that goes on without having begun is a mistake. */
  isStrict: boolean;
}

function documentOf(
  { sentences }: TaggedDocument,
  name: string,
  annotator: string,
  { told, isStrict }: Reading,
): AnnotatedDocument {
  const { text, places } = textOfWords(sentences, told);
  const spans: Span[] = [];
  for (const [at, words] of sentences.entries()) {
    const decoded = decodeTags(words.map(({ tag }) => tag));
    if (isStrict) for (const index of decoded.unbegun) countUnbegun(words[index], told);
    for (const { label, first, last } of decoded.spans) {
      const range = hull(places[at]?.[first], places[at]?.[last]);
      spans.push(plainSpan(`T${spans.length + 1}`, label, range, text));
    }
  }
  const layer = { annotator, status: "open" as const, spans, entities: [], relations: [] };
  const rest = { events: [], groups: [], labels: {}, source: null };
  const facts = { name, title: name, case: name, sections: [], metadata: {} };
  return { ...facts, text, layers: [{ ...layer, ...rest }] };
}

function countUnbegun(word: TaggedWord | undefined, told: CountedWarnings): void {
  told.count(
    `line ${word?.line}`,
    "goes on with a span that has not begun, and was read as its beginning",
    "go on with a span that has not begun, and were read as its beginning",
  );
}

function hull(first: TextRange | undefined, last: TextRange | undefined): TextRange {
  if (!first || !last) throw new RangeError("a span of words that the sentence does not have");
  return { start: first.start, end: last.end };
}

function plainSpan(id: string, label: string, range: TextRange, text: string): Span {
  const quote = text.slice(range.start, range.end);
  return { id, label, ranges: [range], quote, attributes: {}, entity: null, note: "" };
}

interface RebuiltText {
  text: string;
  /** Where each word of each sentence stands. */
  places: TextRange[][];
}

/** What a file's offsets may leave free between two words; more is a mistake. */
const widestGap = 10_000;

function textOfWords(sentences: readonly TaggedWord[][], told: CountedWarnings): RebuiltText {
  const gaps = gapsOf(sentences.flat());
  if (gaps === null && sentences[0]?.[0]?.start != null)
    told.say("its columns of offsets do not fit its words, and were left out.");
  let text = "";
  let count = 0;
  const places = sentences.map((words, sentence) =>
    words.map(({ word }, at) => {
      text += spaceBefore(sentence, at, gaps?.[count]);
      count += 1;
      const start = text.length;
      text += word;
      return { start, end: text.length };
    }),
  );
  return { text, places };
}

function spaceBefore(sentence: number, at: number, gap: number | undefined): string {
  if (sentence === 0 && at === 0) return "";
  const line = at === 0 ? "\n" : " ";
  if (gap === undefined) return line;
  return gap === 0 ? "" : line + " ".repeat(gap - 1);
}

/** How many characters stand before each word, where all have offsets that fit; else null. */
function gapsOf(words: readonly TaggedWord[]): number[] | null {
  let before: number | null = null;
  const gaps: number[] = [];
  for (const { word, start, end } of words) {
    if (start === null || end === null || end - start !== Array.from(word).length) return null;
    const gap: number = start - (before ?? start);
    if (gap < 0 || gap > widestGap) return null;
    gaps.push(gap);
    before = end;
  }
  return gaps;
}
