import type { LabelDefinition, Scheme } from "../model/scheme.ts";
import { plainMarkdown } from "./markdown.ts";

/** The scheme's guidelines as one Markdown file: every label with its rules and its examples. */
export function guidelinesFile(scheme: Scheme): string {
  const labels = scheme.labels.map(ofLabel);
  return `# Guidelines of ${plainMarkdown(scheme.name)}\n\n${labels.join("\n\n")}\n`;
}

function ofLabel({ name, parent, guideline, examples = [] }: LabelDefinition): string {
  const below = parent === null ? "" : `Part of ${plainMarkdown(parent)}.\n\n`;
  const shown = examples.map(
    ({ text, isGood, note }) =>
      `- ${isGood ? "Mark" : "Do not mark"}: “${plainMarkdown(text)}”${note && ` (${plainMarkdown(note)})`}`,
  );
  const parts = [below + (guideline.trim() || "There is no guideline for this label."), ...shown];
  return `## ${plainMarkdown(name)}\n\n${parts.join("\n")}`;
}
