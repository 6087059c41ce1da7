import { isDeepStrictEqual } from "node:util";
import { deidentifier } from "../../../shared/deidentify/layer.ts";
import type { Version, VersionRow } from "../../../shared/merge/version.ts";
import { wordsOfVersion } from "../../../shared/merge/version.ts";
import {
  Entity,
  Event,
  Group,
  LayerStatus,
  Relation,
  Span,
} from "../../../shared/model/annotation.ts";
import { Attributes } from "../../../shared/model/attributes.ts";
import type { PackedVersion } from "../../../shared/packages/packed.ts";
import { Decision } from "../../../shared/review/decision.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";
import { sha256 } from "../../sha256.ts";
import { completed } from "../journal.ts";
import { layerId } from "../layers.ts";
import {
  entityCodec,
  eventCodec,
  groupCodec,
  type Row,
  relationCodec,
  spanCodec,
} from "../rows.ts";

/** Words of one of the report's texts; null for a text that it never had. */
type WordsOf = (sha256: string) => string | null;

/** Why a version that came is not one that Casemark has written; null when it is. */
export function problemOfVersion(version: PackedVersion, wordsOf: WordsOf): string | null {
  const { id, report, table, target, annotator, row } = version;
  if (annotator === deidentifier) return "it holds what only the app itself marks";
  if (sha256(wordsOfVersion(version)) !== id) return "a version is not what its identifier says";
  const text = wordsOf(version.text);
  if (text === null) return "something counts in a text that is not in it";
  if (row === null) return null;
  const layer = table === "layer" ? target : row.layer;
  if (row.id !== target || layer !== layerId(report, annotator))
    return "something is not where it says it is";
  return isSound(version, row, text) ? null : `a ${table} in it is not as Casemark writes it`;
}

function isSound({ table }: Version, given: VersionRow, text: string): boolean {
  const row = completed(table, { ...given, id: String(given.id) });
  try {
    const again = row && writtenAgain(table, row, text);
    return row !== null && again !== null && isSame(again, row);
  } catch {
    // JSON that is none, or a model that does not parse.
    return false;
  }
}

/** The row as it would be written from what it says; null for a span whose words are others. */
function writtenAgain(table: Version["table"], row: Row, text: string): Row | null {
  const layer = String(row.layer);
  switch (table) {
    case "span": {
      const span = Span.parse(spanCodec.fromRow(row));
      return quotes(span, text) ? spanCodec.toRow(span, layer) : null;
    }
    case "entity":
      return entityCodec.toRow(Entity.parse(entityCodec.fromRow(row)), layer);
    case "relation":
      return relationCodec.toRow(Relation.parse(relationCodec.fromRow(row)), layer);
    case "event":
      return eventCodec.toRow(Event.parse(eventCodec.fromRow(row)), layer);
    case "grouping":
      return groupCodec.toRow(Group.parse(groupCodec.fromRow(row)), layer);
    case "layer":
      return layerAgain(row);
    case "decision":
      return decisionAgain(row);
    default:
      return table satisfies never;
  }
}

function decisionAgain(row: Row): Row {
  const { id, layer, key, reason, note, annotator, at } = row;
  const texts = Object.entries({ layer, key, reason, note, annotator, at });
  return {
    id,
    ...Object.fromEntries(texts.map(([name, value]) => [name, String(value)])),
    stage: Decision.shape.stage.parse(row.stage),
    choice: JSON.stringify(Decision.shape.choice.parse(JSON.parse(String(row.choice)))),
    members: JSON.stringify(Decision.shape.members.parse(JSON.parse(String(row.members)))),
    gold: JSON.stringify(Decision.shape.gold.parse(JSON.parse(String(row.gold)))),
  };
}

function quotes({ ranges, quote }: Span, text: string): boolean {
  const isWithin = ranges.every(({ start, end }) => start <= end && end <= text.length);
  return isWithin && quoteOf(text, ranges) === quote;
}

function layerAgain({ id, report, annotator, status, labels, note, unsure }: Row): Row {
  return {
    ...{ id, report: String(report), annotator: String(annotator), note: String(note) },
    status: LayerStatus.parse(status),
    labels: JSON.stringify(Attributes.parse(JSON.parse(String(labels)))),
    unsure: unsure === 1 ? 1 : 0,
  };
}

/** JSON in columns may be spaced and ordered otherwise, as other versions of the app may have left it. */
function isSame(a: Row, b: Row): boolean {
  const names = Object.keys(a);
  const isSameCell = (name: string) => a[name] === b[name] || isSameJson(a[name], b[name]);
  return names.length === Object.keys(b).length && names.every(isSameCell);
}

function isSameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== "string" || typeof b !== "string") return false;
  return isDeepStrictEqual(JSON.parse(a), JSON.parse(b));
}
