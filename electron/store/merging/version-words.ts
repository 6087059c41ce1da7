import type { VersionTable } from "../../../shared/merge/version.ts";
import type { TextRange } from "../../../shared/model/annotation.ts";
import type { AttributeValue } from "../../../shared/model/attributes.ts";
import { hullOf, shortenedQuote } from "../../../shared/text/offsets.ts";
import {
  entityCodec,
  eventCodec,
  groupCodec,
  type Row,
  relationCodec,
  spanCodec,
} from "../rows.ts";

/** What versions speak of, in words. */
export interface Spoken {
  /** What an annotation is called that another refers to. */
  thing(id: string): string;
  /** Where a range of the report's text is: "14–19". */
  place(range: TextRange): string;
}

/** What is said of a version, by what it is of: note: “seen”. What has nothing of a name has none of it. */
type Facts = Map<string, string>;

/** What a row says, for people. */
export function inWords(table: VersionTable, row: Row | null): string {
  if (row === null) return "removed";
  if (table === "layer") return String(row.status);
  if (table === "decision") return `${row.stage}: ${choiceOf(row).do}`;
  const what = String(row.kind ?? row.label);
  const words = row.quote ?? row.name;
  return words === undefined ? what : `${what} “${shortenedQuote(String(words))}”`;
}

/** What each of several versions of one thing says, with all in which it differs from the others. */
export function toldApart(
  table: VersionTable,
  versions: readonly { id: string; row: Row | null }[],
  spoken: Spoken,
): string[] {
  const facts = versions.map(({ row }) => row && factsOf(table, row, spoken));
  const known = facts.filter((one) => one !== null);
  const names = new Set(known.flatMap((one) => [...one.keys()]));
  const differing = [...names].filter(
    (name) => new Set(known.map((one) => one.get(name))).size > 1,
  );
  const said = versions.map(({ row }, at) => {
    const own = facts[at];
    const more = own ? differing.map((name) => `${name}: ${own.get(name) ?? none}`) : [];
    return [inWords(table, row), ...more].join("; ");
  });
  return said.map((words, at) =>
    isOnce(said, words) ? words : `${words}; ${nameOf(versions[at])}`,
  );
}

const isOnce = (said: readonly string[], words: string) =>
  said.filter((one) => one === words).length === 1;

/** For what differs in nothing that has words. */
const nameOf = (version: { id: string } | undefined) => `version: “${version?.id.slice(0, 8)}”`;

const none = "none";

/** In the order in which they are said: what people wrote at length comes last. */
function factsOf(table: VersionTable, row: Row, spoken: Spoken): Facts {
  const facts = new Map(ownFacts(table, row, spoken));
  if (row.unsure !== undefined) facts.set("unsure", row.unsure === 1 ? "yes" : "no");
  if (row.note !== undefined) facts.set("note", saidOrNone(String(row.note)));
  return facts;
}

function ownFacts(table: VersionTable, row: Row, spoken: Spoken): [string, string][] {
  switch (table) {
    case "span":
      return spanFacts(row, spoken);
    case "entity":
      return entityFacts(row);
    case "relation": {
      const { from, to, attributes } = relationCodec.fromRow(row);
      const ends: [string, string][] = [
        ["from", spoken.thing(from)],
        ["to", spoken.thing(to)],
      ];
      return [...ends, ...valuesOf(attributes)];
    }
    case "event":
      return eventFacts(row, spoken);
    case "grouping":
      return [["members", listed(groupCodec.fromRow(row).members.map(spoken.thing))]];
    case "layer":
      // The store wrote it itself.
      return valuesOf(JSON.parse(String(row.labels)) as Record<string, AttributeValue>);
    case "decision":
      return decisionFacts(row);
    default:
      return table satisfies never;
  }
}

function spanFacts(row: Row, spoken: Spoken): [string, string][] {
  const { ranges, attributes, entity, flag = "" } = spanCodec.fromRow(row);
  return [
    ["place", listed(ranges.map(spoken.place))],
    ["entity", entity === null ? none : spoken.thing(entity)],
    ...valuesOf(attributes),
    ["flag", saidOrNone(flag)],
  ];
}

function entityFacts(row: Row): [string, string][] {
  const { codes, fields } = entityCodec.fromRow(row);
  const said = codes.map(({ system, code, display }) =>
    quoted([system, code, display].filter(Boolean).join(" ")),
  );
  return [["codes", listed(said)], ...valuesOf(fields)];
}

function eventFacts(row: Row, spoken: Spoken): [string, string][] {
  const event = eventCodec.fromRow(row);
  const taking = event.arguments.map(({ role, target }) => [quoted(role), spoken.thing(target)]);
  return [
    ["trigger", spoken.thing(event.trigger)],
    ["arguments", listed(taking.map((one) => one.join(" ")))],
    ...valuesOf(event.attributes),
  ];
}

function decisionFacts(row: Row): [string, string][] {
  const { do: _, ...chosen } = choiceOf(row);
  // The store wrote it, of the shape that shared/review/decision.ts says.
  const members = JSON.parse(String(row.members)) as { annotator: string; says: string }[];
  return [
    ["choice", listed(leavesOf(chosen).map(quoted))],
    ...members.map(({ annotator, says }): [string, string] => [quoted(annotator), quoted(says)]),
    ["reason", saidOrNone(String(row.reason))],
  ];
}

/** The store wrote it itself. */
function choiceOf({ choice }: Row): { do: string } {
  return JSON.parse(String(choice)) as { do: string };
}

function leavesOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.values(value).flatMap(leavesOf);
}

const quoted = (words: string) => `“${words}”`;
const saidOrNone = (words: string) => (words === "" ? none : quoted(words));
const listed = (words: readonly string[]) => (words.length === 0 ? none : words.join(", "));

function valuesOf(values: Readonly<Record<string, AttributeValue>>): [string, string][] {
  return Object.entries(values).map(([name, value]) => [quoted(name), valueInWords(value)]);
}

function valueInWords(value: AttributeValue): string {
  return value === true ? "yes" : listed([value].flat().map((one) => quoted(String(one))));
}

/** What a row is called where another refers to it. */
export function calledIn(row: Row | null, { place }: Pick<Spoken, "place">): string {
  if (row === null) return "removed";
  const words = quoted(shortenedQuote(String(row.quote ?? row.name ?? row.label)));
  if (row.ranges === undefined) return words;
  return `${words} (${place(hullOf(spanCodec.fromRow(row).ranges))})`;
}
