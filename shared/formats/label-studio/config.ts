import type { AttributeDefinition, Scheme } from "../../model/scheme.ts";
import { escapeAttribute } from "../texts/xml.ts";

/** The labelling interface for a project of Label Studio, in its own XML. Source: labelstud.io/tags. */
export function labellingConfig({ labels, attributes, relations, reportLabels }: Scheme): string {
  const lines = [
    "<View>",
    ...labelsOf(labels.map(({ name }) => name)),
    '  <Text name="text" value="$text"/>',
    ...attributes.flatMap((attribute) => control(attribute, regionOf(attribute))),
    ...reportLabels.flatMap((label) => control(label, "")),
    ...relationsOf(relations.map(({ name }) => name)),
    "</View>",
  ];
  return `${lines.join("\n")}\n`;
}

function labelsOf(names: readonly string[]): string[] {
  return [
    '  <Labels name="label" toName="text">',
    ...names.map((name) => `    <Label value="${escapeAttribute(name)}"/>`),
    "  </Labels>",
  ];
}

/** That a control is about a marked region, and of which labels. */
function regionOf({ on }: AttributeDefinition): string {
  const labels = on.length === 0 ? "" : ` whenLabelValue="${escapeAttribute(on.join(","))}"`;
  return ` perRegion="true"${labels}`;
}

function control({ name, type, choices }: AttributeDefinition, region: string): string[] {
  const common = `name="${escapeAttribute(name)}" toName="text"${region}`;
  if (type === "number") return [`  <Number ${common}/>`];
  if (type === "text") return [`  <TextArea ${common}/>`];
  const offered = type === "flag" ? ["true"] : choices;
  return [
    `  <Choices ${common} choice="${type === "choice" ? "single" : "multiple"}">`,
    ...offered.map((choice) => `    <Choice value="${escapeAttribute(choice)}"/>`),
    "  </Choices>",
  ];
}

function relationsOf(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [
    "  <Relations>",
    ...names.map((name) => `    <Relation value="${escapeAttribute(name)}"/>`),
    "  </Relations>",
  ];
}
