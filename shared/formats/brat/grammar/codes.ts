import type { Code } from "../../../model/annotation.ts";

const notInSystems = /[\s\p{Cc}:]/gu;
const notInCodes = /[\s\p{Cc}]/gu;

/** A code as brat refers to it: `system:code`, neither of them empty. */
export function referenceOf({ system, code }: Code): string {
  return `${system.replace(notInSystems, "_") || "_"}:${code.replace(notInCodes, "_") || "_"}`;
}

/** What is displayed of a code, on one line. */
export function displayOf({ display }: Code): string {
  return display.replace(/[\t\r\n]/g, " ").replace(/ +$/, "");
}

/** The code that a reference and its display mean; null where it is no reference. */
export function codeOf(reference: string, display: string): Code | null {
  const colon = reference.indexOf(":");
  if (colon < 0) return null;
  return { system: reference.slice(0, colon), code: reference.slice(colon + 1), display };
}
