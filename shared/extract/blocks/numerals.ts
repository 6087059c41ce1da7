const romans: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** A number in small Roman numerals; in Arabic ones from 4000 on and below 1. */
export function roman(number: number): string {
  if (number < 1 || number >= 4000) return String(number);
  let left = number;
  let written = "";
  for (const [value, letters] of romans)
    while (left >= value) {
      written += letters;
      left -= value;
    }
  return written;
}

/** 1 is a, 26 is z, 27 is aa, 28 is bb, as word processors count; Arabic below 1 and past 26 turns. */
export function letters(number: number): string {
  if (number < 1 || number > 676) return String(number);
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}

/** The ways to write a list's number, by what DOCX, ODF, RTF, HTML and JATS call them. */
export type NumeralStyle = "decimal" | "padded" | "letters" | "LETTERS" | "roman" | "ROMAN";

/** A list's number in one of the styles. */
export function numeral(number: number, style: NumeralStyle): string {
  switch (style) {
    case "decimal":
      return String(number);
    case "padded":
      return String(number).padStart(2, "0");
    case "letters":
      return letters(number);
    case "LETTERS":
      return letters(number).toUpperCase();
    case "roman":
      return roman(number);
    case "ROMAN":
      return roman(number).toUpperCase();
    default:
      return style satisfies never;
  }
}
