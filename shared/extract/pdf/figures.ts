import { isBodyType, isCaptionLine } from "./captions.ts";
import { isProse } from "./prose.ts";
import { overlapInX, type Stack } from "./stacks.ts";
import type { BodyType } from "./style.ts";

/**
 * The stacks that are lettering within a figure: short, not in the type of the text, above a figure's
 * caption with no text between.
 */
export function findLettering(stacks: readonly Stack[], body: BodyType): Set<Stack> {
  const captions = stacks.filter(({ lines }) =>
    lines.some((line) => isCaptionLine(line, body, "figure")),
  );
  const solid = stacks.filter((stack) => !isShort(stack, body));
  return new Set(
    stacks.filter((stack) => {
      if (!isShort(stack, body) || captions.includes(stack)) return false;
      return captions.some((caption) => isAbove(stack, caption, solid));
    }),
  );
}

function isShort({ lines }: Stack, body: BodyType): boolean {
  const text = lines.map((line) => line.text).join(" ");
  if (lines.some((line) => isBodyType(line, body) || isCaptionLine(line, body))) return false;
  return !isProse(text);
}

function isAbove(stack: Stack, caption: Stack, solid: readonly Stack[]): boolean {
  if (stack.top > caption.top || !overlapInX(stack, widened(caption))) return false;
  return !solid.some(
    (one) =>
      one !== caption && one.top > stack.top && one.top < caption.top && overlapInX(one, stack),
  );
}

/** A figure is often wider than what is said of it. */
const widened = ({ left, right }: Stack) => ({
  left: left - 60,
  right: Math.max(right, left + 240),
});
