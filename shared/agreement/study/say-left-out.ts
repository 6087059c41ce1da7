import { unmatched } from "../assignment.ts";
import type { Gathered } from "./gathered.ts";
import type { MatchedPair } from "./matched-things.ts";
import type { PreparedLayer } from "./prepared.ts";
import type { StudyReport } from "./report.ts";

/** What of a layer no measure looks at. */
export function sayLeftOut(
  { leftOut, leftOutOf }: Gathered,
  { title }: StudyReport,
  { annotator, layer, spans, entityOf }: PreparedLayer,
): void {
  const who = () => `${title}, ${annotator}`;
  const again = layer.spans.length - spans.length;
  leftOut.count(
    "Spans marked again with the same label at the same place: counted once.",
    who,
    again,
  );
  leftOut.count("Events: not compared.", who, layer.events.length);
  leftOut.count("Groups: not compared.", who, layer.groups.length);
  const spoken = new Set(entityOf);
  const silent = layer.entities.filter(({ id }) => !spoken.has(id)).length;
  leftOutOf.entities.count("Entities without a span: not compared.", who, silent);
  const events = new Set(layer.events.map(({ id }) => id));
  const joining = layer.relations.filter(
    ({ from, to }) => events.has(from) || events.has(to),
  ).length;
  const what = "Relations between events: never agreed on, since events are not compared.";
  leftOutOf.relations.count(what, who, joining);
}

/** Spans of which nothing more than that they have no partner can be said. */
export function sayUnmatched(
  { leftOutOf }: Gathered,
  { title }: StudyReport,
  { a, b, matching }: MatchedPair,
): void {
  const matched = matching.reduce((sum, partner) => sum + Number(partner !== unmatched), 0);
  const count = (one: PreparedLayer, other: PreparedLayer) =>
    leftOutOf.attributes.count(
      "Spans without a partner: what is said of them cannot be compared.",
      () => `${title}, ${one.annotator} with ${other.annotator}`,
      one.spans.length - matched,
    );
  count(a, b);
  count(b, a);
}
