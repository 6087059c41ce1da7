import type { LabelDefinition, Scheme } from "../model/scheme.ts";
import type { Agreement } from "./agreement.ts";
import type { ReleaseLoss } from "./facts.ts";
import { plainMarkdown } from "./markdown.ts";
import type { AlikePair } from "./near-duplicates.ts";

/** Where a report comes from and what happened to it: one line of the release's provenance. */
export interface Provenance {
  report: string;
  case: string;
  part: string;
  title: string;
  /** The imported file's name. */
  source: string;
  doi: string;
  licence: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  textSha256: string;
  annotators: string[];
  /** What import could not read or changed, and the corrections of the text, as sentences. */
  repairs: string[];
}

export function provenanceFile(reports: readonly Provenance[]): string {
  return jsonLines(reports);
}

export function nearDuplicatesFile(pairs: readonly AlikePair[]): string {
  return jsonLines(pairs.map(({ a, b, likeness }) => ({ a, b, likeness: rounded(likeness) })));
}

/** What is not in the release or in one of its formats, one kind a line. */
export function lossesFile(losses: readonly ReleaseLoss[]): string {
  return jsonLines(
    losses.map(({ format, things, count, consequence, examples }) => ({
      ...{ format, things, count, consequence, examples },
    })),
  );
}

/** One line for each pair and label; what is not defined is null beside its reason. */
export function agreementFile(agreements: readonly Agreement[]): string {
  return jsonLines(
    agreements.map(({ a, b, label, reports, cases, matches, f1, interval }) => ({
      ...{ a, b, label, reports, cases, measure: "f1-exact" },
      value: f1.defined ? rounded(f1.value) : null,
      undefined: f1.defined ? null : f1.reason,
      low: interval.defined ? rounded(interval.low) : null,
      high: interval.defined ? rounded(interval.high) : null,
      intervalUndefined: interval.defined ? null : interval.reason,
      spans: matches,
    })),
  );
}

function jsonLines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

function rounded(value: number): number {
  return Number(value.toFixed(6));
}

/** The scheme's guidelines as Markdown, for people: guidelines are Markdown themselves. */
export function guidelinesFile(scheme: Scheme): string {
  const labels = scheme.labels.map(guidelineOf);
  return `# Guidelines of ${plainMarkdown(scheme.name)}\n\n${labels.join("\n\n")}\n`;
}

function guidelineOf({ name, parent, guideline, examples = [] }: LabelDefinition): string {
  const below = parent === null ? [] : [`Below ${plainMarkdown(parent)}.`];
  const shown = examples.map(({ text, isGood, note }) => {
    const why = note === "" ? "" : ` — ${plainMarkdown(note)}`;
    return `- ${isGood ? "Marked" : "Not marked"}: “${plainMarkdown(text)}”${why}`;
  });
  const parts = [`## ${plainMarkdown(name)}`, ...below, guideline.trim(), shown.join("\n")];
  return parts.filter((part) => part !== "").join("\n\n");
}
