import type { DocumentLayer } from "../../model/document.ts";
import { SectionKind } from "../../model/report.ts";
import { normaliseNewlines } from "../../text/newlines.ts";
import { codedEntities } from "../coded-entity.ts";
import type { ReadDocument } from "../format.ts";
import type { Cas, CasAnnotation } from "./cas.ts";
import { chainsOf } from "./read/chains.ts";
import { attributesOf } from "./read/facts.ts";
import { featureFacts, readersOf } from "./read/feature-facts.ts";
import { addGroup, readEvent, readGroup, readRelation } from "./read/links.ts";
import { placesIn } from "./read/places.ts";
import type { CasReading, Reading } from "./read/reading.ts";
import { reportFactsOf } from "./read/report-facts.ts";
import { indexOf, rolesOf } from "./read/roles.ts";
import { readSpan } from "./read/spans.ts";

/**
 * A CAS as a document. A layer's annotations are spans, its plain features attributes; links in roles are
 * events whose trigger is the span, relation layers are relations, chains are groups, references without a
 * link between are relations of the feature's name. Of sentences, tokens, tag sets and the like nothing is kept.
 * @throws AppError "bad-file" for begin and end outside the text.
 */
export function documentOfCas(cas: Cas, reading: CasReading): ReadDocument {
  const { name, warnings } = reading;
  const index = indexOf(cas);
  const { text, toText } = normaliseNewlines(cas.text);
  const roles = rolesOf(cas, index);
  const facts = featureFacts(cas, roles, index);
  const readers = readersOf(facts, index, reading);
  const all: Reading = {
    ...reading,
    ...{ index, text, roles, facts, coded: codedEntities() },
    attributes: (id) => attributesOf(facts.get(id)?.rest ?? new Map(), readers(id)),
    place: placesIn(cas.text, toText, reading),
    layer: emptyLayer(reading.annotator),
  };
  for (const annotation of cas.annotations) readAnnotation(annotation, all);
  for (const { label, members } of chainsOf(cas, index)) addGroup(all, label, members, "");
  const report = reportFactsOf(cas, reading);
  const sections = cas.annotations.flatMap((one) => sectionOf(one, all));
  const layer = { ...all.layer, ...report.layer, entities: all.coded.all() };
  return {
    document: { name, ...report.report, text, sections, layers: [layer] },
    warnings: warnings.sentences(),
  };
}

function emptyLayer(annotator: string): DocumentLayer {
  return {
    ...{ annotator, status: "open", labels: {}, source: null },
    ...{ spans: [], entities: [], relations: [], events: [], groups: [] },
  };
}

function readAnnotation(annotation: CasAnnotation, reading: Reading): void {
  const role = reading.roles.get(annotation.id);
  if (role === "span") readSpan(annotation, reading);
  else if (role === "relation") readRelation(annotation, reading);
  else if (role === "event") readEvent(annotation, reading);
  else if (role === "group") readGroup(annotation, reading);
}

function sectionOf(annotation: CasAnnotation, { roles, place }: Reading) {
  if (roles.get(annotation.id) !== "section") return [];
  const title = annotation.features.get("title");
  const kind = SectionKind.parse(annotation.features.get("kind"));
  return [{ ...place(annotation), kind, title: typeof title === "string" ? title : "" }];
}
