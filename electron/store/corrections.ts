import type { TouchedSpan } from "../../shared/contract/texts.ts";
import type { Input } from "../../shared/contract.ts";
import { carrySpan } from "../../shared/correct/carry.ts";
import { carryNames, carryTitle } from "../../shared/correct/carry-names.ts";
import { carrySections } from "../../shared/correct/carry-sections.ts";
import { applyEdits, checkEdits, realEdits, type TextEdit } from "../../shared/correct/edits.ts";
import { mappingOf, type RangeMapping } from "../../shared/correct/mapping.ts";
import { isOfCandidates } from "../../shared/deidentify/layer.ts";
import { AppError } from "../../shared/errors.ts";
import type { Change } from "../../shared/model/change.ts";
import type { Section } from "../../shared/model/report.ts";
import { sha256 } from "../sha256.ts";
import type { ReadDb, WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { type Journal, readRow } from "./journal.ts";
import { readLayers } from "./layers.ts";
import { reportTitle } from "./reports.ts";
import { entityCodec, spanCodec } from "./rows.ts";
import { namedByHand } from "./scheme/named-by-hand.ts";
import { currentRevision, readRevision } from "./texts.ts";

type Correction = Input<"text.correct">;

interface Plan {
  text: string;
  corrected: string;
  edits: TextEdit[];
  map: RangeMapping;
}

/**
 * Gives a report a new text and carries the spans of every annotator along, closed layers too, as
 * it is the text that changes and not their work. Those whose words changed are flagged.
 * @throws AppError "changed-since" when `base` is not the current text; "bad-input"; "not-found".
 */
export function correctText(db: WriteDb, author: Author, correction: Correction): Change {
  return write(db, author, "text.correct", (journal) => {
    const { report, base } = correction;
    const title = reportTitle(db, report);
    const plan = planOf(db, correction);
    const summary = `corrected the text of “${title}” in ${counted(plan.edits.length, "place")}`;
    if (plan.edits.length === 0) return { summary, report };
    putText(journal, report, insertText(db, author, report, base, plan), plan);
    return { summary: `${summary}${touching(moveSpans(journal, report, plan))}`, report };
  });
}

/** The spans whose words a correction would change. @throws AppError as `correctText` does. */
export function previewCorrection(db: ReadDb, correction: Correction): TouchedSpan[] {
  const plan = planOf(db, correction);
  const layers = readLayers(db, correction.report).filter((layer) => !isOfCandidates(layer));
  return layers.flatMap(({ annotator, spans }) =>
    spans.flatMap((span) => {
      const { quote } = carrySpan(span, plan.corrected, plan.map);
      if (quote === span.quote) return [];
      return [{ annotator, label: span.label, before: span.quote, after: quote }];
    }),
  );
}

function planOf(db: ReadDb, { report, base, edits: asked }: Correction): Plan {
  if (base !== currentRevision(db, report))
    throw new AppError(
      "changed-since",
      `The text of “${reportTitle(db, report)}” was corrected or put back since it was read; read it again and correct that one.`,
    );
  const { text } = readRevision(db, report, base);
  checkEdits(text, asked);
  const edits = realEdits(text, asked);
  return { text, edits, corrected: applyEdits(text, edits), map: mappingOf(text, edits) };
}

/** Keeps the new text beside the old ones; answers its number, which no text had before. */
function insertText(
  db: WriteDb,
  author: Author,
  report: string,
  base: number,
  { corrected: text, edits }: Plan,
): number {
  const row = db
    .prepare<unknown[], { revision: number }>(
      `INSERT INTO report_text (report, revision, sha256, text, base, edits, annotator, at)
       SELECT @report, max(revision) + 1, @sha256, @text, @base, @edits, @annotator, @at
       FROM report_text WHERE report = @report RETURNING revision`,
    )
    .get({
      report,
      base,
      text,
      sha256: sha256(text),
      edits: JSON.stringify(edits),
      annotator: author.annotator,
      at: author.now().toISOString(),
    });
  if (!row) throw new Error(`no text of report ${report} was kept`);
  return row.revision;
}

function putText(journal: Journal, report: string, revision: number, plan: Plan): void {
  const row = readRow(journal.db, "report", report);
  if (!row) throw new Error(`report ${report} is gone`);
  const { text, corrected, edits, map } = plan;
  // The store wrote them itself, from a Section[].
  const before = JSON.parse(String(row.sections)) as Section[];
  const sections = JSON.stringify(carrySections(before, text, corrected, edits));
  const title = carryTitle(String(row.title), before, text, corrected, map);
  journal.put("report", { ...row, title, revision, sections, characters: corrected.length });
}

/** What a correction does besides: how many spans have other words now, how many entities other names. */
interface Touched {
  spans: number;
  entities: number;
}

function moveSpans(journal: Journal, report: string, { corrected, map }: Plan): Touched {
  const touched: Touched = { spans: 0, entities: 0 };
  const byHand = namedByHand(journal.db, report);
  for (const layer of readLayers(journal.db, report)) {
    const moved = layer.spans.map((span) => carrySpan(span, corrected, map));
    const renamed = carryNames(layer, moved, byHand);
    for (const span of moved) journal.put("span", spanCodec.toRow(span, layer.id));
    for (const entity of renamed) journal.put("entity", entityCodec.toRow(entity, layer.id));
    touched.spans += moved.filter(({ quote }, at) => quote !== layer.spans[at]?.quote).length;
    touched.entities += renamed.length;
  }
  return touched;
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? "" : "s"}`;

function touching({ spans, entities }: Touched): string {
  const looks = `${counted(spans, "span")} ${spans === 1 ? "is" : "are"} to be looked at`;
  const names = `${entities} ${entities === 1 ? "entity has" : "entities have"} another name`;
  return [spans > 0 && `, ${looks}`, entities > 0 && `, ${names}`].filter(Boolean).join("");
}
