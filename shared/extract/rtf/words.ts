import { append } from "../blocks/append.ts";
import { block } from "../blocks/make.ts";
import { plainPiece, repairedPiece, textOfBlock } from "../extracted.ts";
import { codePageOfCharset } from "./charsets.ts";
import { endCell, endParagraph, endRow, newFlow } from "./flow.ts";
import { addCharacter, addText, type Reading } from "./reading.ts";

type Action = (reading: Reading, value: number | null) => void;

const isOn = (value: number | null) => value !== 0;
const write =
  (text: string): Action =>
  (reading) =>
    addText(reading, text);
const paragraphEnd: Action = ({ group, kindOf }) => {
  if (group.destination === "text") endParagraph(group.flow, group.inTable, kindOf(group));
};
const codePage =
  (page: number): Action =>
  (reading) => {
    reading.codePage = page;
  };

/** Text of its own beside the body: it comes elsewhere when its group ends. */
const aside =
  (into: "headers" | "footers"): Action =>
  (reading) => {
    const { group } = reading;
    group.destination = "text";
    group.flow = newFlow();
    group.onEnd = (blocks) => {
      for (const one of blocks)
        reading[into].set(textOfBlock(one), { ...one, kind: "left-out", level: null });
    };
  };

const note: Action = (reading) => {
  const { group } = reading;
  reading.noteCount += 1;
  const mark = `[${reading.noteCount}]`;
  if (group.destination === "text") addText(reading, mark);
  group.flow = newFlow();
  group.inTable = false;
  group.onEnd = (blocks) => {
    for (const [index, { pieces }] of blocks.entries())
      reading.notes.push(
        block("footnote", index === 0 ? [plainPiece(`${mark} `), ...pieces] : pieces),
      );
  };
};

const textBox: Action = (reading) => {
  const { group } = reading;
  const { flow } = group;
  group.flow = newFlow();
  group.inTable = false;
  group.onEnd = (blocks) => {
    if (flow.rows.length === 0 && flow.row.length === 0 && flow.cell.length === 0)
      append(flow.blocks, blocks);
    else for (const { pieces } of blocks) flow.cell.push(pieces);
  };
};

const comment: Action = (reading) => {
  const { group, words, tally } = reading;
  const outer = reading.groups.at(-2);
  tally.add("comments");
  group.onEnd = () => {
    const text = (words.get("comment") ?? "").trim();
    words.delete("comment");
    if (text !== "") outer?.flow.pieces.push(repairedPiece("comment", text, ""));
  };
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
  cell: ({ group }) => {
    if (group.destination === "text") endCell(group.flow);
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
  },
  plain: ({ group }) => {
    group.hidden = false;
    group.deleted = false;
  },
  s: ({ group }, value) => {
    group.style = value ?? 0;
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
  pict: ({ tally }) => tally.add("pictures"),
};
