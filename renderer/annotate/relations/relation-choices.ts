import type { Entity, Id, Span } from "../../../shared/model/annotation.ts";
import type { RelationDefinition, Scheme } from "../../../shared/model/scheme.ts";
import type { ReportState } from "../../state/report-state.ts";
import { relationIndex } from "./relation-index.ts";

/** One relation that the scheme allows between two things, and the report does not have yet. */
export interface RelationChoice {
  label: string;
  from: Id;
  to: Id;
  between: "spans" | "entities";
  /** It leads to where the person began. */
  isReversed: boolean;
}

type State = Pick<ReportState, "spans" | "entities" | "relations">;

interface End {
  id: Id;
  type: string;
}

/**
 * The relations that may lead from the one span to the other, or between the entities that they
 * speak of; where a kind is allowed the other way round only, it is offered that way round.
 */
export function relationChoices(scheme: Scheme, state: State, from: Id, to: Id): RelationChoice[] {
  const [one, other] = [state.spans.get(from), state.spans.get(to)];
  if (!one || !other || from === to) return [];
  const pairs = [
    { between: "spans" as const, ends: [endOfSpan(one), endOfSpan(other)] as const },
    ...entityPair(one, other, state.entities),
  ];
  return pairs
    .flatMap(({ between, ends: [a, b] }) =>
      scheme.relations.flatMap((definition) => choiceOf(definition, between, a, b)),
    )
    .filter((choice) => !isThere(state, choice));
}

const endOfSpan = ({ id, label }: Span): End => ({ id, type: label });
const endOfEntity = ({ id, kind }: Entity): End => ({ id, type: kind });

function entityPair(one: Span, other: Span, entities: State["entities"]) {
  const [a, b] = [entities.get(one.entity ?? ""), entities.get(other.entity ?? "")];
  if (!a || !b || a === b) return [];
  return [{ between: "entities" as const, ends: [endOfEntity(a), endOfEntity(b)] as const }];
}

function choiceOf(
  definition: RelationDefinition,
  between: RelationChoice["between"],
  a: End,
  b: End,
): RelationChoice[] {
  const { name: label } = definition;
  if (isAllowed(definition, a, b))
    return [{ label, from: a.id, to: b.id, between, isReversed: false }];
  if (isAllowed(definition, b, a))
    return [{ label, from: b.id, to: a.id, between, isReversed: true }];
  return [];
}

/** An empty list allows any. */
function isAllowed({ from, to }: RelationDefinition, a: End, b: End): boolean {
  const fits = (allowed: readonly string[], { type }: End) =>
    allowed.length === 0 || allowed.includes(type);
  return fits(from, a) && fits(to, b);
}

function isThere({ relations }: State, { label, from, to }: RelationChoice): boolean {
  const known = relationIndex(relations).get(from) ?? [];
  return known.some((one) => one.label === label && one.from === from && one.to === to);
}
