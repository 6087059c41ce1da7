import { shortName } from "./cas.ts";

/** Types of our own exports. INCEpTION shows those with begin and end as layers, the others as facts of the document. */
export const ownTypes = {
  /** label, note, unsure, flag, identifier, identifierName, furtherIdentifiers, fragments; attributes. */
  span: "webanno.custom.Span",
  /** The second and further ranges of a discontinuous span, which links them as its fragments. */
  fragment: "webanno.custom.Fragment",
  /** Governor, Dependent, label, note; attributes. */
  relation: "webanno.custom.Relation",
  /** label, trigger, arguments with their roles, note; attributes. It lies where its trigger does. */
  event: "webanno.custom.Event",
  /** label, members, note. It lies where its first member does. */
  group: "webanno.custom.Group",
  /** kind, title. */
  section: "webanno.custom.Section",
  /** name, value: what is known of the report. */
  metadata: "webanno.custom.Metadata",
  /** name and one of value, number and values; a flag has none of them. */
  reportLabel: "webanno.custom.ReportLabel",
  /** status, note, unsure: how far the work on the report is. */
  reportState: "webanno.custom.ReportState",
} as const;

/** Types that link an annotation with others in roles, named as INCEpTION names those of its layers. */
export const linkTypes = {
  fragments: "webanno.custom.SpanFragmentsLink",
  trigger: "webanno.custom.EventTriggerLink",
  arguments: "webanno.custom.EventArgumentsLink",
  members: "webanno.custom.GroupMembersLink",
} as const;

const own = new Set<string>(Object.values(ownTypes));

export function isOwnType(type: string): boolean {
  return own.has(type);
}

const dkpro = "de.tudarmstadt.ukp.dkpro.core.api";

export const dkproTypes = {
  documentMetaData: `${dkpro}.metadata.type.DocumentMetaData`,
  sentence: `${dkpro}.segmentation.type.Sentence`,
  token: `${dkpro}.segmentation.type.Token`,
} as const;

/** Layers whose own name says nothing, so that their `label` or `value` is the label. */
const generalNames = new Set([
  ...["Span", "SimpleSpan", "NamedEntity", "Entity", "Entities", "Annotation", "Mention"],
  ...["Concept", "Relation", "SimpleRelation", "Event", "Group"],
]);

export function isGeneral(type: string): boolean {
  return generalNames.has(shortName(type));
}

export function isDocumentFacts(type: string): boolean {
  return type === dkproTypes.documentMetaData || type === "uima.tcas.DocumentAnnotation";
}

const scaffolds = new Set<string>([
  ...[dkproTypes.sentence, dkproTypes.token, dkproTypes.documentMetaData],
  ...[`${dkpro}.segmentation.type.Paragraph`, `${dkpro}.segmentation.type.Line`],
  ...[`${dkpro}.metadata.type.TagsetDescription`, `${dkpro}.metadata.type.TagDescription`],
  "uima.tcas.DocumentAnnotation",
]);

/** What programs put there for their own sake: versions of layers, the tree of an HTML page, places on pages. */
const scaffoldPackages =
  /^(de\.tudarmstadt\.ukp\.clarin\.webanno\.api\.type|de\.tudarmstadt\.ukp\.inception\.|org\.dkpro\.core\.api\.(xml|pdf)\.)/;

/** Whether nobody has annotated it: sentences, tokens, paragraphs, tag sets and the like. */
export function isScaffold(type: string): boolean {
  return scaffolds.has(type) || scaffoldPackages.test(type);
}
