import type { RepairKind } from "../extract/extracted.ts";
import type { TextRange } from "../model/annotation.ts";

/** Something that copying or extracting did to a text, and what stood there before. */
export interface Defect extends TextRange {
  /** "order": a stretch stands where it does not belong. */
  kind: RepairKind | "order";
  replacement: string;
  /** One sentence for the person who decides. */
  because: string;
  /** "likely" is to be looked at before it is taken. */
  certainty: "sure" | "likely";
  /** Of "order" only: where the stretch belongs; the replacement stands in its old place. */
  movedTo?: number;
}
