import { AppError } from "../../../shared/errors.ts";
import type { AttributeValue } from "../../../shared/model/attributes.ts";
import { decidedEntity, type GoldEntity } from "../../../shared/review/decide-entities.ts";
import {
  decidedLabel,
  decidedRelation,
  type GoldRelation,
} from "../../../shared/review/decide-relations.ts";
import { decidedSpans, type GoldSpan } from "../../../shared/review/decide-spans.ts";
import type { Choice } from "../../../shared/review/decision.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import { readRow } from "../journal.ts";
import { checkQuote } from "../spans.ts";
import { type Deciding, decisionsAbout, differenceWith } from "./deciding.ts";

/** What a decision puts into the gold layer. */
export type GoldPlan =
  | { stage: "spans"; spans: GoldSpan[] }
  | { stage: "entities"; entity: Omit<GoldEntity, "on"> | null; spans: string[] }
  | {
      stage: "relations";
      relation: Pick<GoldRelation, "label" | "attributes"> | null;
      from: string;
      to: string;
    }
  | { stage: "labels"; name: string; value: AttributeValue | null };

/** @throws AppError "wrong-use", "text-mismatch"; nothing is written here. */
export function planOf(deciding: Deciding, difference: Difference, choice: Choice): GoldPlan {
  const { layers, text, comparison } = deciding;
  switch (difference.stage) {
    case "spans": {
      const spans = decidedSpans(difference, layers, text, choice);
      for (const { ranges, quote } of spans) checkQuote(text, ranges, quote);
      return { stage: "spans", spans };
    }
    case "entities": {
      const decided = decidedEntity(difference, layers, comparison, choice);
      if (!decided) return { stage: "entities", entity: null, spans: [] };
      const { on, ...entity } = decided;
      return { stage: "entities", entity, spans: goldSpansOf(deciding, difference, on) };
    }
    case "relations": {
      const relation = decidedRelation(difference, layers, choice);
      if (!relation) return { stage: "relations", relation: null, from: "", to: "" };
      const ends = difference.on.map((key) => endOf(deciding, key));
      const [from = "", to = ""] = relation.isReversed ? ends.toReversed() : ends;
      return { stage: "relations", relation, from, to };
    }
    case "labels": {
      const value = decidedLabel(difference, layers, choice);
      return { stage: "labels", name: difference.words, value };
    }
    default:
      return difference.stage satisfies never;
  }
}

/** What is in the gold layer for a difference that is decided; null while it is not. */
function goldOf(deciding: Deciding, key: string): string[] | null {
  const difference = differenceWith(deciding, key);
  const [decision] = decisionsAbout(deciding, difference);
  if (!decision || decision.choice.do === "later") return null;
  const table = difference.stage === "entities" ? "entity" : "span";
  // Somebody who works as "gold" may have removed it.
  return decision.gold.filter((id) => readRow(deciding.journal.db, table, id) !== null);
}

/** The gold spans that an entity is spoken of by. An entity that nobody marked has none. */
function goldSpansOf(deciding: Deciding, { words }: Difference, on: readonly string[]): string[] {
  const found = on.map((key) => goldOf(deciding, key));
  const spans = found.flatMap((ids) => ids ?? []);
  if (on.length === 0 || spans.length > 0) return spans;
  throw new AppError(
    "wrong-use",
    found.includes(null)
      ? `The spans of “${words}” are not decided; decide them first.`
      : `No span of “${words}” is in the gold layer; leave it out.`,
  );
}

/** Of what was split into several the first. */
function endOf(deciding: Deciding, key: string): string {
  const { words } = differenceWith(deciding, key);
  const found = goldOf(deciding, key);
  const [id] = found ?? [];
  if (id !== undefined) return id;
  throw new AppError(
    "wrong-use",
    found === null
      ? `“${words}” is not decided, which the relation is about; decide that first.`
      : `“${words}” is not in the gold layer, so that nothing can be related to it; leave the relation out.`,
  );
}
