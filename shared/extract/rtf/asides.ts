import { append } from "../blocks/append.ts";
import { block } from "../blocks/make.ts";
import { roman } from "../blocks/numerals.ts";
import { plainPiece, repairedPiece, textOfBlock } from "../extracted.ts";
import { newFlow } from "./flow.ts";
import { addText, type Group, type Reading } from "./reading.ts";

/** What a control word does. */
export type Action = (reading: Reading, value: number | null) => void;

/** Text of its own beside the body: it comes elsewhere when its group ends. */
export const aside =
  (into: "headers" | "footers"): Action =>
  (reading) => {
    const { group } = reading;
    group.destination = "text";
    group.flow = newFlow();
    beginAlone(group);
    group.onEnd = (blocks) => {
      for (const one of blocks)
        reading[into].set(textOfBlock(one), { ...one, kind: "left-out", level: null });
    };
  };

/** The mark comes when the note ends: what kind of note it is, it says on the way. */
export const note: Action = (reading) => {
  const { group } = reading;
  group.flow = newFlow();
  beginAlone(group);
  group.isEndnote = false;
  group.onEnd = (blocks) => {
    const mark = `[${nextNote(reading.noteCounts, group.isEndnote)}]`;
    if (reading.group.destination === "text") addText(reading, mark);
    for (const [index, { pieces }] of blocks.entries())
      reading.notes.push(
        block("footnote", index === 0 ? [plainPiece(`${mark} `), ...pieces] : pieces),
      );
  };
};

function nextNote(counts: Reading["noteCounts"], isEndnote: boolean): string {
  if (!isEndnote) {
    counts.footnotes += 1;
    return String(counts.footnotes);
  }
  counts.endnotes += 1;
  return roman(counts.endnotes);
}

/** A text box comes after the paragraph it hangs on, or into the cell it stands in. */
export const textBox: Action = (reading) => {
  const { group } = reading;
  const { flow } = group;
  group.flow = newFlow();
  beginAlone(group);
  group.onEnd = (blocks) => append(flow.boxes, blocks);
};

/** A comment is left out where it stands, and can be put back. */
export const comment: Action = (reading) => {
  const { group, words, tally } = reading;
  const outer = reading.groups.at(-2);
  tally.add("comments");
  group.onEnd = () => {
    const text = (words.get("comment") ?? "").trim();
    words.delete("comment");
    if (text !== "") outer?.flow.pieces.push(repairedPiece("comment", text, ""));
  };
};

/** Of the paragraph around it, nothing holds. */
function beginAlone(group: Group): void {
  group.inTable = false;
  group.list = 0;
  group.raised = false;
}
