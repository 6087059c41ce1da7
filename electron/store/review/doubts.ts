import type { DoubtRow } from "../../../shared/contract/review.ts";
import type { Input } from "../../../shared/contract.ts";
import type { ReadDb } from "../database.ts";

interface Row extends Omit<DoubtRow, "place" | "unsure"> {
  unsure: 0 | 1;
  span: string | null;
  start: number | null;
  end: number | null;
}

/** Just what the partial indexes hold, in their own words, so that nothing else is read. */
const marked = (table: string) => `(${table}.unsure = 1 OR ${table}.note <> '')`;

const spans = `
  SELECT span.id, 'span' AS what, span.layer, span.label, span.quote AS words, span.note,
         span.unsure, span.id AS span
  FROM span INDEXED BY span_noted WHERE ${marked("span")}`;

const entities = `
  SELECT entity.id, 'entity', entity.layer, entity.kind, entity.name, entity.note, entity.unsure,
         (SELECT span.id FROM span WHERE span.entity = entity.id ORDER BY start LIMIT 1)
  FROM entity INDEXED BY entity_noted WHERE ${marked("entity")}`;

const relations = `
  SELECT relation.id, 'relation', relation.layer, relation.label, '', relation.note, 0,
         coalesce(
           (SELECT span.id FROM span WHERE span.id = relation.from_id),
           (SELECT trigger_id FROM event WHERE event.id = relation.from_id),
           (SELECT span.id FROM span WHERE span.entity = relation.from_id ORDER BY start LIMIT 1))
  FROM relation INDEXED BY relation_noted WHERE relation.note <> ''`;

const layers = `
  SELECT layer.id, 'report', layer.id, '', '', layer.note, layer.unsure, NULL
  FROM layer INDEXED BY layer_noted WHERE ${marked("layer")}`;

const doubts = `
  FROM (${[spans, entities, relations, layers].join(" UNION ALL ")}) AS doubt
    CROSS JOIN layer ON layer.id = doubt.layer
    CROSS JOIN report ON report.id = layer.report
    LEFT JOIN span AS place ON place.id = doubt.span
  WHERE report.state = 'present'
    AND (@annotator IS NULL OR layer.annotator = @annotator)
    AND (@only <> 'unsure' OR doubt.unsure = 1) AND (@only <> 'noted' OR doubt.note <> '')`;

/** The statements, for the test that asks SQLite how it reads them. */
export const doubtStatements = {
  page: `
    SELECT doubt.id, doubt.what, report.id AS report, report.title, layer.annotator, doubt.label,
           doubt.words, doubt.note, doubt.unsure, doubt.span, place.start, place."end"
    ${doubts}
    ORDER BY report.number, layer.annotator, place.start, doubt.what, doubt.id
    LIMIT @limit OFFSET @after`,
  count: `SELECT count(*) AS total ${doubts}`,
};

/** What annotators are not sure of or noted something on, in all reports that are there. */
export function listDoubts(
  db: ReadDb,
  { annotator, only, after, limit }: Input<"review.doubts">,
): { rows: DoubtRow[]; total: number } {
  const filter = { annotator, only };
  const rows = db
    .prepare<unknown[], Row>(doubtStatements.page)
    .all({ ...filter, after, limit })
    .map(toDoubt);
  const counted = db.prepare<unknown[], { total: number }>(doubtStatements.count).get(filter);
  return { rows, total: counted?.total ?? 0 };
}

function toDoubt({ span, start, end, unsure, ...row }: Row): DoubtRow {
  const place = span === null || start === null || end === null ? null : { span, start, end };
  return { ...row, unsure: unsure === 1, place };
}
