import { escapeXml } from "../formats/texts/xml.ts";

/*
 * What every plot of ours is drawn with. They are made by ourselves so that the same numbers give the same
 * bytes; they have no script and no outside font, and follow the reader's light or dark scheme.
 */

/** What a plot's file begins and ends with. */
export interface Sheet {
  width: number;
  height: number;
  title: string;
  /** What it shows in words, for those who do not see it. */
  description: string;
  /** Rules besides those of text, for light and for dark. */
  light: string;
  dark: string;
}

/** A whole SVG file; its title stands in its corner. */
export function sheetOf(sheet: Sheet, shapes: readonly string[]): string {
  const { width, height, title, description, light, dark } = sheet;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="13">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(description)}</desc>`,
    `<style>svg{color:#1a1a1a;background:#fff}text{fill:currentColor}${light}@media(prefers-color-scheme:dark){svg{color:#eee;background:#16181c}${dark}}</style>`,
    textAt(16, 20, title, "start", ' font-weight="600"'),
    ...shapes,
    "</svg>",
    "",
  ].join("\n");
}

/** @param more attributes as they stand in the file. */
export function textAt(x: number, y: number, text: string, anchor = "start", more = ""): string {
  return `<text x="${inPlot(x)}" y="${inPlot(y)}" text-anchor="${anchor}"${more}>${escapeXml(text)}</text>`;
}

/** Two decimals at most, so that no machine's last digit shows. */
export function inPlot(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** Cut where there is no room for more; the whole name is said elsewhere. */
export function shortened(label: string, most = 26): string {
  const characters = [...label];
  return characters.length <= most ? label : `${characters.slice(0, most - 1).join("")}…`;
}
