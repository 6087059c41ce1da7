import type { OtherCorrection, OtherCorrections } from "../../shared/contract/texts.ts";
import type { TextEdit } from "../../shared/correct/edits.ts";
import { editsHere } from "../../shared/correct/elsewhere.ts";
import { isMadeOf } from "../../shared/merge/path.ts";
import { carryBetween } from "../../shared/merge/texts.ts";
import type { ReadDb } from "./database.ts";
import { textHere } from "./merging/join-report.ts";
import { readCarriedTexts } from "./packing/report-texts.ts";
import { reportTitle } from "./reports.ts";
import { currentRevision } from "./texts.ts";

/** What others have corrected elsewhere and is not made here: each place once, by whoever was first. */
export function listOtherCorrections(db: ReadDb, report: string): OtherCorrections {
  const { text, words, texts } = textHere(db, report, reportTitle(db, report));
  const offered: TextEdit[] = [];
  const corrections: OtherCorrection[] = [];
  for (const { sha256, base, edits, annotator, at } of readCarriedTexts(db, report)) {
    if (sha256 === text || isMadeOf(texts.edges, sha256, text)) continue;
    const map = carryBetween(texts, base, text);
    const found = map
      ? editsHere({ text: texts.textOf(base), edits }, words, map, offered)
      : { edits: [], lost: edits.length };
    offered.push(...found.edits);
    if (found.edits.length + found.lost > 0) corrections.push({ annotator, at, ...found });
  }
  return { revision: currentRevision(db, report), corrections };
}
