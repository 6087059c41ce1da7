import type { Scheme } from "../../model/scheme.ts";
import { escapeXml } from "../texts/xml.ts";
import { featureKinds } from "./write/features.ts";
import { type FeatureDescription, type TypeDescription, typeDescriptions } from "./write/types.ts";

/** The types of an export as a UIMA type system description, which programs need to read its CASes. */
export function writeTypeSystem(scheme: Scheme): string {
  const types = typeDescriptions(featureKinds(scheme, null, new Map()));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    `  <name>${escapeXml(scheme.name)}</name>`,
    "  <types>",
    ...types.flatMap(typeLines),
    "  </types>",
    "</typeSystemDescription>",
    "",
  ].join("\n");
}

function typeLines({ name, supertype, features }: TypeDescription): string[] {
  return [
    "    <typeDescription>",
    `      <name>${escapeXml(name)}</name>`,
    "      <description/>",
    `      <supertypeName>${supertype}</supertypeName>`,
    ...(features.length === 0 ? [] : ["      <features>"]),
    ...features.flatMap(featureLines),
    ...(features.length === 0 ? [] : ["      </features>"]),
    "    </typeDescription>",
  ];
}

function featureLines({ name, range, elementType }: FeatureDescription): string[] {
  return [
    "        <featureDescription>",
    `          <name>${escapeXml(name)}</name>`,
    "          <description/>",
    `          <rangeTypeName>${range}</rangeTypeName>`,
    ...(elementType === undefined ? [] : [`          <elementType>${elementType}</elementType>`]),
    "        </featureDescription>",
  ];
}
