import type { Source } from "../../extract/source.ts";
import type { Code } from "../../model/annotation.ts";
import type { Attributes, AttributeValue } from "../../model/attributes.ts";
import type { CountedWarnings } from "../reading/counted-warnings.ts";
import { emptyLayer, type GivenAnnotation, type GivenLayer } from "../reading/given-layers.ts";
import { isRecord, recordsIn } from "../reading/json-lines.ts";
import { attributeValueOf, labelIn, offsetIn } from "../reading/json-values.ts";
import { codeIn, type Json } from "./facts.ts";

interface Reading {
  source: Pick<Source, "fileName">;
  warnings: CountedWarnings;
}

/** What attributes say of one thing. */
interface Said {
  attributes: Attributes;
  codes: Code[];
}

type Attributed = ReadonlyMap<string, Said>;

/** One project's denotations with what is said of them. `blocks` has the ids of the document's blocks. */
export function trackLayer(
  track: Json & { blocks: ReadonlySet<string> },
  annotator: string,
  where: string,
  reading: Reading,
): GivenLayer {
  const links = recordsIn(track.relations);
  const denotations = recordsIn(track.denotations);
  const ids = { spans: idsOf(denotations), relations: idsOf(links), blocks: track.blocks };
  const said = saidIn(track, ids, where, reading);
  const spans = denotations.map((one, at) =>
    spanOf(one, said, `${where}, denotation ${one.id ?? at + 1}`, reading),
  );
  const relations = links
    .filter(({ pred }) => pred !== chain)
    .map((link, at) => {
      const place = `${where}, relation ${link.id ?? at + 1}`;
      const { attributes = {} } = said.get(String(link.id)) ?? {};
      return {
        label: labelIn(link.pred, place, reading.warnings),
        ...{ from: String(link.subj), to: String(link.obj), attributes, note: "", where: place },
      };
    });
  return { ...emptyLayer(annotator), spans: withChains(spans, links), relations };
}

function idsOf(things: readonly Json[]): Set<string> {
  return new Set(things.flatMap(({ id }) => (id === undefined ? [] : [String(id)])));
}

function spanOf(one: Json, said: Attributed, where: string, reading: Reading): GivenAnnotation {
  const id = one.id === undefined ? null : String(one.id);
  const { attributes = {}, codes = [] } = said.get(id ?? "") ?? {};
  return {
    ...{ id, ranges: rangesIn(one.span, where, reading), quote: null, where },
    ...{ label: labelIn(one.obj, where, reading.warnings), attributes, note: "", codes },
  };
}

/** One place, or a bag of several. */
export function rangesIn(span: unknown, where: string, reading: Reading) {
  const given = Array.isArray(span) && span.length > 0 ? span : [span];
  return given.map((one) => {
    const { begin, end } = isRecord(one) ? one : {};
    return { start: offsetIn(begin, where, reading), end: offsetIn(end, where, reading) };
  });
}

interface Subjects {
  spans: ReadonlySet<string>;
  relations: ReadonlySet<string>;
  blocks: ReadonlySet<string>;
}

function saidIn(track: Json, ids: Subjects, where: string, { warnings }: Reading): Attributed {
  const said = new Map<string, Said>();
  const modifications = recordsIn(track.modifications).map(({ id, pred, obj }) => ({
    ...{ id, pred, subj: obj, obj: true },
  }));
  for (const [at, one] of [...recordsIn(track.attributes), ...modifications].entries()) {
    const place = `${where}, attribute ${one.id ?? at + 1}`;
    const subject = String(one.subj);
    const isSpan = ids.spans.has(subject);
    if (isSpan || ids.relations.has(subject)) {
      const entry = said.get(subject) ?? { attributes: {}, codes: [] };
      said.set(subject, entry);
      add(entry, labelIn(one.pred, place, warnings), one.obj, isSpan);
    } else if (!(ids.blocks.has(subject) && one.pred === "title"))
      warnings.count(
        place,
        "is about something else than a span or a relation, and was left out",
        "are about something else than spans or relations, and were left out",
      );
  }
  return said;
}

/** Only spans have codes. */
function add({ attributes, codes }: Said, name: string, given: unknown, isSpan: boolean): void {
  const code = isSpan ? codeIn(name, given) : null;
  const value = attributeValueOf(given);
  if (code !== null) codes.push(code);
  else if (value !== null) {
    const before = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    attributes[name] = together(before, value);
  }
}

/** Several values of one attribute are a list. */
function together(before: AttributeValue | undefined, value: AttributeValue): AttributeValue {
  return before === undefined ? value : [before, value].flat().map(String);
}

/** How older files tell that one denotation goes on in another. */
const chain = "_lexicallyChainedTo";

/** With chained denotations as one, its places in the text's order. */
function withChains(spans: GivenAnnotation[], links: readonly Json[]): GivenAnnotation[] {
  const goesOn = new Map(
    links.flatMap(({ pred, subj, obj }) =>
      pred === chain && subj !== obj ? [[String(obj), String(subj)] as const] : [],
    ),
  );
  if (goesOn.size === 0) return spans;
  const byId = new Map(spans.map((span) => [span.id ?? "", span]));
  const headOfSpan = (span: GivenAnnotation) =>
    goesOn.has(span.id ?? "") ? (byId.get(headOf(span.id ?? "", goesOn)) ?? span) : span;
  return Array.from(Map.groupBy(spans, headOfSpan), ([head, all]) => {
    const ranges = all.flatMap((span) => span.ranges).sort((one, two) => one.start - two.start);
    return all.length === 1 ? head : { ...head, ranges };
  });
}

/** Where a chain begins; a chain without a beginning ends anywhere. */
function headOf(id: string, goesOn: ReadonlyMap<string, string>): string {
  let head = id;
  for (let steps = 0; steps < goesOn.size && goesOn.has(head); steps += 1)
    head = goesOn.get(head) ?? head;
  return head;
}
