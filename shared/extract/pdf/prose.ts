/** Whether a text reads as sentences, and not as names, addresses or labels. */
export function isProse(text: string): boolean {
  const words = text.split(/\s+/);
  const small = words.filter((word) => /^\p{Ll}{2,}/u.test(word)).length;
  return words.length >= 12 && small >= words.length * 0.5;
}
