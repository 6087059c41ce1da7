import { applyEdits, type TextEdit } from "../../../shared/correct/edits.ts";
import type { TextEdge, Texts } from "../../../shared/merge/texts.ts";
import type { ReadDb } from "../database.ts";

/** One of the texts that a report has had here. */
export interface StoredRevision {
  revision: number;
  sha256: string;
  text: string;
  base: number | null;
  edits: TextEdit[];
  annotator: string;
  at: string;
}

/** A correction that somebody made elsewhere, of a text by its SHA-256. */
export interface CarriedText {
  sha256: string;
  base: string;
  edits: TextEdit[];
  annotator: string;
  at: string;
}

/** Every text that a report has had here, in order. */
export function readStoredRevisions(db: ReadDb, report: string): StoredRevision[] {
  return db
    .prepare<[string], StoredRevision & { edits: string }>(
      `SELECT revision, sha256, text, base, edits, annotator, at FROM report_text
       WHERE report = ? ORDER BY revision`,
    )
    .all(report)
    .map((row) => ({ ...row, edits: JSON.parse(row.edits) }));
}

/** The corrections that came by packages and were not taken over. */
export function readCarriedTexts(db: ReadDb, report: string): CarriedText[] {
  return db
    .prepare<[string], CarriedText & { edits: string }>(
      `SELECT sha256, base, edits, annotator, at FROM carried_text
       WHERE report = ? ORDER BY at, sha256, base`,
    )
    .all(report)
    .map((row) => ({ ...row, edits: JSON.parse(row.edits) }));
}

/** All texts that are known of a report, and how they came of each other. */
export function textsOf(
  revisions: readonly StoredRevision[],
  elsewhere: readonly CarriedText[],
): Texts {
  const byNumber = new Map(revisions.map((one) => [one.revision, one.sha256]));
  const own = revisions.flatMap(({ base, sha256: to, edits }) => {
    const from = byNumber.get(base ?? 0);
    return from === undefined ? [] : [{ from, to, edits }];
  });
  const others = elsewhere.map(({ base: from, sha256: to, edits }) => ({ from, to, edits }));
  const edges: TextEdge[] = [...own, ...others];
  const words = new Map(revisions.map(({ sha256, text }) => [sha256, text]));
  return { edges, textOf: (sha256) => wordsOf(sha256, words, edges) };
}

/** Those from elsewhere are made of those that they correct. */
function wordsOf(sha256: string, words: Map<string, string>, edges: readonly TextEdge[]): string {
  const waiting = [...edges];
  for (let round = 0; !words.has(sha256) && round <= edges.length; round++)
    for (const { from, to, edits } of waiting) {
      const base = words.get(from);
      if (base !== undefined && !words.has(to)) words.set(to, applyEdits(base, edits));
    }
  const text = words.get(sha256);
  if (text === undefined) throw new Error(`there is no text ${sha256}`);
  return text;
}
