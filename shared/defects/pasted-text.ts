import type { TextRange } from "../model/annotation.ts";
import { type Block, findBlocks } from "../text/blocks.ts";
import { linesOf } from "../text/lines.ts";
import { findSections } from "../text/sections.ts";
import { type Dictionary, dictionaryOf } from "./dictionary.ts";

/** A text with what several of the finders look at, each made when it is first asked for. */
export interface PastedText {
  readonly text: string;
  readonly lines: readonly TextRange[];
  readonly blocks: readonly Block[];
  readonly dictionary: Dictionary;
}

export function pastedText(text: string): PastedText {
  return {
    text,
    lines: linesOf(text),
    blocks: findBlocks(text, findSections(text)),
    dictionary: dictionaryOf(text),
  };
}
