import type { SearchHit } from "../../../shared/contract/search.ts";
import type { TextRange } from "../../../shared/model/annotation.ts";
import type { Section } from "../../../shared/model/report.ts";
import { lineAround } from "../../../shared/search/line.ts";
import {
  type FactLiteral,
  factsOf,
  type Group,
  hitsOf,
  isSpanFact,
  type TextLiteral,
  textsOf,
} from "../../../shared/search/query.ts";
import { inSections, sectionsMeant } from "../../../shared/search/sections.ts";
import { hasPattern, occurrencesOf, tokensOf } from "../../../shared/search/words.ts";
import { hullOf, quoteOf } from "../../../shared/text/offsets.ts";
import type { ReadDb } from "../database.ts";
import { layerId } from "../layers.ts";
import { type Row, spanCodec } from "../rows.ts";
import { isMarkFact, type Scope } from "./candidates.ts";
import { createParameters, spanCondition } from "./conditions.ts";

/** A report that may have hits. */
export interface Candidate {
  id: string;
  text: string;
  sections: string;
}

/** A place that fits, before the line around it is cut. */
export type Found = Pick<SearchHit, "id" | "ranges" | "quote" | "span">;

/** A group with what it is looked for in. */
export interface ScopedGroup {
  group: Group;
  scope: Scope;
}

/** Where a group holds in a report; null when it does not. A group about reports holds without a place. */
export function hitsInReport(
  db: ReadDb,
  { group, scope }: ScopedGroup,
  report: Candidate,
): Found[] | null {
  const sections = sectionLimits(group, report);
  switch (hitsOf(group)) {
    case "spans":
      return orNull(spanHits(db, group, scope, report).filter((hit) => isInside(hit, sections)));
    case "text":
      return orNull(textHits(db, group, scope, report, sections));
    default:
      return sections.every(({ ranges, isNegated }) => ranges.length > 0 !== isNegated) ? [] : null;
  }
}

const orNull = (found: Found[]) => (found.length === 0 ? null : found);

interface SectionLimit {
  ranges: TextRange[];
  isNegated: boolean;
}

function sectionLimits(group: Group, { sections }: Candidate): SectionLimit[] {
  const literals = factsOf(group, ({ name }) => name === "section");
  if (literals.length === 0) return [];
  // The store wrote them itself, from a Section[].
  const known = JSON.parse(sections) as Section[];
  return literals.map(({ fact, isNegated }) => ({
    ranges: sectionsMeant(known, fact),
    isNegated,
  }));
}

function isInside({ ranges }: Pick<Found, "ranges">, sections: readonly SectionLimit[]): boolean {
  const hull = hullOf(ranges);
  return sections.every((limit) => inSections(hull, limit.ranges) !== limit.isNegated);
}

/** The spans of which all facts hold and that say the words. */
function spanHits(db: ReadDb, group: Group, scope: Scope, { id, text }: Candidate): Found[] {
  const texts = textsOf(group);
  return scope.annotators.flatMap((annotator) =>
    spansWith(db, factsOf(group, isMarkFact), scope, layerId(id, annotator))
      .filter((row) => saysAll(String(row.quote), texts))
      .map((row) => spanHit(row, annotator, text)),
  );
}

function saysAll(quote: string, texts: readonly TextLiteral[]): boolean {
  return texts.every(({ pattern, isNegated }) => hasPattern(quote, pattern) !== isNegated);
}

function spanHit(row: Row, annotator: string, text: string): Found {
  const { id, label, ranges } = spanCodec.fromRow(row);
  const entity = row.entity_name === null ? null : String(row.entity_name);
  return { id, ranges, quote: quoteOf(text, ranges), span: { id, label, annotator, entity } };
}

function spansWith(
  db: ReadDb,
  facts: readonly FactLiteral[],
  { names }: Scope,
  layer: string,
): Row[] {
  const parameters = createParameters();
  const conditions = facts.map((literal) => ` AND ${spanCondition(literal, names, parameters)}`);
  return db
    .prepare<unknown[], Row>(
      `SELECT s.*, entity.name AS entity_name FROM span AS s
       LEFT JOIN entity ON entity.id = s.entity
       WHERE s.layer = @layer${conditions.join("")} ORDER BY s.start, s."end"`,
    )
    .all({ ...parameters.values, layer });
}

/** The words where the sections allow them, but for those that a span covers which should not be there. */
function textHits(
  db: ReadDb,
  group: Group,
  scope: Scope,
  { id, text }: Candidate,
  sections: readonly SectionLimit[],
): Found[] {
  const tokens = tokensOf(text);
  const places = textsOf(group)
    .filter(({ isNegated }) => !isNegated)
    .map(({ pattern }) =>
      occurrencesOf(tokens, pattern).filter((range) => isInside({ ranges: [range] }, sections)),
    );
  if (places.some((found) => found.length === 0)) return [];
  const covered = coveredBy(db, group, scope, id);
  return distinct(places.flat())
    .filter((range) => !covered.some((other) => touch(range, other)))
    .map((range) => ({
      id: `${id}:${range.start}-${range.end}`,
      ranges: [range],
      quote: text.slice(range.start, range.end),
      span: null,
    }));
}

const touch = (a: TextRange, b: TextRange) => a.start < b.end && b.start < a.end;

/** What the spans cover that the words must not be in. */
function coveredBy(db: ReadDb, group: Group, scope: Scope, report: string): TextRange[] {
  return factsOf(group, isMarkFact).flatMap((literal) =>
    scope.annotators.flatMap((annotator) =>
      spansWith(db, [{ ...literal, isNegated: false }], scope, layerId(report, annotator)).flatMap(
        (row) => spanCodec.fromRow(row).ranges,
      ),
    ),
  );
}

function distinct(ranges: readonly TextRange[]): TextRange[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter(
    ({ start, end }, at) => sorted[at - 1]?.start !== start || sorted[at - 1]?.end !== end,
  );
}

/** A hit with the line around it, and what the searched layers have marked in that line. */
export function withLine(found: Found, text: string, marked: readonly Marked[]): SearchHit {
  const { start, end } = lineAround(text, hullOf(found.ranges));
  return {
    ...found,
    line: text.slice(start, end).replace(/\s/g, " "),
    lineStart: start,
    marked: marked.filter((mark) => touch(mark, { start, end })),
  };
}

type Marked = SearchHit["marked"][number];

/** Everything that these people have marked in a report, piece by piece. */
export function markedIn(db: ReadDb, report: string, annotators: Iterable<string>): Marked[] {
  return [...annotators].flatMap((annotator) =>
    db
      .prepare<[string], { label: string; ranges: string }>(
        "SELECT label, ranges FROM span WHERE layer = ? ORDER BY start",
      )
      .all(layerId(report, annotator))
      .flatMap(({ label, ranges }) =>
        // The store wrote them itself, in spanCodec.
        (JSON.parse(ranges) as [number, number][]).map(([start, end]) => ({ start, end, label })),
      ),
  );
}

/** How much of a report has to be looked at to know its hits, in reports of which only spans are. */
export function effortOf(groups: readonly ScopedGroup[]): number {
  const isRead = ({ group }: ScopedGroup) =>
    hitsOf(group) === "text" || factsOf(group, (fact) => !isSpanFact(fact)).length > 0;
  return groups.some(isRead) ? 4 : 1;
}
