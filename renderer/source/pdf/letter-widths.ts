import type { WidthOf } from "./boxes.ts";

let measure: WidthOf | null = null;

/** Widths in a common book face: what matters is only how letters compare to each other. */
export function letterWidths(): WidthOf {
  if (measure) return measure;
  const context = document.createElement("canvas").getContext("2d");
  if (context) context.font = "100px serif";
  measure = (words) => context?.measureText(words).width ?? words.length;
  return measure;
}
