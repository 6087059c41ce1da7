import { randomUUID } from "node:crypto";
import type { EntityPatch } from "../../shared/contract/annotations.ts";
import type { Input } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { Entity } from "../../shared/model/annotation.ts";
import type { Change } from "../../shared/model/change.ts";
import type { WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { type Journal, readRow } from "./journal.ts";
import { checkOwnOpenLayer, ensureOpenLayer } from "./layers.ts";
import { detach, repoint } from "./references.ts";
import { entityCodec, spanCodec } from "./rows.ts";
import { named, ownSpan, removeBareEntity, spansOf } from "./spans.ts";

export function addEntity(
  db: WriteDb,
  author: Author,
  { report, kind, name, spans }: Input<"entity.add">,
): Change {
  return write(db, author, "entity.add", (journal) => {
    const layer = ensureOpenLayer(journal, report, author.annotator);
    const entity: Entity = { id: randomUUID(), kind, name, codes: [], fields: {}, note: "" };
    journal.put("entity", entityCodec.toRow(entity, layer));
    relink(journal, author, layer, spans, entity.id);
    return { summary: `added ${kind} ${named(name)}`, report };
  });
}

export function updateEntity(db: WriteDb, author: Author, id: string, patch: EntityPatch): Change {
  return write(db, author, "entity.update", (journal) => {
    const { entity, layer, report } = ownEntity(journal, id, author);
    const changed: Entity = {
      ...entity,
      kind: patch.kind ?? entity.kind,
      name: patch.name ?? entity.name,
      codes: patch.codes ?? entity.codes,
      fields: patch.fields ?? entity.fields,
      note: patch.note ?? entity.note,
      unsure: patch.unsure ?? entity.unsure,
    };
    journal.put("entity", entityCodec.toRow(changed, layer));
    const renamed = changed.name !== entity.name;
    return {
      summary: renamed
        ? `renamed ${entity.kind} ${named(entity.name)} to ${named(changed.name)}`
        : `changed ${entity.kind} ${named(entity.name)}`,
      report,
    };
  });
}

export function mergeEntities(
  db: WriteDb,
  author: Author,
  { into, from }: Input<"entity.merge">,
): Change {
  return write(db, author, "entity.merge", (journal) => {
    const kept = ownEntity(journal, into, author);
    const others = [...new Set(from)]
      .filter((id) => id !== into)
      .map((id) => ownEntity(journal, id, author));
    const merged = others.reduce((all, { entity }) => combined(all, entity), kept.entity);
    for (const { entity, layer } of others) {
      if (layer !== kept.layer)
        throw new AppError("wrong-use", "Only entities of one report can be merged.");
      repoint(journal, layer, entity.id, into);
      relink(journal, author, layer, idsOfSpans(journal, entity.id), into);
      journal.remove("entity", entity.id);
    }
    journal.put("entity", entityCodec.toRow(merged, kept.layer));
    const names = others.map(({ entity }) => named(entity.name)).join(", ");
    return { summary: `merged ${names} into ${named(merged.name)}`, report: kept.report };
  });
}

export function splitEntity(
  db: WriteDb,
  author: Author,
  { entity: id, spans, name }: Input<"entity.split">,
): Change {
  return write(db, author, "entity.split", (journal) => {
    const { entity, layer, report } = ownEntity(journal, id, author);
    const own = idsOfSpans(journal, id);
    if (!spans.every((span) => own.includes(span)))
      throw new AppError("wrong-use", `Only spans of ${named(entity.name)} can be split off it.`);
    const part: Entity = { ...entity, id: randomUUID(), name };
    journal.put("entity", entityCodec.toRow(part, layer));
    relink(journal, author, layer, spans, part.id);
    return { summary: `split ${named(name)} off ${named(entity.name)}`, report };
  });
}

export function removeEntity(db: WriteDb, author: Author, id: string): Change {
  return write(db, author, "entity.remove", (journal) => {
    const { entity, layer, report } = ownEntity(journal, id, author);
    relink(journal, author, layer, idsOfSpans(journal, id), null);
    detach(journal, layer, id);
    journal.remove("entity", id);
    return { summary: `removed ${entity.kind} ${named(entity.name)}`, report };
  });
}

function ownEntity(journal: Journal, id: string, author: Author) {
  const row = readRow(journal.db, "entity", id);
  if (!row) throw new AppError("not-found", "That entity is no longer there.");
  const layer = String(row.layer);
  const { report } = checkOwnOpenLayer(journal, layer, author.annotator);
  return { entity: entityCodec.fromRow(row), layer, report: String(report) };
}

function relink(
  journal: Journal,
  author: Author,
  layer: string,
  spans: readonly string[],
  entity: string | null,
): void {
  for (const id of spans) {
    const { span, layer: own } = ownSpan(journal, id, author);
    if (own !== layer)
      throw new AppError("wrong-use", "An entity and its spans belong to one report.");
    journal.put("span", spanCodec.toRow({ ...span, entity }, layer));
    if (span.entity !== entity) removeBareEntity(journal, span.entity);
  }
}

function idsOfSpans(journal: Journal, entity: string): string[] {
  return spansOf(journal.db, entity).map(({ id }) => id);
}

/** The first one's values win; the second fills what is missing. */
function combined(first: Entity, second: Entity): Entity {
  const known = new Set(first.codes.map(({ system, code }) => `${system} ${code}`));
  return {
    ...first,
    name: first.name || second.name,
    codes: [
      ...first.codes,
      ...second.codes.filter(({ system, code }) => !known.has(`${system} ${code}`)),
    ],
    fields: { ...second.fields, ...first.fields },
    note: [first.note, second.note].filter(Boolean).join("\n"),
    unsure: first.unsure || second.unsure,
  };
}
