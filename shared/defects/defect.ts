import type { RepairKind } from "../extract/extracted.ts";
import type { TextRange } from "../model/annotation.ts";

/** A stretch of a text that looks wrong, and what is to stand there instead. */
export interface Repair extends TextRange {
  replacement: string;
  /** One sentence for the person who decides. */
  because: string;
  /** "likely" is to be looked at before it is taken. */
  certainty: "sure" | "likely";
  /** Of a stretch that stands where it does not belong: where it does; the replacement stands in its old place. */
  movedTo?: number;
}

/** Something that copying or extracting did to a text, and what stood there before. */
export interface Defect extends Repair {
  /** "order": a stretch stands where it does not belong. */
  kind: RepairKind | "order";
}
