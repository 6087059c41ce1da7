/** What the font Symbol shows for each byte, from 0x20 and from 0xA0; "\uFFFD" where it shows nothing known. */
const symbolLow =
  " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
const symbolHigh =
  "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uFFFD〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

/** Those signs of Wingdings that reports use: boxes, ticks, bullets, arrows. */
const wingdings: Readonly<Record<number, string>> = {
  40: "☎",
  42: "✉",
  74: "☺",
  76: "☹",
  108: "●",
  109: "❍",
  110: "■",
  111: "☐",
  113: "❑",
  116: "⧫",
  117: "◆",
  118: "❖",
  119: "⬥",
  159: "•",
  161: "○",
  167: "▪",
  168: "◻",
  216: "➢",
  223: "←",
  224: "→",
  225: "↑",
  226: "↓",
  232: "➔",
  240: "⇨",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};

/** Whether a font shows other signs than its characters say. */
export function isSymbolFont(font: string): boolean {
  return /^(symbol|wingdings)$/i.test(font);
}

/**
 * The character that a symbol font shows for a code, which may lie in the private use area; null
 * where the font or the code is not known.
 */
export function symbolCharacter(font: string, code: number): string | null {
  const byte = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^wingdings$/i.test(font)) return byte === 0x20 ? " " : (wingdings[byte] ?? null);
  if (!/^symbol$/i.test(font)) return null;
  const shown = byte < 0x7f ? symbolLow[byte - 0x20] : symbolHigh[byte - 0xa0];
  return shown === undefined || shown === "\uFFFD" ? null : shown;
}
