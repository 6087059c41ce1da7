import type { Code } from "../../model/annotation.ts";
import { codeOfText, codeText } from "../texts/code-text.ts";

/** One of several codes, with its name behind a bar: "HGNC:1662|CD34". */
export function codeOfListed(listed: string): Code {
  const bar = listed.indexOf("|");
  return bar < 0 ? codeOfText(listed) : codeOfText(listed.slice(0, bar), listed.slice(bar + 1));
}

export function listedCode(code: Code): string {
  return code.display === "" ? codeText(code) : `${codeText(code)}|${code.display}`;
}
