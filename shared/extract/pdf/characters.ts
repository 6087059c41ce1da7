import { ligatures } from "../../text/ligatures.ts";
import type { RepairKind } from "../extracted.ts";

/** What symbol fonts draw for their private codes (Adobe Symbol; the squares are Wingdings'). */
const symbols: Readonly<Record<string, string>> = {
  "\uf061": "α",
  "\uf062": "β",
  "\uf063": "χ",
  "\uf064": "δ",
  "\uf065": "ε",
  "\uf067": "γ",
  "\uf06b": "κ",
  "\uf06c": "λ",
  "\uf06d": "μ",
  "\uf070": "π",
  "\uf073": "σ",
  "\uf0a3": "≤",
  "\uf0a7": "▪",
  "\uf0b0": "°",
  "\uf0b1": "±",
  "\uf0b3": "≥",
  "\uf0b4": "×",
  "\uf0b7": "•",
  "\uf0bb": "≈",
};

/** Control and private codes that no table explains: what the reader would see is not known. */
const unknown = /^[\p{Cc}\p{Co}]$/u;
const special = /([\ufb00-\ufb06\p{Cc}\p{Co}])/u;

interface Spelled {
  text: string;
  /** What the file has there. */
  original: string;
  /** Null where nothing was written out. */
  repair: RepairKind | null;
}

/** A text in stretches, ligatures and symbol fonts' private codes written out. */
export function spelled(text: string): Spelled[] {
  return text
    .split(special)
    .filter((part) => part !== "")
    .map((original) => spell(original));
}

/** The same, as one text. */
export function spelledText(text: string): string {
  return spelled(text)
    .map((part) => part.text)
    .join("");
}

function spell(original: string): Spelled {
  const [ligature, symbol] = [ligatures[original], symbols[original]];
  if (ligature !== undefined) return { text: ligature, original, repair: "ligature" };
  if (symbol !== undefined) return { text: symbol, original, repair: "characters" };
  if (unknown.test(original)) return { text: "\ufffd", original, repair: "characters" };
  return { text: original, original, repair: null };
}
