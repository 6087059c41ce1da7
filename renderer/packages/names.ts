/** Names as they are typed, between commas or one a line; each once. */
export function namesIn(text: string): string[] {
  const names = text.split(/[,;\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ""))];
}

/** The text with one name more behind the others. */
export function withName(text: string, name: string): string {
  return [...namesIn(text), name].join(", ");
}
