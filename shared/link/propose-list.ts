import { nameOf } from "../correct/carry-names.ts";
import type { Entity, Id, Span, TextRange } from "../model/annotation.ts";
import type { Attributes } from "../model/attributes.ts";
import type { KindDefinition, LabelDefinition, Scheme } from "../model/scheme.ts";
import { quoteOf } from "../text/offsets.ts";
import { readDrugList } from "./drug-list.ts";
import { readMarkerList } from "./marker-list.ts";
import { formOf } from "./name-form.ts";
import { areListed, readProcedureList } from "./procedure-list.ts";
import type { Suggestion } from "./suggest.ts";

/** One thing that a list in the text names, to be accepted, changed or refused. */
export interface Proposal {
  label: string;
  kind: string;
  range: TextRange;
  quote: string;
  name: string;
  /** What the text says of it, in the fields and choices that the scheme has. */
  fields: Attributes;
  /** The entity that it speaks of: a known one, that of an earlier proposal by its place, or a new one. */
  entity: Id | number | "new";
  /** The span that its words are marked with already; null for none. */
  span: Id | null;
  /** Whether it is worth taking unless a person says otherwise. */
  isLikely: boolean;
}

interface ListRequest {
  text: string;
  range: TextRange;
  scheme: Scheme;
  /** The layer's spans that overlap a range. */
  spansIn(range: TextRange): readonly Span[];
  entity(id: Id): Entity | undefined;
  /** The layer's entities that words may mean, likeliest first. */
  suggest(quote: string, range: TextRange, kind: string): readonly Suggestion[];
}

/** Markers with their results, drugs with their doses, or procedures, that a stretch of text lists. */
export function proposeList(request: ListRequest): Proposal[] {
  const { text, range, scheme } = request;
  const markers = labelWith(scheme, isOfResults);
  const drugs = labelWith(scheme, ({ name }) => /drug|medic/i.test(name));
  const listed: Listed[] = [
    ...(markers ? readMarkerList(text, range).map((found) => ({ ...found, of: markers })) : []),
    ...(drugs ? readDrugList(text, range).map((found) => ({ ...found, of: drugs })) : []),
  ];
  listed.push(...proceduresBeside(request, listed));
  listed.sort((a, b) => a.range.start - b.range.start);
  const proposals: Proposal[] = [];
  for (const { of, range: place, says } of listed)
    proposals.push(proposalOf(request, of, place, fitting(says, of.kind), proposals));
  return proposals;
}

/** What is only said on the way to markers ("the biopsy was positive for SMA") is no list of procedures. */
function proceduresBeside(
  { text, range, scheme }: ListRequest,
  listed: readonly Listed[],
): Listed[] {
  const procedures = labelWith(scheme, ({ name }) => /procedure|operation|surgery/i.test(name));
  if (!procedures) return [];
  const isFree = (place: TextRange) =>
    listed.every((other) => other.range.end <= place.start || other.range.start >= place.end);
  const found = readProcedureList(text, range).filter((one) => isFree(one.range));
  if (listed.length > 0 && !areListed(text, found)) return [];
  return found.map((one) => ({ ...one, of: procedures }));
}

interface Listed {
  of: Target;
  range: TextRange;
  says: object;
}

interface Target {
  label: LabelDefinition;
  kind: KindDefinition;
}

/** The first label whose kind is such a one. */
function labelWith({ labels, kinds }: Scheme, fits: (kind: KindDefinition) => boolean) {
  for (const label of labels) {
    const kind = kinds.find(({ name }) => name === label.kind);
    if (kind && fits(kind)) return { label, kind };
  }
  return null;
}

const isOfResults = ({ fields }: KindDefinition) =>
  fields.some(({ choices }) => choices.includes("positive") && choices.includes("negative"));

/** What the kind has a field for, and its choices a value. */
function fitting(says: object, kind: KindDefinition): Attributes {
  const fields: Attributes = {};
  for (const [name, value] of Object.entries(says)) {
    const field = kind.fields.find(
      (other) => other.name === name || (name === "result" && other.choices.includes(value)),
    );
    const isNumber = typeof value === "number";
    const fits = field?.type === "choice" ? field.choices.includes(value) : field?.type === "text";
    if (field && (fits || (isNumber && field.type === "number"))) fields[field.name] = value;
  }
  return fields;
}

function proposalOf(
  request: ListRequest,
  { label, kind }: Target,
  range: TextRange,
  fields: Attributes,
  before: readonly Proposal[],
): Proposal {
  const { text, spansIn, suggest } = request;
  const quote = quoteOf(text, [range]);
  const marked = spansIn(range).find((span) => span.label === label.name);
  const name = nameOf(quote);
  const known = suggest(quote, range, kind.name).find(
    ({ entity, score }) => score >= surely && agrees(request.entity(entity)?.fields, fields),
  );
  const earlier = before.findIndex(
    (other) =>
      other.kind === kind.name &&
      formOf(other.name).compact === formOf(name).compact &&
      agrees(other.fields, fields),
  );
  return {
    label: label.name,
    kind: kind.name,
    range,
    quote,
    name,
    fields,
    entity: marked?.entity ?? known?.entity ?? (earlier < 0 ? "new" : earlier),
    span: marked?.id ?? null,
    isLikely: isNews(
      fields,
      request.entity(marked?.entity ?? "")?.fields,
      !isOfResults(kind) && !marked,
    ),
  };
}

// An abbreviation, another name, or the same words; less is a question for a person.
const surely = 0.8;

/** Something is said that is not known yet; what only names a marker mostly says nothing of it. */
function isNews(said: Attributes, known: Attributes = {}, isEnough: boolean): boolean {
  return (
    isEnough ||
    (agrees(known, said) &&
      Object.keys(said).some((name) => name !== "method" && known[name] === undefined))
  );
}

/** Nothing that both say is different: another result is another finding of the same marker. */
function agrees(known: Attributes | undefined, said: Attributes): boolean {
  return Object.entries(said).every(
    ([name, value]) => name === "method" || known?.[name] === undefined || known[name] === value,
  );
}
