import { hasContent } from "../blocks/pieces.ts";
import { type Action, aside, comment, note, textBox } from "./asides.ts";
import { codePageOfCharset } from "./charsets.ts";
import { endCell, endParagraph, endRow } from "./flow.ts";
import { formatOf, numberingOfTables } from "./lists.ts";
import { addCharacter, addText, type Reading } from "./reading.ts";

const isOn = (value: number | null) => value !== 0;
const write =
  (text: string): Action =>
  (reading) =>
    addText(reading, text);
const paragraphEnd: Action = (reading) => {
  const { group, kindOf } = reading;
  if (group.destination === "text") {
    addListMark(reading);
    endParagraph(group.flow, group.inTable, kindOf(group));
  } else if (group.destination === "comment") addText(reading, " ");
};

const notRaised: Action = ({ group }) => {
  group.raised = false;
};

/** Nearly every program writes the mark into the text for older ones; where it does not, it is counted. */
function addListMark(reading: Reading): void {
  const { flow, list, listLevel } = reading.group;
  if (list === 0 || flow.mark !== "" || !hasContent(flow.pieces)) return;
  reading.numbering ??= numberingOfTables(reading.lists);
  flow.mark = reading.numbering.next(String(list), listLevel) ?? "";
}

const codePage =
  (page: number): Action =>
  (reading) => {
    reading.codePage = page;
  };

/** What is written twice, for older programs and again in Unicode, counts as it is written last. */
const anew: Action = ({ group, words }) => {
  words.delete(group.destination);
};

const levelFormat: Action = ({ lists }, value) => {
  const level = lists.open.at(-1);
  if (level) level.format = formatOf(value ?? 0);
};

/** What each control word does; those that are not here say how text looks, which is not kept. */
export const actions: Readonly<Record<string, Action>> = {
  par: paragraphEnd,
  sect: paragraphEnd,
  page: paragraphEnd,
  nestcell: paragraphEnd,
  nestrow: paragraphEnd,
  line: write("\n"),
  lbr: write("\n"),
  tab: write("\t"),
  emdash: write("—"),
  endash: write("–"),
  lquote: write("‘"),
  rquote: write("’"),
  ldblquote: write("“"),
  rdblquote: write("”"),
  bullet: write("•"),
  emspace: write("\u2003"),
  enspace: write("\u2002"),
  qmspace: write("\u2005"),
  zwj: write("\u200D"),
  zwnj: write("\u200C"),
  ltrmark: write("\u200E"),
  rtlmark: write("\u200F"),
  cell: (reading) => {
    if (reading.group.destination !== "text") return;
    addListMark(reading);
    endCell(reading.group.flow);
  },
  trowd: ({ group }) => {
    group.flow.edges = [];
  },
  cellx: ({ group }, value) => {
    group.flow.edges.push(value ?? 0);
  },
  row: ({ group }) => {
    if (group.destination === "text") endRow(group.flow);
  },
  intbl: ({ group }, value) => {
    group.inTable = isOn(value);
  },
  pard: ({ group }) => {
    group.inTable = false;
    group.style = 0;
    group.outline = null;
    group.list = 0;
    group.listLevel = 0;
  },
  plain: ({ group }) => {
    group.hidden = false;
    group.deleted = false;
    group.raised = false;
  },
  super: ({ group }, value) => {
    group.raised = isOn(value);
  },
  up: ({ group }, value) => {
    group.raised = isOn(value);
  },
  sub: notRaised,
  dn: notRaised,
  nosupersub: notRaised,
  ls: ({ group, lists }, value) => {
    if (group.destination === "frame") lists.numbers.set(value ?? 0, lists.id);
    else group.list = value ?? 0;
  },
  ilvl: ({ group }, value) => {
    group.listLevel = value ?? 0;
  },
  list: ({ lists }) => {
    lists.open = [];
  },
  listlevel: ({ lists }) => {
    lists.open.push({ format: "decimal", text: "", start: 1 });
  },
  levelnfc: levelFormat,
  levelnfcn: levelFormat,
  levelstartat: ({ lists }, value) => {
    const level = lists.open.at(-1);
    if (level) level.start = value ?? 1;
  },
  listid: ({ lists }, value) => {
    lists.id = value ?? 0;
    if (lists.open.length > 0) lists.levels.set(lists.id, lists.open);
    lists.open = [];
  },
  s: ({ group }, value) => {
    group.style = value ?? 0;
  },
  sbasedon: ({ group, styles }, value) => {
    if (group.destination === "styles") styles.basedOn.set(group.style, value ?? 0);
  },
  outlinelevel: ({ group }, value) => {
    group.outline = value;
  },
  v: ({ group }, value) => {
    group.hidden = isOn(value);
  },
  deleted: ({ group, tally }, value) => {
    group.deleted = isOn(value);
    if (isOn(value)) tally.add("deletions");
  },
  revised: ({ tally }, value) => {
    if (isOn(value)) tally.add("insertions");
  },
  uc: ({ group }, value) => {
    group.fallback = Math.max(0, Math.min(value ?? 1, 100));
  },
  u: (reading, value) => {
    addCharacter(reading, value ?? 0xfffd);
    reading.toSkip = reading.group.fallback;
  },
  f: ({ group, fonts }, value) => {
    group.font = value ?? 0;
    if (group.destination === "fonts") fonts.set(group.font, { name: "", codePage: null });
  },
  deff: ({ group }, value) => {
    group.font = value ?? 0;
  },
  fcharset: ({ group, fonts }, value) => {
    const font = fonts.get(group.font);
    if (font && group.destination === "fonts")
      font.codePage = codePageOfCharset[value ?? 1] ?? null;
  },
  cpg: ({ group, fonts }, value) => {
    const font = fonts.get(group.font);
    if (font && group.destination === "fonts") font.codePage = value;
  },
  ansicpg: (reading, value) => {
    reading.codePage = value ?? 1252;
  },
  mac: codePage(10000),
  pc: codePage(437),
  pca: codePage(850),
  footnote: note,
  ftnalt: ({ group }) => {
    group.isEndnote = true;
  },
  header: aside("headers"),
  headerl: aside("headers"),
  headerr: aside("headers"),
  headerf: aside("headers"),
  footer: aside("footers"),
  footerl: aside("footers"),
  footerr: aside("footers"),
  footerf: aside("footers"),
  shptxt: textBox,
  dptxbxtext: textBox,
  annotation: comment,
  title: anew,
  author: anew,
  keywords: anew,
  pict: ({ tally }) => tally.add("pictures"),
};
