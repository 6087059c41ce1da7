import { spelledText } from "./characters.ts";
import type { Line } from "./lines.ts";

/** Signs that text seldom has, and that a font without a right map to letters gives instead of them. */
const odd = /[\p{Cc}\p{Co}\ufffd\u00a1-\u00af\u00b2-\u00b4\u00b6-\u00de\u0180-\u02ff]/gu;

/** Whether a line is signs without sense: its font has no right map from glyphs to letters. */
export function isUnreadable({ text, recognition }: Line): boolean {
  if (recognition) return false;
  const signs = spelledText(text).replace(/\s/g, "");
  const count = signs.match(odd)?.length ?? 0;
  return count >= 2 && count > signs.length * 0.35;
}

/** Whether recognition made a line of what is hardly text: a picture's edge, a stain, a stamp. */
export function isGuesswork({ text, recognition }: Line): boolean {
  if (!recognition) return false;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters === 0 || recognition.mean < 40 || (letters < 4 && recognition.mean < 60);
}
