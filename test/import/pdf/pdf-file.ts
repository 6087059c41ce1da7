/** A PDF of one page a content stream, with Helvetica as F1; extra objects follow by their numbers. */
export function pdfOf(contents: readonly string[], catalog = ""): Uint8Array {
  const kids = contents.map((_, at) => `${4 + at * 2} 0 R`).join(" ");
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("");
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer << /Root 1 0 R >>\n%%EOF\n`);
}

/** Draws lines of text below each other from a point that is counted from the lower left corner. */
export function text(lines: readonly string[], x = 50, y = 700): string {
  const shown = lines.map((line) => `(${line}) Tj 0 -12 Td`).join(" ");
  return `BT /F1 10 Tf ${x} ${y} Td ${shown} ET`;
}
