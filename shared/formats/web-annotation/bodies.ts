import type { Code } from "../../model/annotation.ts";
import type { Attributes } from "../../model/attributes.ts";
import { isRecord, wordIn } from "../reading/json-lines.ts";
import { attributesIn } from "../reading/json-values.ts";
import { codeOfText, codeText } from "../texts/code-text.ts";

/** An object of JSON. */
export type Json = Record<string, unknown>;

/** What an annotation says of its target. */
export interface Said {
  labels: string[];
  codes: Code[];
  attributes: Attributes;
  note: string;
}

/** Whether a text can stand as an identifier: "HGNC:1662" and "https://…", nothing with white space. */
export function isIri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(text);
}

/** Labels as tags, codes as resources that classify or as identifying texts, values as a description in JSON, the note as a comment. */
export function bodiesOf({ labels, codes, attributes, note }: Said): Json[] {
  const textual = (purpose: string, format: string, value: string) => ({
    ...{ type: "TextualBody", purpose, format, value },
  });
  return [
    ...labels.map((label) => textual("tagging", "text/plain", label)),
    ...codes.map((code) =>
      isIri(codeText(code))
        ? { type: "SpecificResource", purpose: "classifying", source: resourceOf(code) }
        : textual("identifying", "text/plain", codeText(code)),
    ),
    ...(Object.keys(attributes).length === 0
      ? []
      : [textual("describing", "application/json", JSON.stringify(attributes))]),
    ...(note === "" ? [] : [textual("commenting", "text/plain", note)]),
  ];
}

function resourceOf(code: Code): unknown {
  const id = codeText(code);
  return code.display === "" ? id : { id, label: code.display };
}

/** The bodies of an annotation, which may be one, several, or a mere text. */
export function bodiesIn({ body, bodyValue }: Json): unknown[] {
  const bodies = [body ?? []].flat();
  return typeof bodyValue === "string" ? [...bodies, { value: bodyValue }] : bodies;
}

/** What the bodies say; those that another reading takes are left out before. */
export function saidBy(annotation: Json, bodies: readonly unknown[]): Said {
  const said: Said = { labels: [], codes: [], attributes: {}, note: "" };
  const motivation = [annotation.motivation].flat().find((one) => typeof one === "string");
  for (const body of bodies) add(said, body, motivation ?? "commenting");
  return said;
}

function add(said: Said, body: unknown, motivation: string): void {
  const record = isRecord(body) ? body : {};
  const iri = iriOf(body);
  const text = wordIn(record.value);
  const purpose = wordIn(record.purpose) ?? motivation;
  if (text === null) {
    if (iri !== null) said.codes.push(codeOfText(iri, displayOf(record.source)));
  } else if (purpose === "identifying") said.codes.push(codeOfText(text));
  else if (purpose === "tagging" || purpose === "classifying") said.labels.push(text);
  else addDescription(said, text, record.format);
}

/** A description in JSON has values; every other one is a note. */
function addDescription(said: Said, text: string, format: unknown): void {
  const values = format === "application/json" ? objectIn(text) : null;
  if (values !== null) Object.assign(said.attributes, attributesIn(values));
  else said.note = said.note === "" ? text : `${said.note}\n${text}`;
}

function objectIn(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function displayOf(resource: unknown): string {
  return isRecord(resource) ? (wordIn(resource.label) ?? "") : "";
}

/** The identifier of a resource that is given by it alone, as an object, or as the source of a more specific one. */
export function iriOf(resource: unknown): string | null {
  if (!isRecord(resource)) return wordIn(resource);
  const { id, source } = resource;
  return isRecord(source) ? wordIn(source.id) : (wordIn(source) ?? wordIn(id));
}
