import type { Code, Entity, Span } from "../../model/annotation.ts";
import type { CodedEntities } from "../coded-entity.ts";
import type { PlacedSpan } from "../reading/placing.ts";
import type { BioCAnnotation, Infons } from "./collection.ts";
import {
  codesIn,
  displaysText,
  identifiersText,
  systemOfKey,
  withDisplays,
} from "./identifiers.ts";
import { attributesFrom, infonsFrom, textAt } from "./infons.ts";
import { annotatorKey, labelKeys } from "./keys.ts";

const fallbackLabel = "annotation";

const ownKeys: ReadonlySet<string> = new Set([
  ...["type", "identifier", "Identifier", "name", "note", "unsure", "flag", annotatorKey],
]);
const isTaken = (key: string) => ownKeys.has(key) || systemOfKey(key) !== null;

/** What an annotation's infons say. */
export interface Facts {
  label: string;
  codes: Code[];
  content: Pick<Span, "attributes" | "note" | "flag" | "unsure">;
}

/** Reads what infons say of an annotation; what is none of ours is an attribute. */
export function factsOf(infons: Infons): Facts {
  const read = new Set<string>();
  const label = labelOf(infons, read);
  const codes = codesOf(infons, label, read);
  const note = take(infons, "note", read);
  const flag = take(infons, "flag", read);
  const isUnsure = Object.hasOwn(infons, "unsure") && infons.unsure === true;
  if (isUnsure) read.add("unsure");
  const content = {
    attributes: attributesFrom(infons, read, isTaken),
    note: note ?? "",
    ...(flag && { flag }),
    ...(isUnsure && { unsure: true }),
  };
  return { label, codes, content };
}

function take(infons: Infons, key: string, read: Set<string>): string | null {
  const text = textAt(infons, key);
  if (text !== null) read.add(key);
  return text;
}

function labelOf(infons: Infons, read: Set<string>): string {
  // Ada's corpus has the name of a class of its program as the type.
  const isClass = /Entity$/.test(textAt(infons, "type") ?? "") && textAt(infons, "entityType");
  const keys = isClass ? ["entityType"] : labelKeys;
  const key = keys.find((one) => textAt(infons, one));
  return key === undefined ? fallbackLabel : (take(infons, key, read) ?? fallbackLabel);
}

function codesOf(infons: Infons, label: string, read: Set<string>): Code[] {
  const codes = Object.entries(infons).flatMap(([key, value]) => {
    const system = systemOfKey(key);
    if (system === null && key !== "identifier" && key !== "Identifier") return [];
    read.add(key);
    const texts = Array.isArray(value) ? value : [String(value)];
    return texts.flatMap((text) => codesIn(text, label).map((code) => inSystem(code, system)));
  });
  if (codes.length === 0) return [];
  return withDisplays(codes, take(infons, "name", read) ?? "");
}

/** Of the key's system, unless the code itself names another. */
function inSystem(code: Code, system: string | null): Code {
  return code.system === "" && system !== null ? { ...code, system } : code;
}

/** A span of ours for an annotation that has been placed. */
export function spanOf(
  id: string,
  { ranges, quote, flag }: PlacedSpan,
  { label, codes, content }: Facts,
  entities: CodedEntities,
): Span {
  return {
    ...{ id, label, ranges, quote },
    ...(flag !== undefined && { flag }),
    ...content,
    entity: entities.entityFor({ label, quote }, codes),
  };
}

/** How offsets of ours are counted in the file. */
export type Count = (offset: number) => number;

/** A span as BioC has it. */
export function annotationOf(
  id: string,
  { label, ranges, quote, attributes, note, flag, unsure }: Span,
  entity: Entity | undefined,
  count: Count,
): BioCAnnotation {
  const codes = entity?.codes ?? [];
  const name = displaysText(codes);
  const infons: Infons = {
    type: label,
    ...(codes.length > 0 && { identifier: identifiersText(codes, label, "prefixed") }),
    ...(name && { name }),
    ...(note && { note }),
    ...(flag && { flag }),
    ...(unsure && { unsure }),
    ...infonsFrom(attributes, (key) => isTaken(key) && !(key === "name" && codes.length === 0)),
  };
  const locations = ranges.map(({ start, end }) => ({
    offset: count(start),
    length: count(end) - count(start),
  }));
  return { id, infons, locations, text: quote };
}
