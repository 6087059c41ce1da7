import { randomUUID } from "node:crypto";
import { AppError } from "../../../shared/errors.ts";
import type { Entity, Span } from "../../../shared/model/annotation.ts";
import { decidedEntity } from "../../../shared/review/decide-entities.ts";
import type { GoldSpan } from "../../../shared/review/decide-spans.ts";
import type { Decision } from "../../../shared/review/decision.ts";
import type { Difference, Stage } from "../../../shared/review/difference.ts";
import { standingOf } from "../../../shared/review/standing.ts";
import { isSamePlace, placeOf } from "../../../shared/text/place.ts";
import { readRow } from "../journal.ts";
import { detach } from "../references.ts";
import { entityCodec, type Row, relationCodec, spanCodec } from "../rows.ts";
import { spansOf } from "../spans.ts";
import { type Deciding, decisionsAbout, drop } from "./deciding.ts";
import type { GoldPlan } from "./gold-plan.ts";

type Of<S extends Stage> = Extract<GoldPlan, { stage: S }>;

/**
 * Writes what was planned into the gold layer. Rows of earlier decisions on the same things stay and are
 * changed, so that what stands on them goes on to; those that are too many are removed.
 * @returns the identifiers of what it made; of a report label, its name.
 */
export function carryOut(
  deciding: Deciding,
  difference: Difference,
  plan: GoldPlan,
  before: readonly Decision[],
): string[] {
  const old = before.flatMap((decision) => decision.gold);
  switch (plan.stage) {
    case "spans":
      return putSpans(deciding, difference, plan, old);
    case "entities":
      return putEntity(deciding, plan, old);
    case "relations":
      return putRelation(deciding, plan, old);
    case "labels":
      return putLabel(deciding, plan);
    default:
      return plan satisfies never;
  }
}

/** Takes what a decision made out of the gold layer, with what cannot be without it. */
export function removeGold(deciding: Deciding, stage: Stage, ids: readonly string[]): void {
  const [name] = ids;
  if (name === undefined) return;
  if (stage === "labels") {
    putLabel(deciding, { stage, name, value: null });
    return;
  }
  const spokenOf = stage === "spans" ? entitiesOf(deciding, ids) : [];
  for (const id of ids) removeOne(deciding, stage, id);
  dropHollow(deciding, spokenOf);
}

function putSpans(
  deciding: Deciding,
  difference: Difference,
  { spans }: Of<"spans">,
  old: readonly string[],
): string[] {
  const { journal, layer } = deciding;
  const ids = spans.map((span, at) => old[at] ?? ownerless(deciding, span) ?? randomUUID());
  for (const [at, { label, ranges, quote, attributes }] of spans.entries()) {
    const id = ids[at] ?? "";
    const row = readRow(journal.db, "span", id);
    const entity = row ? spanCodec.fromRow(row).entity : null;
    const span: Span = { id, label, ranges, quote, attributes, entity, note: "" };
    journal.put("span", spanCodec.toRow(span, layer));
  }
  removeGold(deciding, "spans", old.slice(spans.length));
  const came = ids.filter((id) => !old.includes(id));
  if (came.length > 0) relink(deciding, difference, came);
  return ids;
}

/** A span that came into the gold layer by no decision, such as from a file, is taken for the one decided on. */
function ownerless({ journal, layer, decisions }: Deciding, span: GoldSpan): string | null {
  const place = placeOf(span.ranges);
  const rows = journal.db
    .prepare<unknown[], Row>("SELECT * FROM span WHERE layer = ? AND start = ? AND label = ?")
    .all(layer, place.start, span.label);
  const found = rows
    .map(spanCodec.fromRow)
    .filter(({ ranges }) => isSamePlace(placeOf(ranges), place));
  if (found.length === 0) return null;
  const owned = new Set([...decisions.values()].flatMap((decision) => decision.gold));
  return found.find(({ id }) => !owned.has(id))?.id ?? null;
}

/** Links spans that came after their entity was decided. */
function relink(deciding: Deciding, { key }: Difference, spans: readonly string[]): void {
  const { comparison, layers } = deciding;
  const compared = new Set(comparison.annotators);
  for (const entity of comparison.differences) {
    if (entity.stage !== "entities" || !entity.on.includes(key)) continue;
    const { state, decision } = standingOf(entity, decisionsAbout(deciding, entity), compared);
    const [id] = decision?.gold ?? [];
    if (state !== "decided" || !decision || id === undefined) continue;
    const on = decidedEntity(entity, layers, comparison, decision.choice)?.on ?? [];
    if (on.includes(key)) for (const span of spans) link(deciding, span, id);
  }
}

function link({ journal }: Deciding, span: string, entity: string | null): void {
  const row = readRow(journal.db, "span", span);
  if (row) journal.put("span", { ...row, entity });
}

function putEntity(
  deciding: Deciding,
  { entity, spans }: Of<"entities">,
  old: readonly string[],
): string[] {
  if (!entity) {
    removeGold(deciding, "entities", old);
    return [];
  }
  const { journal, layer } = deciding;
  const [id = randomUUID(), ...others] = old;
  const row: Entity = { ...entity, id, note: "" };
  journal.put("entity", entityCodec.toRow(row, layer));
  const former = spansOf(journal.db, id).map((span) => span.id);
  const spokenOf = entitiesOf(deciding, spans);
  for (const span of former) if (!spans.includes(span)) link(deciding, span, null);
  for (const span of spans) link(deciding, span, id);
  removeGold(deciding, "entities", others);
  dropHollow(deciding, spokenOf);
  return [id];
}

function putRelation(
  deciding: Deciding,
  { relation, from, to }: Of<"relations">,
  old: readonly string[],
): string[] {
  if (!relation) {
    removeGold(deciding, "relations", old);
    return [];
  }
  const { journal, layer } = deciding;
  const [id = randomUUID(), ...others] = old;
  const { label, attributes } = relation;
  refuseTwice(deciding, { id, label, from, to });
  const row = { id, label, from, to, attributes, note: "" };
  journal.put("relation", relationCodec.toRow(row, layer));
  removeGold(deciding, "relations", others);
  return [id];
}

/** It is refused before anything of it is written. */
function refuseTwice(
  { journal, layer }: Deciding,
  one: { id: string; label: string; from: string; to: string },
): void {
  const same = journal.db
    .prepare(
      `SELECT 1 FROM relation WHERE layer = @layer AND label = @label AND from_id = @from
         AND to_id = @to AND id <> @id`,
    )
    .get({ layer, ...one });
  if (same)
    throw new AppError(
      "wrong-use",
      `They are related as ${one.label} in the gold layer already; leave this one out.`,
    );
}

function putLabel({ journal, layer }: Deciding, { name, value }: Of<"labels">): string[] {
  const row = readRow(journal.db, "layer", layer);
  if (!row) return [];
  const { [name]: _, ...others } = JSON.parse(String(row.labels));
  const labels = value === null ? others : { ...others, [name]: value };
  journal.put("layer", { ...row, labels: JSON.stringify(labels) });
  return value === null ? [] : [name];
}

function removeOne(deciding: Deciding, stage: Exclude<Stage, "labels">, id: string): void {
  const { journal, layer } = deciding;
  const table = ({ spans: "span", entities: "entity", relations: "relation" } as const)[stage];
  const row = readRow(journal.db, table, id);
  if (!row) return;
  if (stage === "entities")
    for (const span of spansOf(journal.db, id)) link(deciding, span.id, null);
  detach(journal, layer, id);
  journal.remove(table, id);
}

/** The entities that spans of the gold layer speak of. */
function entitiesOf({ journal }: Deciding, spans: readonly string[]): Set<string> {
  const found = spans.map((span) => readRow(journal.db, "span", span)?.entity);
  return new Set(found.filter((id) => typeof id === "string"));
}

/**
 * Takes decisions back whose annotations are gone: of these entities, those that no span speaks of any more,
 * then relations without an end.
 */
function dropHollow(deciding: Deciding, entities: Iterable<string>): void {
  const { journal, decisions } = deciding;
  const madeOf = (wanted: Stage) =>
    [...decisions.values()].filter(({ stage, gold }) => stage === wanted && gold.length > 0);
  for (const entity of entities) {
    if (spansOf(journal.db, entity).length > 0) continue;
    const decision = madeOf("entities").find(({ gold }) => gold.includes(entity));
    if (!decision) continue;
    drop(deciding, decision.id);
    removeOne(deciding, "entities", entity);
  }
  for (const { id, gold } of madeOf("relations"))
    if (!gold.some((made) => readRow(journal.db, "relation", made))) drop(deciding, id);
}
