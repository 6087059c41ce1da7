import { carrySpan } from "../../../shared/correct/carry.ts";
import type { RangeMapping } from "../../../shared/correct/mapping.ts";
import { AppError } from "../../../shared/errors.ts";
import { getOrMake } from "../../../shared/get-or-make.ts";
import { changesBetween } from "../../../shared/merge/schemes.ts";
import { carryBetween, type Texts } from "../../../shared/merge/texts.ts";
import type { Version } from "../../../shared/merge/version.ts";
import { type Rewriter, rewriterOf } from "../../../shared/scheme/rewrite-annotations.ts";
import { completed } from "../journal.ts";
import {
  entityCodec,
  eventCodec,
  groupCodec,
  type Row,
  relationCodec,
  spanCodec,
} from "../rows.ts";
import type { SchemeLine } from "../versions/scheme-line.ts";

/** What a version's row is in the text and with the scheme that are here. */
export type ShownRow = (version: Version) => Row | null;

/** Where versions are to be shown. */
interface Here {
  title: string;
  /** The SHA-256 of the report's text, its words, and what leads to it. */
  text: string;
  words: string;
  texts: Texts;
  scheme: SchemeLine;
}

export function showingIn(here: Here): ShownRow {
  const maps = new Map<string, RangeMapping>();
  const rewriters = new Map<string, Rewriter[]>();
  return (version) => {
    if (version.row === null) return null;
    const row = completed(version.table, { ...version.row, id: version.target });
    if (row === null) return null;
    const map = getOrMake(maps, version.text, () => mapFrom(here, version.text));
    const ways = getOrMake(rewriters, version.scheme, () => rewritersFrom(here, version.scheme));
    const placed =
      version.table === "span" && version.text !== here.text ? placedIn(here, row, map) : row;
    return ways.reduce((known, way) => rewritten(way, version.table, known), placed);
  };
}

/** @throws AppError "text-mismatch" where the texts have nothing in common. */
function mapFrom({ texts, text, title }: Here, from: string): RangeMapping {
  const map = carryBetween(texts, from, text);
  if (map) return map;
  throw new AppError(
    "text-mismatch",
    `“${title}” has another text in the package than here, so nothing was merged; import the package's text as a report of its own.`,
  );
}

function placedIn({ words }: Here, row: Row, map: RangeMapping): Row {
  return spanCodec.toRow(carrySpan(spanCodec.fromRow(row), words, map), String(row.layer));
}

function rewritersFrom({ scheme }: Here, from: string): Rewriter[] {
  return (changesBetween(scheme.edges, from, scheme.now) ?? []).map(rewriterOf);
}

/** What a change of the scheme would remove stays as it was: nobody here has seen it. */
export function rewritten(rewriter: Rewriter, table: Version["table"], row: Row): Row {
  const layer = String(row.layer);
  switch (table) {
    case "span": {
      const span = rewriter.span(spanCodec.fromRow(row), null);
      return span ? spanCodec.toRow(span, layer) : row;
    }
    case "entity": {
      const entity = rewriter.entity(entityCodec.fromRow(row));
      return entity ? entityCodec.toRow(entity, layer) : row;
    }
    case "relation": {
      const relation = rewriter.relation(relationCodec.fromRow(row));
      return relation ? relationCodec.toRow(relation, layer) : row;
    }
    case "event": {
      const event = rewriter.event(eventCodec.fromRow(row));
      return event ? eventCodec.toRow(event, layer) : row;
    }
    case "grouping": {
      const group = rewriter.group(groupCodec.fromRow(row));
      return group ? groupCodec.toRow(group, layer) : row;
    }
    case "layer":
      return withLabels(rewriter, row);
    case "decision":
      return row;
    default:
      return table satisfies never;
  }
}

function withLabels(rewriter: Rewriter, row: Row): Row {
  const before = JSON.parse(String(row.labels));
  const { values, lost } = rewriter.labels(before);
  if (values === before) return row;
  const note = [row.note, lost].filter(Boolean).join("\n");
  return { ...row, labels: JSON.stringify(values), note };
}
