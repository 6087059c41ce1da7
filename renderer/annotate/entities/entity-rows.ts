import type { Entity } from "../../../shared/model/annotation.ts";
import type { KindDefinition, Scheme } from "../../../shared/model/scheme.ts";
import type { ListRow } from "../../look/virtual-list.tsx";
import { startOf } from "../../state/report-index.ts";
import type { ReportState } from "../../state/report-state.ts";
import { fieldLine } from "../marking.ts";

export interface EntityRow extends ListRow {
  kind: string;
  /** null in the heading of a kind. */
  entity: Entity | null;
  /** The entity's fields in one line. */
  line: string;
  /** How many spans speak of it; in a heading, how many entities are of its kind. */
  count: number;
}

/** In pixels. */
export const heightOf = ({ isHeading }: ListRow) => (isHeading ? 30 : 28);

/** The report's entities below their kinds, in the scheme's order, each kind in the order of the text. */
export function entityRows(
  { entities, entitySpans }: Pick<ReportState, "entities" | "entitySpans">,
  scheme: Scheme,
  filter: string,
): EntityRow[] {
  const wanted = filter.trim().toLocaleLowerCase();
  const placed = Array.from(entities.values(), (entity) => {
    const spans = entitySpans.get(entity.id);
    const first = spans?.[0];
    const place = first ? startOf(first) : Number.MAX_SAFE_INTEGER;
    return { entity, place, count: spans?.length ?? 0 };
  }).filter(({ entity }) => wanted === "" || entity.name.toLocaleLowerCase().includes(wanted));
  const byKind = Map.groupBy(
    placed.sort((a, b) => a.place - b.place),
    ({ entity }) => entity.kind,
  );
  const kinds = new Set([...scheme.kinds.map(({ name }) => name), ...byKind.keys()]);
  return [...kinds].flatMap((kind) => {
    const definition = scheme.kinds.find(({ name }) => name === kind) ?? null;
    const rows = (byKind.get(kind) ?? []).map(({ entity, count }) =>
      rowOf(entity, definition, count),
    );
    return rows.length === 0 ? [] : [headingOf(kind, rows.length), ...rows];
  });
}

function headingOf(kind: string, count: number): EntityRow {
  const id = `kind ${kind}`;
  return { id, isHeading: true, kind, entity: null, line: "", count };
}

const known = new WeakMap<Entity, { row: EntityRow; definition: KindDefinition | null }>();

/** The same row as last time while nothing in it has changed, so that it need not be drawn again. */
function rowOf(entity: Entity, definition: KindDefinition | null, count: number): EntityRow {
  const last = known.get(entity);
  if (last && last.definition === definition && last.row.count === count) return last.row;
  const line = fieldLine(entity, definition?.fields ?? []);
  const row = { id: entity.id, kind: entity.kind, entity, line, count };
  known.set(entity, { row, definition });
  return row;
}
