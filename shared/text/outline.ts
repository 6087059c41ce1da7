import type { SectionKind } from "../model/report.ts";
import type { Heading } from "./headings.ts";

/** The headings that are open at a place, so that one without a known word can belong to another. */
export class Outline {
  #open: { level: number; kind: SectionKind }[] = [];

  /** The kind of the innermost section. */
  kind(): SectionKind {
    return this.#open.at(-1)?.kind ?? "other";
  }

  /** The kind of a new section; null where its heading is none after all. */
  enter({ kind, level, shape }: Heading): SectionKind | null {
    if (kind === "caption") return kind;
    if (kind === null && this.#holdsItems(shape)) return null;
    // Only numbers and marks say that a heading with a kind of its own is below another.
    const standsForItself = kind !== null && shape !== "marked";
    this.#open = standsForItself ? [] : this.#open.filter((section) => section.level < level);
    const entered = kind ?? this.kind();
    this.#open.push({ level, kind: entered });
    return entered;
  }

  /** Lines in references, and specimens ("LEFT BREAST, LUMPECTOMY") in diagnoses, only look like headings. */
  #holdsItems(shape: Heading["shape"]): boolean {
    const kind = this.kind();
    const isItem = shape === "capitals" || shape === "run-in";
    return kind === "references" || (kind === "diagnosis" && isItem);
  }
}
