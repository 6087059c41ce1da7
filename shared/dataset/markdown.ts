/** Words of a person or a file as plain words of Markdown: nothing in them is taken for markup. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .replace(/^(\s*)([-+=])/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, "$1\\$2");
}

/** A cell of a table: on one line. */
function cell(value: string | number): string {
  return plainMarkdown(String(value))
    .replace(/\s*\n\s*/g, " ")
    .trim();
}

/** A table with its heads; numbers are on the right. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const rule = heads.map((_, at) =>
    rows.length > 0 && rows.every((row) => typeof row[at] === "number") ? "---:" : "---",
  );
  const lines = [heads.map(cell), rule, ...rows.map((row) => row.map(cell))];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}

/** Code with a fence that is longer than any in it. */
export function codeBlock(language: string, code: string): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([fence]) => fence.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}
