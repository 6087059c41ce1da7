import { fromMarkdown } from "mdast-util-from-markdown";
import { block, numbered, textBlock } from "../blocks/make.ts";
import { Tally } from "../blocks/warnings.ts";
import { type Extracted, type ExtractedBlock, textOfBlock } from "../extracted.ts";
import { badFile, type Source } from "../source.ts";
import { encodingByMark } from "../xml/decode.ts";
import { markdownBlocks } from "./blocks.ts";
import { isTooHard } from "./limits.ts";

const notes: Record<string, [string, string]> = {
  pictures: ["1 picture was left out.", "# pictures were left out."],
  html: [
    "1 piece of HTML was read as its text, without its tags.",
    "# pieces of HTML were read as their text, without their tags.",
  ],
};

/**
 * The text of a Markdown file as it is shown: without marks of emphasis, links or headings.
 * @throws AppError "bad-file" where it is too long or too deep.
 */
export function readMarkdown(source: Source): Extracted {
  const { text, warnings } = decoded(source);
  if (isTooHard(text))
    throw badFile(
      source,
      "is longer or deeper than any report, or has too many marks in one paragraph; save a part of it and import that.",
    );
  const { title, front, body } = frontMatter(text);
  const tally = new Tally();
  const content = markdownBlocks(source, body, fromMarkdown(body).children, tally);
  const blocks = withTitle(content);
  const titleBlock = blocks.find(({ kind }) => kind === "title");
  return {
    kind: "markdown",
    title: (titleBlock && textOfBlock(titleBlock)) ?? title,
    blocks: numbered([textBlock("left-out", front), ...blocks]),
    metadata: {},
    warnings,
    notes: tally.sentences(notes),
  };
}

function decoded(source: Source): { text: string; warnings: string[] } {
  const byMark = encodingByMark(source.bytes);
  const text = source.decode(source.bytes, byMark ?? "utf-8") ?? "";
  const isGuess = byMark === null && text.includes("\uFFFD");
  const taken = isGuess ? (source.decode(source.bytes, "windows-1252") ?? text) : text;
  return {
    text: taken.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"),
    warnings: isGuess ? ["The file is not UTF-8; it was read as windows-1252."] : [],
  };
}

/** The YAML that some programs write before the text; it is not shown there either. */
function frontMatter(text: string): { title: string | null; front: string; body: string } {
  const found = /^---\n([\s\S]*?)\n(?:---|\.\.\.)\n/.exec(text);
  const front = found?.[1] ?? "";
  const title = /^title:\s*["']?(.+?)["']?\s*$/m.exec(front)?.[1] ?? null;
  const body = text.slice(found?.[0].length ?? 0);
  // To the parser a footnote would be the address of a link, and not shown.
  return { title, front, body: body.replace(/^( {0,3})\[\^/gm, "$1\\[^") };
}

/** The only heading of the first level is the title. */
function withTitle(blocks: readonly ExtractedBlock[]): ExtractedBlock[] {
  const first = blocks.filter(({ kind, level }) => kind === "heading" && level === 1);
  return blocks.map((one) =>
    first.length === 1 && one === first[0] ? block("title", one.pieces, { section: "title" }) : one,
  );
}
