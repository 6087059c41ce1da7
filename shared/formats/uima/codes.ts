import type { Code } from "../../model/annotation.ts";

/*
 * Codes as identifiers of concepts, which INCEpTION keeps as IRIs: the system is what stands up to the last
 * "/" or "#" of an IRI, otherwise what stands before the first colon, as in "HGNC:1662".
 */

const iri = /^[a-z][a-z0-9+.-]*:\/\/.*[/#]/i;

export function codeOf(identifier: string, display: string): Code {
  const system = iri.exec(identifier)?.[0];
  if (system !== undefined) return { system, code: identifier.slice(system.length), display };
  const colon = identifier.indexOf(":");
  if (colon < 0) return { system: "", code: identifier, display };
  return { system: identifier.slice(0, colon), code: identifier.slice(colon + 1), display };
}

export function identifierOf({ system, code }: Omit<Code, "display">): string {
  return system === "" || iri.exec(system)?.[0] === system ? system + code : `${system}:${code}`;
}

/** One of several, with its name behind a bar: "HGNC:1662|CD34". */
export function codeOfListed(listed: string): Code {
  const bar = listed.indexOf("|");
  return bar < 0 ? codeOf(listed, "") : codeOf(listed.slice(0, bar), listed.slice(bar + 1));
}

export function listedCode(code: Code): string {
  return code.display === "" ? identifierOf(code) : `${identifierOf(code)}|${code.display}`;
}
