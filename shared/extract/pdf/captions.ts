import type { Line } from "./lines.ts";
import type { BodyType } from "./style.ts";

const before = "(?:(?:online|supplementary|supplemental|additional|extended data) )?";
/** Letterspaced capitals ("T A B L E 1") count as the word. */
const figure = "(?:f\\s?i\\s?g(?:\\s?u\\s?r\\s?e)?s?|scheme|plate|chart|video|box)";
const table = "t\\s?a\\s?b\\s?l\\s?e";
const number = "\\.?\\s*[a-z]?\\d{1,3}";

const figureStart = new RegExp(`^${before}${figure}${number}`, "iu");
const tableStart = new RegExp(`^${before}${table}${number}`, "iu");

/** Whether a line begins a caption: by its first words, and set in other type than the text. */
export function isCaptionLine(line: Line, body: BodyType, of?: "figure" | "table"): boolean {
  const isFigure = of !== "table" && figureStart.test(line.text);
  const isTable = of !== "figure" && tableStart.test(line.text);
  return (isFigure || isTable) && (line.boldHead > 0 || !isBodyType(line, body));
}

/** Set in the type that most of the text is set in. */
export function isBodyType({ size, face }: Line, body: BodyType): boolean {
  return face === body.face && Math.abs(size - body.size) < body.size * 0.04;
}
