import type { StudyLayer } from "../../../shared/agreement/study/report.ts";
import type { LayerStatus, TextRange } from "../../../shared/model/annotation.ts";
import type { Attributes } from "../../../shared/model/attributes.ts";
import type { ReadDb } from "../database.ts";

type SpanRow = [
  id: string,
  label: string,
  ranges: string,
  attributes: string,
  entity: string | null,
];
type EntityRow = [id: string, codes: string];
type RelationRow = [id: string, label: string, from: string, to: string];
type LayerRow = [id: string, annotator: string, status: LayerStatus, labels: string];

/**
 * Reads the layers of report after report by annotators' names, without what agreement does not look at: a
 * project has millions of quotes and notes. What is parsed here passed a schema before it was written.
 */
export function studyLayersReader(db: ReadDb): (report: string) => StudyLayer[] {
  const listOf = <Values extends unknown[]>(sql: string) => {
    const statement = db.prepare<[string]>(sql).raw();
    // With raw() a row is the list of the columns that are asked for.
    return (of: string) => statement.all(of) as Values[];
  };
  const layers = listOf<LayerRow>(
    "SELECT id, annotator, status, labels FROM layer WHERE report = ? ORDER BY annotator",
  );
  const spans = listOf<SpanRow>(
    `SELECT id, label, ranges, attributes, entity FROM span WHERE layer = ?
     ORDER BY start, "end", rowid`,
  );
  const entities = listOf<EntityRow>("SELECT id, codes FROM entity WHERE layer = ? ORDER BY rowid");
  const relations = listOf<RelationRow>(
    "SELECT id, label, from_id, to_id FROM relation WHERE layer = ? ORDER BY rowid",
  );
  const events = listOf<[id: string]>("SELECT id FROM event WHERE layer = ? ORDER BY rowid");
  const groups = listOf<[id: string]>("SELECT id FROM grouping WHERE layer = ? ORDER BY rowid");
  return (report) =>
    layers(report).map(([layer, annotator, status, labels]) => ({
      ...{ annotator, status, labels: attributesIn(labels) },
      spans: spans(layer).map(([id, label, ranges, attributes, entity]) => ({
        ...{ id, label, entity },
        ranges: rangesIn(ranges),
        attributes: attributesIn(attributes),
      })),
      entities: entities(layer).map(([id, codes]) => ({
        id,
        codes: codes === "[]" ? [] : JSON.parse(codes),
      })),
      relations: relations(layer).map(([id, label, from, to]) => ({ id, label, from, to })),
      events: events(layer).map(([id]) => ({ id })),
      groups: groups(layer).map(([id]) => ({ id })),
    }));
}

function rangesIn(text: string): TextRange[] {
  const ends: [number, number][] = JSON.parse(text);
  return ends.map(([start, end]) => ({ start, end }));
}

/** Most have none. */
const attributesIn = (text: string): Attributes => (text === "{}" ? {} : JSON.parse(text));
