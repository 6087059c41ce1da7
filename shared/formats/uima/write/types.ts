import { dkproTypes, linkTypes, ownTypes } from "../type-names.ts";
import type { FeatureKind } from "./features.ts";

export interface FeatureDescription {
  name: string;
  /** "uima.cas.String" and the like, or "uima.cas.FSArray". */
  range: string;
  /** Of an FSArray. */
  elementType?: string;
}

/** A type as a type system describes it. */
export interface TypeDescription {
  name: string;
  supertype: string;
  features: FeatureDescription[];
}

const annotation = "uima.tcas.Annotation";
const ofDocument = "uima.cas.AnnotationBase";

/** Every type that we write, with a feature for each attribute in alphabetical order. */
export function typeDescriptions(kinds: ReadonlyMap<string, FeatureKind>): TypeDescription[] {
  const attributes = [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, kind]) => ({ name, range: `uima.cas.${kind}` }));
  return [
    type(dkproTypes.documentMetaData, "uima.tcas.DocumentAnnotation", [
      ...strings("documentTitle", "documentId"),
    ]),
    type(dkproTypes.sentence, annotation, []),
    type(dkproTypes.token, annotation, []),
    type(ownTypes.span, annotation, [
      ...strings("label", "note", "flag", "identifier", "identifierName"),
      { name: "unsure", range: "uima.cas.Boolean" },
      { name: "furtherIdentifiers", range: "uima.cas.StringArray" },
      links("fragments"),
      ...attributes,
    ]),
    type(ownTypes.fragment, annotation, []),
    type(ownTypes.relation, annotation, [
      { name: "Governor", range: annotation },
      { name: "Dependent", range: annotation },
      ...strings("label", "note"),
      ...attributes,
    ]),
    type(ownTypes.event, annotation, [
      ...strings("label", "note"),
      links("trigger"),
      links("arguments"),
      ...attributes,
    ]),
    type(ownTypes.group, annotation, [...strings("label", "note"), links("members")]),
    type(ownTypes.section, annotation, strings("kind", "title")),
    type(ownTypes.metadata, ofDocument, strings("name", "value")),
    type(ownTypes.reportLabel, ofDocument, [
      ...strings("name", "value"),
      { name: "number", range: "uima.cas.Double" },
      { name: "values", range: "uima.cas.StringArray" },
    ]),
    type(ownTypes.reportState, ofDocument, [
      ...strings("status", "note"),
      { name: "unsure", range: "uima.cas.Boolean" },
    ]),
    ...Object.values(linkTypes).map((name) =>
      type(name, "uima.cas.TOP", [...strings("role"), { name: "target", range: annotation }]),
    ),
  ];
}

function type(name: string, supertype: string, features: FeatureDescription[]): TypeDescription {
  return { name, supertype, features };
}

function strings(...names: string[]): FeatureDescription[] {
  return names.map((name) => ({ name, range: "uima.cas.String" }));
}

function links(name: keyof typeof linkTypes): FeatureDescription {
  return { name, range: "uima.cas.FSArray", elementType: linkTypes[name] };
}
