import type { Cell, Column, ColumnType } from "../../../shared/formats/tables/table.ts";

/*
 * The parts of a workbook as ECMA-376 (Office Open XML) has them, as far as tables need them. Texts
 * stand in their cells ("inlineStr") and not in a list of all texts, which would fill memory; they
 * are never formulas, and their cells have the format "@" (text), so that "1-2" and "=1+1" also stay
 * what they are when somebody goes into the cell and presses Enter.
 */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The numbers of the cell formats in `styles`. */
const textFormat = 1;
const headFormat = 2;

/** The small parts of a workbook with sheets of these names, by their paths in the file. */
export function workbookParts(sheets: readonly string[]): [path: string, text: string][] {
  const numbered = (part: (number: number, name: string) => string) =>
    sheets.map((name, at) => part(at + 1, name)).join("");
  return [
    [
      "[Content_Types].xml",
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>${numbered((number) => `<Override PartName="/${sheetPath(number)}" ContentType="${contentType}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      "_rels/.rels",
      `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${numbered((number, name) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${declaration}<Relationships xmlns="${packageRelationships}">${numbered((number) => `<Relationship Id="rId${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ["xl/styles.xml", styles],
  ];
}

export const sheetPath = (number: number) => `xl/worksheets/sheet${number}.xml`;

const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Widths in characters, by type; the last for columns of much text. */
const widths: Record<ColumnType, number> = { text: 24, integer: 12, number: 12, boolean: 10 };
const wide = new Set([
  "text",
  "quote",
  "before",
  "after",
  "quotes",
  "title",
  "from_quote",
  "to_quote",
]);

/** A sheet up to its rows: the first row stays in view, columns have widths and texts their format. */
export function sheetStart(columns: readonly Column[]): string {
  const shown = columns.map(({ name, type }, at) => {
    const width = wide.has(name) ? 48 : widths[type];
    const format = type === "text" ? ` style="${textFormat}"` : "";
    return `<col min="${at + 1}" max="${at + 1}" width="${width}"${format} customWidth="1"/>`;
  });
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${shown.join("")}</cols><sheetData>`;
}

export const sheetEnd = "</sheetData></worksheet>";

/** The first row, in bold. */
export const headXml = (names: readonly string[], letters: readonly string[]): string =>
  rowXml(names, 1, letters, headFormat);

/** A row; cells without a value are left out, so each says its place. `number` counts from 1. */
export function rowXml(
  cells: readonly Cell[],
  number: number,
  letters: readonly string[],
  format = textFormat,
): string {
  const parts = cells.map((cell, at) =>
    cell === null ? "" : cellXml(cell, `${letters[at]}${number}`, format),
  );
  return `<row r="${number}">${parts.join("")}</row>`;
}

function cellXml(cell: string | number | boolean, place: string, format: number): string {
  switch (typeof cell) {
    case "number":
      return `<c r="${place}"><v>${cell}</v></c>`;
    case "boolean":
      return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    case "string":
      return `<c r="${place}" s="${format}" t="inlineStr"><is><t${spaceAttribute(cell)}>${escaped(cell)}</t></is></c>`;
    default:
      return cell satisfies never;
  }
}

const spaceAttribute = (cell: string) =>
  /^\s|\s$|[\n\t]| {2}/.test(cell) ? ' xml:space="preserve"' : "";

/** Needs escaping: marks of XML, characters that XML has none for, and what would be read as their escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for.
const special = /[&<>\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A text for ST_Xstring: a character that XML does not have is _xHHHH_, as Excel writes it. */
function escaped(text: string): string {
  return text.replaceAll(special, (found) => {
    const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return entities[found] ?? `_x${code}_`;
  });
}

/** The letters of a column, counted from 0: A, B … Z, AA … */
export function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}
