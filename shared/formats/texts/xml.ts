/** Text as it stands between tags; what XML 1.0 has no way to write becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>\r]|[^\t\n\r\x20-\uFFFD\u{10000}-\u{10FFFF}]/gu, escaped);
}

/** Text as the value of an attribute in double quotes, with its line ends and tabs. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]|[^\x20-\uFFFD\u{10000}-\u{10FFFF}]/gu, escaped);
}

/** Whether XML 1.0 can hold the text. */
export function isXmlText(text: string): boolean {
  return !/[^\t\n\r\x20-\uFFFD\u{10000}-\u{10FFFF}]|[\uFFFE\uFFFF]/u.test(text);
}

const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(character: string): string {
  const name = named[character];
  if (name !== undefined) return name;
  return character === "\t" || character === "\n" || character === "\r"
    ? `&#${character.charCodeAt(0)};`
    : "\uFFFD";
}
