const raised: Readonly<Record<string, string>> = {
  ...{ "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴" },
  ...{ "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹" },
  ...{ "-": "⁻", "−": "⁻", "–": "⁻", "+": "⁺" },
};

/**
 * A number that stands above the line behind another, in raised digits: 10³ would otherwise read 103.
 * Null for anything else that is raised, which reads as well when it is not.
 */
export function raisedNumber(before: string, text: string): string | null {
  if (!/\d$/.test(before) || !/^[-−–+]?\d{1,4}$/.test(text)) return null;
  return Array.from(text, (sign) => raised[sign] ?? sign).join("");
}
