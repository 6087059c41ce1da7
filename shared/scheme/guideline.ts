/** A stretch of a guideline's line, strong where it stands between two pairs of stars. */
export interface GuidelineRun {
  text: string;
  isStrong: boolean;
}

/** A paragraph, or the items of a list. */
export type GuidelineBlock =
  | { kind: "paragraph"; lines: GuidelineRun[][] }
  | { kind: "list"; items: GuidelineRun[][] };

/**
 * What a guideline's plain text means: empty lines part paragraphs, a line that begins with "- " or
 * "* " is an item of a list, **two stars** make words strong. Everything else is itself.
 */
export function readGuideline(text: string): GuidelineBlock[] {
  const blocks: GuidelineBlock[] = [];
  let isOpen = false;
  for (const line of text.split("\n")) {
    const item = /^\s*[-*]\s+(.*)$/.exec(line)?.[1];
    const last = isOpen ? blocks.at(-1) : undefined;
    isOpen = line.trim() !== "";
    if (!isOpen) continue;
    if (item !== undefined && last?.kind === "list") last.items.push(runsOf(item));
    else if (item !== undefined) blocks.push({ kind: "list", items: [runsOf(item)] });
    else if (last?.kind === "paragraph") last.lines.push(runsOf(line.trim()));
    else blocks.push({ kind: "paragraph", lines: [runsOf(line.trim())] });
  }
  return blocks;
}

function runsOf(line: string): GuidelineRun[] {
  return line
    .split(/\*\*(.+?)\*\*/)
    .map((text, at) => ({ text, isStrong: at % 2 === 1 }))
    .filter(({ text }) => text !== "");
}
