import { badFile, type Source } from "../../extract/source.ts";
import type { Attributes, AttributeValue } from "../../model/attributes.ts";
import type { Metadata } from "../../model/report.ts";
import { shortenedQuote } from "../../text/offsets.ts";
import type { CountedWarnings } from "./counted-warnings.ts";
import { isRecord } from "./json-lines.ts";

/**
 * The text of a report as JSON gives it.
 * @throws AppError "bad-file" for none.
 */
export function reportText(
  value: unknown,
  where: string,
  source: Pick<Source, "fileName">,
): string {
  if (typeof value !== "string")
    throw badFile(
      source,
      `has no text at ${where}; import the text together with its annotations.`,
    );
  return value;
}

/** A value of JSON as an attribute's; null for what means that nothing is set. */
export function attributeValueOf(value: unknown): AttributeValue | null {
  if (value === true || typeof value === "string") return value;
  // JSON can write numbers that are too large to count with.
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (value === null || value === undefined || value === false) return null;
  if (Array.isArray(value)) return value.map(textOfValue);
  return JSON.stringify(value);
}

function textOfValue(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** An object of JSON as attributes, without what is not set. */
export function attributesIn(value: unknown): Attributes {
  if (!isRecord(value)) return {};
  const attributes = Object.entries(value).flatMap(([name, one]) => {
    const given = attributeValueOf(one);
    return given === null ? [] : [[name, given] as const];
  });
  return Object.fromEntries(attributes);
}

/** What an object of JSON says besides the keys that are read otherwise, as texts. */
export function metadataIn(value: unknown, others: ReadonlySet<string> = new Set()): Metadata {
  if (!isRecord(value)) return {};
  const facts = Object.entries(value)
    .filter(([key, one]) => !others.has(key) && one !== null && one !== undefined)
    .map(([key, one]) => [key, textOfValue(one)] as const);
  return Object.fromEntries(facts);
}

/** How offsets of one file are read: whole numbers, also where they are written as texts. */
export interface OffsetReading {
  source: Pick<Source, "fileName">;
  warnings: CountedWarnings;
}

/** @throws AppError "bad-file" for what is no whole number from 0 on. */
export function offsetIn(
  value: unknown,
  where: string,
  { source, warnings }: OffsetReading,
): number {
  const isText = typeof value === "string" && /^\d+$/.test(value);
  const offset = isText ? Number(value) : value;
  if (typeof offset !== "number" || !Number.isSafeInteger(offset) || offset < 0)
    throw badFile(
      source,
      `has no offset at ${where} but ${shortenedQuote(givenValue(value))}; correct it and import it again.`,
    );
  if (isText)
    warnings.count(
      where,
      "has an offset that is a text, and was read as a number",
      "have offsets that are texts, and were read as numbers",
    );
  return offset;
}

const unlabelled = "unlabelled";

/** A label; where there is none, one that says so, which is counted. */
export function labelIn(value: unknown, where: string, warnings: CountedWarnings): string {
  if (typeof value === "string" && value !== "") return value;
  if (typeof value === "number") return String(value);
  warnings.count(
    where,
    "has no label and was read as “unlabelled”",
    "have no label and were read as “unlabelled”",
  );
  return unlabelled;
}

/** A value as its file has it, for sentences; numbers that are too large for JSON's readers are no values any more. */
export function givenValue(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) return "a number that is too large";
  return JSON.stringify(value) ?? "nothing";
}
