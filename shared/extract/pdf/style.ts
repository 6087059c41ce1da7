import type { Line } from "./lines.ts";

/** The type that most of a document is set in. */
export interface BodyType {
  size: number;
  face: string;
  bold: boolean;
}

/** The size and face of most letters. */
export function bodyTypeOf(lines: readonly Line[]): BodyType {
  const size = Number(mostLetters(lines, (line) => (Math.round(line.size * 4) / 4).toString()));
  const ofSize = lines.filter((line) => Math.abs(line.size - size) < 0.3);
  const face = mostLetters(ofSize, (line) => line.face);
  const bold = mostLetters(ofSize, (line) => String(line.bold)) === "true";
  return { size: size || 10, face, bold };
}

function mostLetters(lines: readonly Line[], key: (line: Line) => string): string {
  const letters = new Map<string, number>();
  for (const line of lines)
    letters.set(key(line), (letters.get(key(line)) ?? 0) + line.text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}
