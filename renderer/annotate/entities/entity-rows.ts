import type { Entity } from "../../../shared/model/annotation.ts";
import type { Scheme } from "../../../shared/model/scheme.ts";
import { startOf } from "../../state/report-index.ts";
import type { ReportState } from "../../state/report-state.ts";
import { fieldLine } from "../marking.ts";
import type { ListRow } from "../virtual-list.tsx";

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
  const wanted = Array.from(entities.values()).filter(({ name }) => contains(name, filter));
  const place = ({ id }: Entity) => {
    const first = entitySpans.get(id)?.[0];
    return first ? startOf(first) : Number.MAX_SAFE_INTEGER;
  };
  const byKind = Map.groupBy(
    wanted.sort((a, b) => place(a) - place(b)),
    ({ kind }) => kind,
  );
  const kinds = new Set([...scheme.kinds.map(({ name }) => name), ...byKind.keys()]);
  return [...kinds].flatMap((kind) => {
    const ofKind = byKind.get(kind) ?? [];
    const fields = scheme.kinds.find(({ name }) => name === kind)?.fields ?? [];
    const rows = ofKind.map((entity) => ({
      id: entity.id,
      kind,
      entity,
      line: fieldLine(entity, fields),
      count: entitySpans.get(entity.id)?.length ?? 0,
    }));
    return rows.length === 0 ? [] : [headingOf(kind, rows.length), ...rows];
  });
}

function headingOf(kind: string, count: number): EntityRow {
  const id = `kind ${kind}`;
  return { id, isHeading: true, kind, entity: null, line: "", count };
}

function contains(name: string, filter: string): boolean {
  return name.toLocaleLowerCase().includes(filter.trim().toLocaleLowerCase());
}
