import type { TextRange } from "../model/annotation.ts";
import { findAbbreviations } from "./abbreviations.ts";
import { type Clause, clausesOf } from "./marker-list/clauses.ts";
import type { Finding, ListedMarker } from "./marker-list/finding.ts";
import { readClause } from "./marker-list/read-clause.ts";

/**
 * The markers that a stretch of a report names, in its order, with what the text says of each:
 * "positive for SMA, desmin (D33) and, focally, CD10; CD34 was negative", "CK7+/CK20−", lines of a
 * table. The sentences are read whole, so that a part of a list is understood as well.
 */
export function readMarkerList(text: string, range: TextRange): ListedMarker[] {
  let method = methodBefore(text, range.start);
  return clausesOf(text, range).flatMap((clause) => {
    method = methodOf(clause) ?? method;
    return readClause(text, clause)
      .filter((marker) => !standsForDisease(text, marker.range))
      .filter((marker) => marker.range.start < range.end && marker.range.end > range.start)
      .map(({ range: place, says }) => ({
        range: place,
        says: withMethod(says, text.slice(place.start, place.end), method),
      }));
  });
}

/** "DCIS", where the text says that it is ductal carcinoma in situ. */
function standsForDisease(text: string, { start, end }: TextRange): boolean {
  const long = findAbbreviations(text).get(text.slice(start, end));
  return (
    long !== undefined &&
    /oma\b|omas?$|tumou?r|syndrome|disease|polyposis|neoplas|itis\b/i.test(long)
  );
}

const molecular = /mutation|rearrange|amplification|fusion|translocation|deletion|::|\bgene\b/;

/** Molecular findings are hardly ever made by a stain. */
function withMethod(says: Finding, name: string, method: Finding["method"]): Finding {
  if (!method || says.method || (method === "IHC" && molecular.test(name))) return says;
  return { ...says, method };
}

const methods: [pattern: RegExp, method: NonNullable<Finding["method"]>][] = [
  [/immuno(?:histo|stain|phenotyp|react)\w*|\bIHC\b|\bstain(?:s|ed|ing)\b/gi, "IHC"],
  [/\bFISH\b|in[- ]situ[- ]hybridi[sz]ation/gi, "FISH"],
  [/\b(?:RT-?)?PCR\b/g, "PCR"],
  [/\bNGS\b|\bsequencing\b/gi, "NGS"],
  [/flow[- ]cytometr\w*/gi, "flow"],
];

/** The method last spoken of in the paragraph before an offset, else in the heading above it. */
function methodBefore(text: string, offset: number): Finding["method"] {
  const before = text.slice(Math.max(0, offset - 1500), offset);
  const paragraph = before.split(/\n\s*\n/).at(-1) ?? "";
  const isHeading = (line: string) =>
    /\p{L}/u.test(line) &&
    line.length < 60 &&
    !/[.,;]\s*$/.test(line) &&
    !/[:\t]\s*\S|\s{2}\S/.test(line.trim());
  const heading = before.split("\n").slice(0, -1).findLast(isHeading) ?? "";
  return lastMethod(paragraph) ?? lastMethod(heading);
}

function lastMethod(words: string): Finding["method"] {
  const said = methods.flatMap(([pattern, method]) =>
    Array.from(words.matchAll(pattern), ({ index }) => ({ index, method })),
  );
  return said.sort((a, b) => a.index - b.index).at(-1)?.method;
}

function methodOf({ tokens }: Clause): Finding["method"] {
  const said = tokens.find((token) => token.kind === "method");
  if (said?.kind === "method") return said.method;
  const isStained = tokens.some(({ kind }) => kind === "clone");
  return isStained ? "IHC" : undefined;
}
