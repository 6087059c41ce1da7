import {
  CircleCheck,
  CircleMinus,
  CircleSlash,
  CircleX,
  Copy,
  Layers2,
  ScanText,
} from "lucide-react";
import { type DocumentKind, isDocumentKind } from "../../shared/extract/extracted.ts";
import { titleOfFormat } from "../../shared/formats/format-ids.ts";
import type { Joins } from "../../shared/staged.ts";
import type { GridColumn } from "../look/virtual-grid-line.tsx";
import { WarningMark } from "../look/warning-mark.tsx";
import { inNumber, pageLanguage, sentence, t } from "../messages.ts";
import type { ImportRow } from "./import-rows.ts";

const figure = (value: number) => (value > 0 ? inNumber(value) : "");

// English has the shortest titles.
const roomy = (least: number) => (pageLanguage === "en" ? least : Math.round(1.35 * least));

/** What the import says of a file. */
export const importColumns: GridColumn<ImportRow>[] = [
  {
    title: t("File"),
    least: 140,
    most: "2fr",
    cell: ({ file }) => <FileName file={file} />,
  },
  {
    title: t("State"),
    least: 144,
    most: "1.2fr",
    cell: (row) => <State row={row} />,
  },
  { title: t("Kind"), least: 68, cell: ({ kind }) => <span className="soft">{nameOf(kind)}</span> },
  {
    title: t("Title"),
    least: 140,
    most: "3fr",
    cell: ({ title }) => <span title={title}>{title}</span>,
  },
  {
    title: t("Case"),
    least: 76,
    most: "1fr",
    cell: (row) => <span className="soft">{row.case}</span>,
  },
  {
    title: t("Length"),
    least: 72,
    isNumeric: true,
    cell: ({ characters }) => <span className="faint">{figure(characters)}</span>,
  },
  { title: t("Spans"), least: roomy(60), isNumeric: true, cell: ({ spans }) => figure(spans) },
  { title: t("Repairs"), least: roomy(66), isNumeric: true, cell: repairsOf },
  { title: t("Left out"), least: roomy(68), isNumeric: true, cell: (row) => figure(row.leftOut) },
  { title: t("Problems"), least: 44, hideTitle: true, cell: (row) => <Warned row={row} /> },
];

const names: Readonly<Record<DocumentKind, string>> = {
  text: t("Text"),
  pdf: "PDF",
  docx: "Word",
  jats: "JATS",
  html: "HTML",
  rtf: "RTF",
  odt: "ODT",
  markdown: "Markdown",
};

/** A kind of file as people call it. */
export const nameOf = (kind: ImportRow["kind"]): string => {
  if (kind === null) return "";
  return isDocumentKind(kind) ? names[kind] : titleOfFormat(kind);
};

/** Where there is little room, the folder gives way: it is the name that tells files apart. */
function FileName({ file }: { file: string }) {
  const at = file.lastIndexOf("/") + 1;
  return (
    <span className="import-file" title={file}>
      {at > 0 && <span className="truncate faint">{file.slice(0, at)}</span>}
      <span className="truncate">{file.slice(at)}</span>
    </span>
  );
}

/** How many are taken; of how many, where some only are offered. */
function repairsOf({ repairs, offered }: ImportRow): string {
  return offered === 0
    ? figure(repairs)
    : t("{count, number} of {total, number}", { count: repairs, total: repairs + offered });
}

const states = {
  read: { icon: CircleCheck, word: t("Read") },
  joins: { icon: Layers2, word: null },
  same: { icon: Copy, word: null },
  "left-out": { icon: CircleMinus, word: t("Left out") },
  scan: { icon: ScanText, word: t("Needs OCR") },
  failed: { icon: CircleX, word: t("Could not be read") },
  "no-report": { icon: CircleSlash, word: t("No report") },
} as const;

function State({ row }: { row: ImportRow }) {
  const { icon: Icon, word } = states[row.state];
  const words = word ?? (row.joins ? joinsInWords(row.joins) : sameInWords(row));
  return (
    <span className={`import-state ${row.state}`} title={words}>
      <Icon aria-hidden />
      <span className="truncate">{words}</span>
    </span>
  );
}

const joinsInWords = ({ annotators }: Joins) =>
  t("Layer of {names}", { names: annotators.join(", ") });
const sameInWords = ({ sameAs }: ImportRow) => t("Same as {name}", { name: sameAs ?? "" });

function Warned({ row }: { row: ImportRow }) {
  if (row.warnings.length === 0) return null;
  const text = t("{count, plural, one {One problem} other {# problems}}", {
    count: row.warnings.length,
  });
  return <WarningMark label={text} more={row.warnings.map(sentence).join("\n")} />;
}
