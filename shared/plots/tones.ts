/** What a mark is filled with, and what its words are written with: hexadecimal, by day and by night. */
export interface Tone {
  light: TonePair;
  dark: TonePair;
}
interface TonePair {
  fill: string;
  text: string;
}

const ink = "#14202b";
const chalk = "#ffffff";
const pair = (fill: string, text: string): TonePair => ({ fill, text });
const both = (fill: string, text: string): Tone => ({
  light: pair(fill, text),
  dark: pair(fill, text),
});

/** The more, the further from the paper; one hue, so that no eye mixes two of them up. */
const heat = {
  "heat-1": { light: pair("#e3eef9", ink), dark: pair("#22303e", chalk) },
  "heat-2": { light: pair("#c6dcf1", ink), dark: pair("#24425f", chalk) },
  "heat-3": { light: pair("#9cc4e6", ink), dark: pair("#2c5880", chalk) },
  "heat-4": { light: pair("#74acd9", ink), dark: pair("#366f9f", chalk) },
  "heat-5": { light: pair("#2c73b0", chalk), dark: pair("#7db4e2", ink) },
  "heat-6": { light: pair("#0f4c86", chalk), dark: pair("#bfdff7", ink) },
} satisfies Record<string, Tone>;

/** Colours that stay apart for colour-blind eyes, after Okabe and Ito (2008), Color Universal Design. */
const parts = {
  "part-1": both("#0072b2", chalk),
  "part-2": both("#e69f00", ink),
  "part-3": both("#b58900", ink),
  "part-4": both("#bf4a00", chalk),
  "part-5": both("#56b4e9", ink),
  "part-6": both("#7a5c9e", chalk),
  "part-7": both("#009e73", ink),
  "part-8": both("#8c8c8c", ink),
  "part-9": both("#cc79a7", ink),
} satisfies Record<string, Tone>;

/** Every colour that a plot of differences has, by its name. */
export const tones = {
  ...heat,
  ...parts,
  /** Where annotators say the same. */
  same: { light: pair("#ece7dd", "#23201c"), dark: pair("#35322d", "#f0ece4") },
} satisfies Record<string, Tone>;

export type ToneName = keyof typeof tones;

export const heatTones = Object.keys(heat) as (keyof typeof heat)[];
export const partTones = Object.keys(parts) as (keyof typeof parts)[];

/** How warm a count is among others; their square roots are compared, so that few are told from none. */
export function heatOf(count: number, most: number): ToneName {
  const share = most > 0 ? Math.sqrt(count / most) : 0;
  const at = Math.min(heatTones.length - 1, Math.ceil(share * heatTones.length) - 1);
  return heatTones[Math.max(0, at)] ?? "heat-1";
}

/** The rules of a file, or of a page that is printed. */
export function toneRules(scheme: "light" | "dark"): string {
  return Object.entries(tones)
    .map(
      ([name, { [scheme]: tone }]) => `.${name}{fill:${tone.fill}}.on-${name}{fill:${tone.text}}`,
    )
    .join("");
}
