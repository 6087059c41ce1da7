import type { Code, Entity, Span } from "../../../model/annotation.ts";

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

/**
 * The entity that the codes of a span mean to a reader that knows nothing else: of the span's
 * label, and named as the first code is displayed.
 */
export function entityOfCodes(span: Span, codes: Code[]): Omit<Entity, "id"> {
  const name = codes[0]?.display || span.quote;
  return { kind: span.label, name, codes, fields: {}, note: "" };
}

/** Equal for what is one entity. */
export function entityContent({ kind, name, codes }: Omit<Entity, "id">): string {
  const sorted = codes.map(({ system, code, display }) => JSON.stringify([system, code, display]));
  return JSON.stringify([kind, name, sorted.sort()]);
}
