import { CircleAlert, CircleCheck, CircleMinus, CircleSlash, CircleX, Copy } from "lucide-react";
import type { GridColumn } from "../look/virtual-grid-line.tsx";
import { type ImportRow, sentencesOf } from "./import-rows.ts";

const figure = (value: number) => (value > 0 ? value.toLocaleString() : "");

/** What the import says of a file; `leftOut` are the reports that the person does not want. */
export function importColumns(leftOut: ReadonlySet<string>): GridColumn<ImportRow>[] {
  return [
    {
      title: "File",
      least: 140,
      most: "2fr",
      cell: ({ file }) => <span title={file}>{file}</span>,
    },
    {
      title: "State",
      least: 144,
      most: "1.2fr",
      cell: (row) => <State row={row} isLeftOut={leftOut.has(row.id)} />,
    },
    { title: "Kind", least: 68, cell: ({ kind }) => <span className="soft">{nameOf(kind)}</span> },
    {
      title: "Title",
      least: 140,
      most: "3fr",
      cell: ({ title }) => <span title={title}>{title}</span>,
    },
    {
      title: "Case",
      least: 76,
      most: "1fr",
      cell: (row) => <span className="soft">{row.case}</span>,
    },
    {
      title: "Length",
      least: 72,
      isNumeric: true,
      cell: ({ characters }) => <span className="faint">{figure(characters)}</span>,
    },
    { title: "Spans", least: 60, isNumeric: true, cell: ({ spans }) => figure(spans) },
    { title: "Repairs", least: 66, isNumeric: true, cell: ({ repairs }) => figure(repairs) },
    { title: "Left out", least: 68, isNumeric: true, cell: (row) => figure(row.leftOut) },
    { title: "Warnings", least: 44, hideTitle: true, cell: (row) => <Warned row={row} /> },
  ];
}

const names: Readonly<Record<string, string>> = {
  text: "Text",
  pdf: "PDF",
  docx: "Word",
  jats: "JATS",
  html: "HTML",
  rtf: "RTF",
  odt: "ODT",
  markdown: "Markdown",
  "casemark-jsonl": "JSON lines",
};

/** A kind of file as people call it. */
export const nameOf = (kind: ImportRow["kind"]): string => (kind ? (names[kind] ?? kind) : "");

const states = {
  read: { icon: CircleCheck, word: "Read" },
  same: { icon: Copy, word: "Same as " },
  failed: { icon: CircleX, word: "Could not be read" },
  "no-report": { icon: CircleSlash, word: "No report" },
} as const;

function State({ row, isLeftOut }: { row: ImportRow; isLeftOut: boolean }) {
  const { icon: Icon, word } = isLeftOut
    ? { icon: CircleMinus, word: "Left out" }
    : states[row.state];
  const words = row.state === "same" && !isLeftOut ? word + row.sameAs : word;
  return (
    <span className={`import-state ${isLeftOut ? "left-out" : row.state}`} title={words}>
      <Icon aria-hidden />
      <span className="truncate">{words}</span>
    </span>
  );
}

function Warned({ row }: { row: ImportRow }) {
  if (row.warnings.length === 0) return null;
  const text = row.warnings.length === 1 ? "One warning" : `${row.warnings.length} warnings`;
  return (
    <span className="import-warned" title={sentencesOf(row).join("\n")}>
      <CircleAlert aria-label={text} />
    </span>
  );
}
