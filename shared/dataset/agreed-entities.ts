import { shown } from "../formats/fit/shown.ts";
import type { LossBook } from "../formats/losses.ts";
import type { Code, Entity, Span } from "../model/annotation.ts";
import type { DocumentLayer } from "../model/document.ts";
import {
  type Agreeing,
  type Alike,
  alikeIn,
  commonAttributes,
  notAgreed,
  notCompared,
  sayLost,
} from "./alike.ts";

/**
 * The entities that all layers have: those of one kind and name that agreed spans speak of, and then of the
 * others those of one kind and name. An entity stands for one of each other layer.
 * @param spans the agreed spans.
 */
export function alikeEntities(
  layers: readonly DocumentLayer[],
  spans: readonly Alike<Span>[],
): Alike<Entity>[] {
  const spoken = spokenAlike(layers, spans);
  const taken = layers.map((_, at) => new Set(spoken.map((alike) => alike[at]?.id)));
  const left = layers.map(({ entities }, at) => entities.filter(({ id }) => !taken[at]?.has(id)));
  const named = alikeIn(left, (entity) => (entity.name === "" ? null : identityOf(entity)));
  const order = new Map(layers[0]?.entities.map(({ id }, at) => [id, at]));
  const placeIn = ([{ id }]: Alike<Entity>) => order.get(id) ?? 0;
  return [...spoken, ...named].sort((a, b) => placeIn(a) - placeIn(b));
}

const identityOf = ({ kind, name }: Entity) => JSON.stringify([kind, name]);

/** Of spans that speak of different ones in some layer and of the same in another, the first decide. */
function spokenAlike(
  layers: readonly DocumentLayer[],
  spans: readonly Alike<Span>[],
): Alike<Entity>[] {
  const byId = layers.map(({ entities }) => new Map(entities.map((one) => [one.id, one])));
  const taken = layers.map(() => new Set<string>());
  return spans.flatMap((alike): Alike<Entity>[] => {
    const [first, ...others] = alike.flatMap(({ entity }, at) => byId[at]?.get(entity ?? "") ?? []);
    if (first === undefined || others.length < alike.length - 1) return [];
    const all: Alike<Entity> = [first, ...others];
    const isOne = all.every(
      (entity, at) => identityOf(entity) === identityOf(first) && !taken[at]?.has(entity.id),
    );
    if (!isOne) return [];
    for (const [at, { id }] of all.entries()) taken[at]?.add(id);
    return [all];
  });
}

/** The first one's entity with what all say of it; the rest is counted. */
export function agreedEntity(alike: Alike<Entity>, { book, name: report }: Agreeing): Entity {
  const [{ id, kind, name }] = alike;
  const where = shown(report, name);
  for (const { note, unsure } of alike) {
    if (note !== "") book.lose("Notes on entities", notCompared, where);
    if (unsure) book.lose("Entities marked unsure", notCompared, where);
  }
  const given = alike.map(({ fields }) => fields);
  const fields = commonAttributes(given);
  sayLost(given, fields, (field) =>
    book.lose("Fields of agreed entities", notAgreed, `${where}, ${field}`),
  );
  return { id, kind, name, codes: agreedCodes(alike, where, book), fields, note: "" };
}

function agreedCodes(alike: Alike<Entity>, where: string, book: LossBook): Code[] {
  const all = alikeIn(
    alike.map(({ codes }) => codes),
    textOf,
  );
  const common = new Set(all.map(([code]) => textOf(code)));
  const single = new Set(alike.flatMap(({ codes }) => codes.map(textOf)));
  for (const text of single)
    if (!common.has(text)) book.lose("Codes of agreed entities", notAgreed, `${where}, ${text}`);
  return all.map((codes) => {
    const displays = new Set(codes.flatMap(({ display }) => display || []));
    const [display = ""] = displays.size > 1 ? [] : displays;
    if (displays.size > 1)
      book.lose("Names beside codes", notAgreed, `${where}: ${[...displays].join(", ")}`);
    const [{ system, code }] = codes;
    return { system, code, display };
  });
}

const textOf = ({ system, code }: Pick<Code, "system" | "code">) => `${system}:${code}`;
