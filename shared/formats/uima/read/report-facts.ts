import { LayerStatus } from "../../../model/annotation.ts";
import type { Attributes, AttributeValue } from "../../../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../model/document.ts";
import type { Metadata } from "../../../model/report.ts";
import { type Cas, type CasAnnotation, type CasStructure, shortName } from "../cas.ts";
import { asText, featureOf } from "../feature-text.ts";
import { isDocumentFacts, ownTypes } from "../type-names.ts";
import { nothingDeclared, readByType } from "./declared-types.ts";
import { attributesOf } from "./facts.ts";
import type { CasReading } from "./reading.ts";

interface ReportFacts {
  report: Pick<AnnotatedDocument, "title" | "case" | "metadata">;
  layer: Pick<DocumentLayer, "status" | "note" | "unsure" | "labels">;
}

/**
 * What a CAS says of the report as a whole: title and language of DocumentMetaData (whose addresses of files on a
 * server are left out), our own metadata and labels, and as labels what INCEpTION's document layers have.
 */
export function reportFactsOf(cas: Cas, reading: CasReading): ReportFacts {
  const { name } = reading;
  const known = cas.annotations.filter(({ type }) => isDocumentFacts(type));
  const text = (feature: string) =>
    known.map(({ features }) => stringOf(features.get(feature))).find((value) => value !== "") ??
    "";
  const title = text("documentTitle") || name;
  const [language, id] = [text("language"), text("documentId")];
  const { case: named, ...own } = ownMetadata(cas);
  const metadata = {
    ...(language !== "" && language !== "x-unspecified" && { language }),
    ...(id !== "" && id !== title && id !== name && { documentId: id }),
    ...corpusMetadata(cas),
    ...own,
  };
  return {
    report: { title, case: named ?? name, metadata },
    layer: { ...stateOf(cas), labels: labelsOf(cas, reading) },
  };
}

const stringOf = (value: unknown) => (typeof value === "string" ? value : "");

function stateOf({ facts }: Cas): Omit<ReportFacts["layer"], "labels"> {
  const state = facts.find(({ type }) => type === ownTypes.reportState)?.features;
  const status = LayerStatus.safeParse(state?.get("status")).data ?? "open";
  const note = stringOf(state?.get("note"));
  const unsure = state?.get("unsure");
  const isUnsure = unsure === true || unsure === "true";
  return { status, ...(note !== "" && { note }), ...(isUnsure && { unsure: true }) };
}

function ownMetadata({ facts }: Cas): Metadata {
  return Object.fromEntries(
    facts
      .filter(({ type }) => type === ownTypes.metadata)
      .map(({ features }) => [stringOf(features.get("name")), stringOf(features.get("value"))]),
  );
}

/** E3C has the report's facts in an annotation METADATA without words. */
function corpusMetadata({ annotations }: Cas): Metadata {
  const found = annotations.filter(isCorpusMetadata).flatMap(({ features }) => [...features]);
  return Object.fromEntries(
    found.filter(([, value]) => value !== "").map(([name, value]) => [name, String(value)]),
  );
}

export function isCorpusMetadata({ type, begin, end }: CasAnnotation): boolean {
  return shortName(type) === "METADATA" && begin === end;
}

function labelsOf({ facts }: Cas, reading: CasReading): Attributes {
  const entries = facts.flatMap((structure): [string, AttributeValue][] =>
    structure.type === ownTypes.reportLabel
      ? ownLabel(structure)
      : foreignLabels(structure, reading),
  );
  return Object.fromEntries(entries);
}

function ownLabel({ features }: CasStructure): [string, AttributeValue][] {
  const name = stringOf(features.get("name"));
  const [value, number, values] = ["value", "number", "values"].map((one) => features.get(one));
  if (typeof value === "string") return [[name, value]];
  if (number !== undefined)
    return [[name, Number.isFinite(Number(number)) ? Number(number) : String(number)]];
  if (values !== undefined) return [[name, Array.isArray(values) ? values.map(String) : []]];
  return [[name, true]];
}

/** By the layer's name and the feature's; chains say nothing of the document. */
function foreignLabels(
  { type, features }: CasStructure,
  { texts, types = nothingDeclared }: CasReading,
): [string, AttributeValue][] {
  if (type === ownTypes.metadata || type === ownTypes.reportState || features.has("first"))
    return [];
  const read = texts ? readByType(types, type, (_feature, text) => featureOf(text)) : asText;
  return Object.entries(attributesOf(features, read)).map(([name, value]) => [
    `${shortName(type)}.${name}`,
    value,
  ]);
}
