import type { Code } from "../../model/annotation.ts";
import { codedEntities } from "../coded-entity.ts";
import type { FitStep } from "../fit/fit-facts.ts";
import { dropped } from "../fit/fitting.ts";
import { shown } from "../fit/shown.ts";
import type { LossBook } from "../losses.ts";

/*
 * Codes in formats that have one text for them: system and code with a colon between, as in "ICD-O:8890/3";
 * an address on the web is a code without a system.
 */

export function codeText({ system, code }: Pick<Code, "system" | "code">): string {
  return system === "" ? code : `${system}:${code}`;
}

/** The code that a text means: "HGNC:1662" has a system, "http://…" and "Q42" have none. */
export function codeOfText(text: string, display = ""): Code {
  const [, system = "", code = text] = /^([^:/\n]+):(?!\/\/)(.+)$/s.exec(text) ?? [];
  return { system, code, display };
}

interface CodePlace {
  /** Of one span. */
  most: number;
  /** Whether there is a place for what people are shown beside such a text. */
  hasDisplay(text: string): boolean;
}

/** With codes as they read back from their texts. */
export const fitCodeTexts =
  (place: CodePlace): FitStep =>
  (document, book) => ({
    ...document,
    layers: document.layers.map((layer) => {
      const before = new Map(layer.entities.map(({ id, codes }) => [id, codes]));
      const after = codedEntities();
      const spans = layer.spans.map((span) => {
        const codes = before.get(span.entity ?? "") ?? [];
        const example = shown(document.name, span.quote);
        return { ...span, entity: after.entityFor(span, fitted(codes, place, example, book)) };
      });
      return { ...layer, spans, entities: after.all() };
    }),
  });

function fitted(codes: readonly Code[], place: CodePlace, example: string, book: LossBook): Code[] {
  const writable = codes.filter((code) => {
    if (codeText(code) === "") book.lose("Codes that are empty", dropped, example);
    return codeText(code) !== "";
  });
  for (const { code } of writable.slice(place.most))
    book.lose("Second and further codes", dropped, `${example}: ${code}`);
  return writable.slice(0, place.most).map((code) => {
    const text = codeText(code);
    const read = codeOfText(text, place.hasDisplay(text) ? code.display : "");
    if (read.system !== code.system)
      book.lose("Codes with a colon", "read back with another system.", `${example}: ${code.code}`);
    if (read.display !== code.display)
      book.lose("Names beside codes", dropped, `${example}: ${code.display}`);
    return read;
  });
}
