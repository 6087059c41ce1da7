import { z } from "zod";
import { AppError } from "../../shared/errors.ts";
import { firstChoices } from "../../shared/extract/choices.ts";
import { composeText } from "../../shared/extract/compose.ts";
import type { Extracted } from "../../shared/extract/extracted.ts";
import type { ReadDocument } from "../../shared/formats/format.ts";
import { Entity, Event, Group, Relation, Span } from "../../shared/model/annotation.ts";
import { Attributes } from "../../shared/model/attributes.ts";
import type { DocumentLayer } from "../../shared/model/document.ts";
import { Metadata, Section } from "../../shared/model/report.ts";

/** The name that every file has while it is mutated. */
export const fileName = "mutated.file";

/** What can be wrong with a file. */
const codes: ReadonlySet<string> = new Set(["bad-file", "bad-encoding", "needs-ocr"]);

/** Longer sentences are no longer read. */
const longestSentence = 600;

/** @throws Error where an error is not one clear sentence for a person that says which file. */
export function checkProblem(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
  const { code, message } = error;
  const isClear =
    codes.has(code) &&
    message.includes(fileName) &&
    message.endsWith(".") &&
    message.length <= longestSentence &&
    message.isWellFormed() &&
    !/[\p{Cc}\p{Cs}]/u.test(message);
  if (!isClear) throw new Error(`not one clear sentence: ${code} ${JSON.stringify(message)}`);
}

/** @throws Error where a reader's value could not be kept as it is, shown, or put together. */
export function checkExtracted(extracted: Extracted): void {
  const { text, title, sections } = composeText(extracted, firstChoices(extracted));
  checkText(text);
  checkText(title ?? "");
  for (const { start, end } of sections)
    if (!(start >= 0 && start <= end && end <= text.length))
      throw new Error(`a section from ${start} to ${end} in a text of ${text.length}`);
  for (const { pieces } of extracted.blocks)
    for (const { text: shown, original, repair } of pieces) {
      // Of a PDF that has zeros in its text, they are shown as what they are.
      if (!original.isWellFormed()) throw new Error("half a character is in what the file has");
      if (repair === null && shown !== original)
        throw new Error(`"${shown}" is no repair, but the file has "${original}"`);
    }
  checkText([...extracted.warnings, ...Object.values(extracted.metadata)].join(" "));
  // It goes from thread to thread and into the project as this.
  JSON.stringify(extracted);
}

/** @throws Error for half a character, which files and databases would change, and for zeros, which end texts. */
export function checkText(text: string): void {
  if (!text.isWellFormed()) throw new Error("half a character is in the text");
  if (text.includes("\0")) throw new Error("a zero character is in the text");
}

const Facts = z.object({
  ...{ name: z.string(), title: z.string(), case: z.string(), text: z.string() },
  ...{ sections: z.array(Section), metadata: Metadata },
});
const Annotations = z.object({
  ...{ annotator: z.string().min(1), note: z.string().optional(), labels: Attributes },
  ...{ spans: z.array(Span), entities: z.array(Entity), relations: z.array(Relation) },
  ...{ events: z.array(Event), groups: z.array(Group) },
});

/** @throws Error where what a reader made of a file could not be kept, shown or written again. */
export function checkDocument({ document, warnings }: ReadDocument): void {
  Facts.parse(document);
  // No text that is kept or shown may hold half a character, wherever it stands.
  checkStrings(document);
  for (const warning of warnings) checkProblem(new AppError("bad-file", warning));
  for (const { start, end } of document.sections) checkRange(document.text, start, end);
  const annotators = document.layers.map(({ annotator }) => annotator);
  if (new Set(annotators).size < annotators.length) throw new Error("two layers of one annotator");
  for (const layer of document.layers) {
    Annotations.parse(layer);
    checkSpans(document.text, layer);
    checkReferences(layer);
  }
}

function checkStrings(value: unknown): void {
  if (typeof value === "string") checkText(value);
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      checkText(key);
      checkStrings(inner);
    }
}

function checkRange(text: string, start: number, end: number): void {
  const within = start >= 0 && start <= end && end <= text.length;
  const isWhole = text.slice(start, end).isWellFormed() && text.slice(0, start).isWellFormed();
  if (!within || !isWhole) throw new Error(`${start} to ${end} in a text of ${text.length}`);
}

function checkSpans(text: string, { spans }: DocumentLayer): void {
  for (const { id, ranges, quote } of spans) {
    for (const { start, end } of ranges) checkRange(text, start, end);
    const words = ranges.map(({ start, end }) => text.slice(start, end)).join(" ");
    if (words !== quote)
      throw new Error(`${id} is ${JSON.stringify(words)}, not ${JSON.stringify(quote)}`);
  }
}

/** Whatever is named in a layer has to be in it, once, and be of the right kind. */
function checkReferences({ spans, entities, relations, events, groups }: DocumentLayer): void {
  const all = [...spans, ...entities, ...relations, ...events, ...groups].map(({ id }) => id);
  const known = new Set(all);
  if (known.size < all.length) throw new Error("an id is there twice");
  const check = (id: string | null, within: ReadonlySet<string>) => {
    if (id !== null && !within.has(id)) throw new Error(`there is no ${JSON.stringify(id)}`);
  };
  const idsOf = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id));
  const [spanIds, entityIds] = [idsOf(spans), idsOf(entities)];
  for (const { entity } of spans) check(entity, entityIds);
  for (const { from, to } of relations) for (const end of [from, to]) check(end, known);
  for (const { trigger } of events) check(trigger, spanIds);
  for (const event of events) for (const { target } of event.arguments) check(target, known);
  for (const { members } of groups) for (const member of members) check(member, known);
}
