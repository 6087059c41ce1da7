import type { TextRange } from "../model/annotation.ts";
import type { Section, SectionKind } from "../model/report.ts";
import { headingOf, headingPrefix } from "../text/headings.ts";
import { kindOfHeading } from "../text/section-words.ts";
import { trimRange } from "../text/words.ts";
import type { ExtractedBlock } from "./extracted.ts";

/** A block as it stands in the composed text. */
export interface PlacedBlock extends TextRange {
  block: ExtractedBlock;
}

interface Start {
  at: number;
  kind: SectionKind;
  title: string;
}

/**
 * The sections that blocks say by themselves: a title, headings with their levels, captions,
 * references, and whatever the file declares. As in `findSections`, they are in order and without
 * overlap, hold everything but white space, and a stretch that goes on after a caption has no title.
 */
export function sectionsOfBlocks(text: string, blocks: readonly PlacedBlock[]): Section[] {
  const outline = new Outline();
  const starts: Start[] = [];
  for (const { block, start, end } of blocks) {
    const opened = outline.open(block, text.slice(start, end));
    if (opened) starts.push({ at: start, ...opened });
  }
  return starts.map(({ at, kind, title }, index) => {
    const range = trimRange(text, { start: at, end: starts[index + 1]?.at ?? text.length });
    return { ...range, kind, title };
  });
}

type Opened = Omit<Start, "at">;

/** The headings that are open, from the highest to the lowest, and the section that a block adds to. */
class Outline {
  #headings: { level: number; kind: SectionKind }[] = [];
  #current: SectionKind | null = null;
  /** What the file declares the block before to be in. */
  #declared: SectionKind | null = null;

  /** The section that begins with a block; null where the block goes on with the one before it. */
  open(block: PlacedBlock["block"], text: string): Opened | null {
    const declaredBefore = this.#declared;
    const stands = standingHeading(block, text);
    this.#declared = stands ? null : block.section;
    if (stands) return this.#begin({ ...stands, kind: this.#enter(stands) });
    const isUndeclared = block.kind === "paragraph" && block.section === null;
    if (declaredBefore !== null && isUndeclared) this.#headings = [];
    const kind = this.#kindOf(block);
    return kind === this.#current ? null : this.#begin({ kind, title: "" });
  }

  #begin({ kind, title }: Opened): Opened {
    this.#current = kind;
    return { kind, title };
  }

  /** Captions and the title hold only themselves; a heading holds what comes until one of its level. */
  #enter({ kind, level }: Standing): SectionKind {
    if (kind === "caption" || kind === "title") return kind;
    this.#headings = this.#headings.filter((heading) => heading.level < level);
    const entered = kind ?? this.#headings.at(-1)?.kind ?? "other";
    this.#headings.push({ level, kind: entered });
    return entered;
  }

  #kindOf({ kind, section }: PlacedBlock["block"]): SectionKind {
    if (kind === "reference") return "references";
    const isOfFigure = this.#current === "caption" && (kind === "table" || kind === "footnote");
    if (isOfFigure) return "caption";
    if (kind === "footnote" && this.#current === "references") return "other";
    const inherited = this.#headings.at(-1)?.kind ?? "other";
    // Declared of each paragraph or of none: a subsection's own heading says more than that.
    return this.#headings.length > 0 && this.#isBelow(section) ? inherited : (section ?? inherited);
  }

  #isBelow(section: SectionKind | null): boolean {
    return this.#headings.some(({ kind }) => kind === section);
  }
}

interface Standing {
  title: string;
  kind: SectionKind | null;
  level: number;
}

const captionLabel =
  /^(?:supplementary |supplemental |extended data )?(?:figure|fig\.?|table|image|video|plate|scheme|box)\s*s?\d{1,3}[a-z]?(?![\p{L}\d])/iu;

/** What a block is the heading of; null for text that only goes on. */
function standingHeading(
  { kind, level, section }: PlacedBlock["block"],
  text: string,
): Standing | null {
  const words = text.replace(/\s+/g, " ").trim();
  if (kind === "title") return { title: words, kind: "title", level: 0 };
  if (kind === "caption")
    return { title: captionLabel.exec(words)?.[0] ?? "", kind: "caption", level: 0 };
  if (kind === "heading") {
    const title = words.slice(headingPrefix(words).length);
    return { title, kind: section ?? kindOfHeading(title), level: level ?? 1 };
  }
  return kind === "paragraph" ? runInHeading(words) : null;
}

/** `Background: ...` heads a part of an abstract, below every heading that stands alone. */
function runInHeading(line: string): Standing | null {
  const found = headingOf({ line, before: "", after: "", lastText: "", nextText: "" });
  return found?.shape === "run-in" ? { title: found.title, kind: found.kind, level: 7 } : null;
}
