/** A PDF of A4 pages with these lines on them, from its first byte to its last; no font is inside. */
export function makePdf(pages: readonly (readonly string[])[]): Buffer {
  const numbers = pages.map((_, index) => 4 + index * 2);
  const kids = numbers.map((number) => `${number} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 595 842] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      streamOf(lines),
    ]),
  ];
  return Buffer.from(fileOf(objects), "latin1");
}

/** In points: where the first line stands, and how far it is from one to the next. */
export const [firstLine, betweenLines] = [72, 16];

function streamOf(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`);
  const drawing = `BT /F1 12 Tf ${betweenLines} TL 72 ${842 - firstLine} Td ${shown.join(" ")} ET`;
  return `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`;
}

function fileOf(objects: readonly string[]): string {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>`;
  return `${file}${table}${trailer}\nstartxref\n${file.length}\n%%EOF\n`;
}
