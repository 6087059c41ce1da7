import type { SectionKind } from "../model/report.ts";
import type { Block } from "../text/blocks.ts";
import { headingOf } from "../text/headings.ts";
import { endsSentence } from "../text/lines.ts";
import type { Defect } from "./defect.ts";
import type { PastedText } from "./pasted-text.ts";

/**
 * An abstract that broke into a sentence of the introduction, as the title page of two-column
 * reports comes out: the sentence stops, "Background: ..." begins, and after "Conclusion: ..." the
 * sentence goes on with a small letter. It is offered to stand before the introduction's heading.
 */
export function findOrder({ text, lines, blocks }: PastedText): Defect[] {
  return blocks.flatMap((block, index) => {
    const broken = blocks[index - 1];
    const target = blocks[index - 2];
    if (!broken || target?.kind !== "heading" || !opensAbstract(text, block)) return [];
    if (endsSentence(text.slice(broken.start, broken.end))) return [];
    const end = lines.find(
      ({ start }, at) =>
        start > block.start && start > 0 && isOrphan(text, start, lines[at - 1]?.end ?? 0),
    )?.start;
    if (end === undefined || !closesAbstract(text, blocks, block, end)) return [];
    return [moveBefore(text, target, broken, end)];
  });
}

const runInKind = (text: string, { start, end }: Block): SectionKind | null => {
  const line = text.slice(start, Math.min(end, start + 200));
  const found = headingOf({ line, before: "", after: "", lastText: "", nextText: "" });
  return found?.shape === "run-in" ? found.kind : null;
};

const opensAbstract = (text: string, block: Block) =>
  ["introduction", "abstract"].includes(runInKind(text, block) ?? "");

/** A line that begins within a sentence, after a finished one. */
function isOrphan(text: string, start: number, endBefore: number): boolean {
  return (
    /^\p{Ll}{2}/u.test(text.slice(start, start + 4)) &&
    /\p{Ll}{2}\.$/u.test(text.slice(Math.max(0, endBefore - 3), endBefore))
  );
}

/** The last part that begins before the end is the conclusion: the abstract is whole. */
function closesAbstract(text: string, blocks: readonly Block[], first: Block, end: number) {
  const parts = blocks.filter(({ start }) => start >= first.start && start < end);
  const kinds = parts.map((part) => runInKind(text, part));
  return !kinds.includes(null) && kinds.at(-1) === "conclusion";
}

function moveBefore(text: string, target: Block, broken: Block, end: number): Defect {
  const isWordBroken = /[\p{L}\d]-$/u.test(text.slice(Math.max(0, broken.end - 2), broken.end));
  const last = text.slice(broken.start, broken.end).split(/\s/).slice(-2).join(" ");
  const next = text
    .slice(end, end + 40)
    .split(/\s/)
    .slice(0, 2)
    .join(" ");
  return {
    kind: "order",
    start: broken.end,
    end,
    replacement: isWordBroken ? "" : " ",
    because: `The abstract stands between "${last}" and "${next}"; it belongs before "${text.slice(target.start, target.end)}".`,
    certainty: "likely",
    movedTo: text.lastIndexOf("\n", target.start - 1) + 1,
  };
}
