import type { Code, Span } from "../../../model/annotation.ts";
import type { DocumentLayer } from "../../../model/document.ts";
import { codedEntities } from "../../coded-entity.ts";
import { shown } from "../../fit/shown.ts";
import type { LossBook } from "../../losses.ts";
import { codeOfText, codeText } from "../../texts/code-text.ts";
import { codeOfListed, listedCode } from "../codes.ts";

/** Spans and entities with the codes that identifiers hold. */
export function fitCodes(
  { spans, entities }: DocumentLayer,
  { book, name }: { book: LossBook; name: string },
): Pick<DocumentLayer, "spans" | "entities"> {
  const codesOf = new Map(entities.map(({ id, codes }) => [id, codes]));
  const coded = codedEntities();
  const fitted = spans.map((span): Span => {
    const codes = codesOf.get(span.entity ?? "") ?? [];
    const read = asIdentifiers(codes);
    if (JSON.stringify(read) !== JSON.stringify(codes))
      book.lose(
        "Codes that are no plain identifiers",
        "written as one word of system and code, or left out where there is neither.",
        shown(name, span.quote),
      );
    return { ...span, entity: coded.entityFor(span, read) };
  });
  return { spans: fitted, entities: coded.all() };
}

function asIdentifiers(codes: readonly Code[]): Code[] {
  const isWritten = (code: Code) => codeText(code) !== "";
  const [first, ...further] = codes.filter(isWritten);
  if (first === undefined) return [];
  const listed = further.map((code) => codeOfListed(listedCode(code)));
  return [codeOfText(codeText(first), first.display), ...listed.filter(isWritten)];
}
