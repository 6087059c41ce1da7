/** Letters that fonts draw as one sign, and their spelling. */
const spellings: Readonly<Record<string, string>> = {
  "\ufb00": "ff",
  "\ufb01": "fi",
  "\ufb02": "fl",
  "\ufb03": "ffi",
  "\ufb04": "ffl",
  "\ufb05": "st",
  "\ufb06": "st",
};

export interface Spelled {
  text: string;
  /** What the file has there; the same where nothing was written out. */
  original: string;
}

/** A text in stretches, ligatures written out. */
export function spellLigatures(text: string): Spelled[] {
  return text
    .split(/([\ufb00-\ufb06])/)
    .filter((part) => part !== "")
    .map((original) => ({ text: spellings[original] ?? original, original }));
}

/** A text with its ligatures written out. */
export function withoutLigatures(text: string): string {
  return text.replace(/[\ufb00-\ufb06]/g, (sign) => spellings[sign] ?? sign);
}
