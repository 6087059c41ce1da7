import type { TextRange } from "../../model/annotation.ts";
import type { Attributes } from "../../model/attributes.ts";
import { type ComparedSpan, comparedSpan } from "../spans/compared-span.ts";
import { inOrder, type Placed } from "../spans/match.ts";
import { type MarkedTokens, markedTokens } from "../tokens/marked-tokens.ts";
import { createNames } from "./names.ts";
import type { StudyLayer } from "./report.ts";

/** An annotator's work on a report, ready to be compared with several others'. */
export interface PreparedLayer {
  annotator: string;
  layer: StudyLayer;
  /** Each place and label once. */
  spans: ComparedSpan[];
  /** What each says besides. */
  attributes: Attributes[];
  /** The cell in which each is counted, of group 0. */
  cells: Int32Array;
  /** Their places by what they are and mark. */
  placeOfSame: ReadonlyMap<string, number>;
  /** In the order of the text. */
  ordered: readonly Placed[];
  /** The entity that each speaks of. */
  entityOf: (string | null)[];
  /** The same as numbers, in the order in which they are first spoken of; -1 for none. */
  entityNumberOf: Int32Array;
  /** The entities that are spoken of, by number. */
  entityIds: readonly string[];
  /** Where each entity is first spoken of. */
  entityStart: ReadonlyMap<string, number>;
  /** The codes of each entity that has any. */
  codesOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Where a span of the layer is among them, those marked twice too. */
  placeOf: ReadonlyMap<string, number>;
  marked: MarkedTokens;
}

/**
 * A layer with its spans as they are compared; what is marked twice with the same label counts once.
 * @param cellOf where a span of a label that begins at an offset is counted, of group 0.
 */
export function preparedLayer(
  layer: StudyLayer,
  tokens: readonly TextRange[],
  cellOf: (label: string, start: number) => number,
): PreparedLayer {
  const prepared = {
    spans: [] as ComparedSpan[],
    attributes: [] as Attributes[],
    entityOf: [] as (string | null)[],
    placeOf: new Map<string, number>(),
  };
  const known = new Map<string, number>();
  for (const span of layer.spans) {
    const compared = comparedSpan(span);
    const { placeAndLabel: key } = compared;
    const there = known.get(key);
    prepared.placeOf.set(span.id, there ?? prepared.spans.length);
    if (there !== undefined) continue;
    known.set(key, prepared.spans.length);
    prepared.spans.push(compared);
    prepared.attributes.push(span.attributes);
    prepared.entityOf.push(span.entity);
  }
  const marked = markedTokens(prepared.spans, tokens);
  return {
    ...{ annotator: layer.annotator, layer, marked, ...prepared },
    cells: Int32Array.from(prepared.spans, ({ label, start }) => cellOf(label, start)),
    placeOfSame: known,
    ordered: inOrder(prepared.spans),
    ...numbered(prepared.entityOf),
    entityStart: firstStarts(prepared),
    codesOf: codesById(layer.entities),
  };
}

function firstStarts({ spans, entityOf }: Pick<PreparedLayer, "spans" | "entityOf">) {
  const found = new Map<string, number>();
  for (const [at, { start }] of spans.entries()) {
    const entity = entityOf[at] ?? null;
    if (entity !== null) found.set(entity, Math.min(start, found.get(entity) ?? start));
  }
  return found;
}

function numbered(entityOf: readonly (string | null)[]) {
  const { numberOf, all } = createNames();
  const numbers = entityOf.map((entity) => (entity === null ? -1 : numberOf(entity)));
  return { entityNumberOf: Int32Array.from(numbers), entityIds: all };
}

function codesById(entities: StudyLayer["entities"]): Map<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const { id, codes } of entities)
    if (codes.length > 0)
      found.set(id, new Set(codes.map(({ system, code }) => JSON.stringify([system, code]))));
  return found;
}
