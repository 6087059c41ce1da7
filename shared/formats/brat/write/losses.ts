import type { Attributes } from "../../../model/attributes.ts";
import type { Loss } from "../../losses.ts";
import { lineValues } from "../grammar/attributes.ts";
import { bratValue } from "../spelling.ts";
import { describable, hasLine, type Plan } from "./plan.ts";

const hidden = "brat has no line for this; Casemark reads it back, other programs do not see it.";
const respelled =
  "brat allows one word only, so _ stands for spaces; Casemark reads the true value back.";
const refused = "brat itself reports this as an error and does not show it.";
const orphaned = "left out, since what they speak of was removed.";

/** What other programs will not see, or see otherwise, although Casemark reads it back. */
export function lossesOf(plan: Plan, orphans: number): Loss[] {
  const { layer, ownEntities, ownRelations } = plan;
  const counts: [things: string, count: number, consequence: string][] = [
    ["Entities", ownEntities.size, hidden],
    ["Links of spans to entities", linksOf(plan), hidden],
    ["Relations of entities", ownRelations.size, hidden],
    ["Groups with entities in them", hiddenGroups(plan), hidden],
    ["Event arguments that are entities", hiddenArguments(plan), hidden],
    ["Notes on groups", layer.groups.filter(({ note }) => note !== "").length, hidden],
    ["Spans marked unsure", layer.spans.filter(({ unsure }) => unsure).length, hidden],
    ["Layers marked unsure", layer.unsure ? 1 : 0, hidden],
    ["Notes on reports", layer.note ? 1 : 0, hidden],
    ["Report labels", Object.keys(layer.labels).length, hidden],
    [`Layers marked ${layer.status}`, layer.status === "open" ? 0 : 1, hidden],
    ["Attribute values of several words", respelledValues(plan), respelled],
    ["Attributes of relations", relationAttributes(plan), refused],
    ["Lines that were kept as they came", orphans, orphaned],
  ];
  return [
    ...counts
      .filter(([, count]) => count > 0)
      .map(([things, count, consequence]) => ({ things, count, consequence, examples: [] })),
    ...spellings(plan),
  ];
}

function linksOf({ spans, ownEntities }: Plan): number {
  return spans.filter(({ entity }) => ownEntities.has(entity ?? "")).length;
}

function hiddenGroups(plan: Plan): number {
  const { groups } = plan.layer;
  return groups.filter(({ members }) => !members.every((id) => hasLine(plan, id))).length;
}

function hiddenArguments(plan: Plan): number {
  const all = plan.layer.events.flatMap((event) => event.arguments);
  return all.filter(({ target }) => !hasLine(plan, target)).length;
}

function spellings({ namesInLines, spelling }: Plan): Loss[] {
  const changed = namesInLines.filter((name) => spelling.has(name));
  const examples = changed.map((name) => `"${name}" → "${spelling.get(name)}"`);
  const things = "Names that are spelled otherwise";
  return changed.length === 0
    ? []
    : [{ things, count: changed.length, consequence: otherwise, examples }];
}

const otherwise = "brat allows letters, digits, - and _ only; Casemark reads the true names back.";

function respelledValues(plan: Plan): number {
  return describable(plan).flatMap(({ attributes }) => changedValues(attributes)).length;
}

function changedValues(attributes: Attributes): string[] {
  return Object.values(attributes)
    .flatMap(lineValues)
    .filter((value) => value !== null)
    .filter((value) => bratValue(value) !== value);
}

function relationAttributes({ layer, ownRelations }: Plan): number {
  return layer.relations
    .filter(({ id }) => !ownRelations.has(id))
    .flatMap(({ attributes }) => Object.keys(attributes)).length;
}
