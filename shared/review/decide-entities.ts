import { AppError } from "../errors.ts";
import type { Entity, Id, Layer } from "../model/annotation.ts";
import type { Choice } from "./decision.ts";
import type { Comparison, Difference } from "./difference.ts";
import {
  acceptedVersion,
  intersectionOfAttributes,
  intersectionOfCodes,
  mostOf,
  unionOfAttributes,
  unionOfCodes,
  versionOf,
} from "./outcome.ts";

/** An entity as the gold layer is to have it. */
export interface GoldEntity extends Pick<Entity, "kind" | "name" | "codes" | "fields"> {
  /** Keys of the differences whose gold spans speak of it. */
  on: string[];
}

/** What a choice makes of a difference of entities; null for nothing. @throws AppError "wrong-use" */
export function decidedEntity(
  difference: Difference,
  layers: readonly Layer[],
  comparison: Comparison,
  choice: Choice,
): GoldEntity | null {
  const versions = () => versionsOf(difference, layers, comparison);
  switch (choice.do) {
    case "take":
      return ofAnnotator(versions(), versionOf(difference, choice.annotator)?.annotator);
    case "accept": {
      const agreed = ofAnnotator(versions(), acceptedVersion(difference, choice.rule).annotator);
      // It is spoken of wherever anybody's span of it is.
      return agreed && { ...agreed, on: difference.on };
    }
    case "union":
      return mergedEntity(difference, versions(), difference.on, unionOfCodes, unionOfAttributes);
    case "intersection":
      return mergedEntity(
        difference,
        versions(),
        commonPlaces(difference, versions(), comparison),
        intersectionOfCodes,
        (_, given) => intersectionOfAttributes(given),
      );
    case "editEntity":
      return { ...choice.entity, on: difference.on };
    case "none":
    case "later":
      return null;
    case "edit":
    case "editRelation":
    case "editLabel":
      throw new AppError("wrong-use", "Entities are edited as entities.");
    default:
      return choice satisfies never;
  }
}

type Versions = ReadonlyMap<string, GoldEntity>;

function versionsOf(
  { versions, on }: Difference,
  layers: readonly Layer[],
  { differences }: Comparison,
): Versions {
  const own = new Set(on);
  const spans = differences.filter(({ stage, key }) => stage === "spans" && own.has(key));
  return new Map(
    versions.flatMap(({ annotator, members: [id = ""] }) => {
      const layer = layers.find((one) => one.annotator === annotator);
      const entity = layer?.entities.find((one) => one.id === id);
      if (!layer || !entity) return [];
      const { kind, name, codes, fields } = entity;
      const places = placesOf(layer, id, spans);
      return [[annotator, { kind, name, codes, fields, on: places }] as const];
    }),
  );
}

/** Keys of the differences with a span that speaks of an entity. */
function placesOf({ spans }: Layer, entity: Id, differences: readonly Difference[]): string[] {
  const mentions = new Set(spans.filter((span) => span.entity === entity).map(({ id }) => id));
  return differences
    .filter(({ versions }) =>
      versions.some(({ members }) => members.some((id) => mentions.has(id))),
    )
    .map(({ key }) => key);
}

function ofAnnotator(versions: Versions, annotator: string | undefined): GoldEntity | null {
  return versions.get(annotator ?? "") ?? null;
}

/** Places at which everybody who has an entity here and a span there has linked the two. */
function commonPlaces(
  { on }: Difference,
  versions: Versions,
  { differences }: Comparison,
): string[] {
  const byKey = new Map(differences.map((difference) => [difference.key, difference]));
  return on.filter((key) =>
    [...versions].every(([annotator, version]) => {
      const isThere = byKey.get(key)?.versions.some((one) => one.annotator === annotator);
      return !isThere || version.on.includes(key);
    }),
  );
}

function mergedEntity(
  { words }: Difference,
  versions: Versions,
  on: string[],
  codesOf: typeof unionOfCodes,
  fieldsOf: typeof unionOfAttributes,
): GoldEntity {
  const all = [...versions.values()];
  return {
    kind: mostOf(
      "kind",
      words,
      all.map(({ kind }) => kind),
    ),
    name: longest(all.map(({ name }) => name)),
    codes: codesOf(all.map(({ codes }) => codes)),
    fields: fieldsOf(
      words,
      all.map(({ fields }) => fields),
    ),
    on,
  };
}

/** Of names that nobody can tell apart the one that says the most. */
function longest(names: readonly string[]): string {
  return names.reduce((best, name) => (name.length > best.length ? name : best), "");
}
