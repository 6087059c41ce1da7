import type { Group, Span } from "../../../model/annotation.ts";
import type { AttributeValue } from "../../../model/attributes.ts";
import type { DocumentLayer } from "../../../model/document.ts";
import { shortenedQuote } from "../../../text/offsets.ts";
import type { Loss } from "../../losses.ts";
import { lineValues } from "../grammar/attributes.ts";
import { bratValue } from "../spelling.ts";
import { describable, hasLine, type Plan } from "./plan.ts";

const hidden = "brat has no line for this; Casemark reads it back, other programs do not see it.";
const respelled =
  "brat allows one word only, so _ stands for spaces; Casemark reads the true value back.";
const refused = "brat itself reports this as an error and does not show it.";
const orphaned = "left out, since what they speak of was removed.";

/** What other programs will not see of the layer, or see otherwise, although Casemark reads it back. */
export function lossesOf(plan: Plan, orphans: ReadonlySet<string>): Loss[] {
  const { layer, ownEntities, ownRelations } = plan;
  const rows: [things: string, examples: string[], consequence: string][] = [
    ["Entities", namesOf(plan, ownEntities), hidden],
    ["Links of spans to entities", linksOf(plan), hidden],
    ["Relations of entities", labelsOf(ownRelationsOf(layer, ownRelations)), hidden],
    ["Groups with entities in them", labelsOf(hiddenGroups(plan)), hidden],
    ["Event arguments that are entities", hiddenArguments(plan), hidden],
    ["Notes on groups", notesOf(layer.groups), hidden],
    ["Spans marked unsure", quotesOf(layer.spans.filter(({ unsure }) => unsure)), hidden],
    ["Layers marked unsure", layer.unsure ? [layer.annotator] : [], hidden],
    ["Notes on reports", layer.note ? [quoted(layer.note)] : [], hidden],
    ["Report labels", Object.keys(layer.labels), hidden],
    [`Layers marked ${layer.status}`, layer.status === "open" ? [] : [layer.annotator], hidden],
    ["Attribute values of several words", respelledValues(plan), respelled],
    ["Attributes of relations", relationAttributes(plan), refused],
    ["Lines that were kept as they came", [...orphans], orphaned],
  ];
  return [
    ...rows
      .filter(([, examples]) => examples.length > 0)
      .map(([things, examples, consequence]) => ({
        ...{ things, count: examples.length, consequence },
        // What is read back may stand in another order, and loses the same.
        examples: examples.toSorted(),
      })),
    ...spellings(plan),
  ];
}

const quoted = (text: string) => `“${shortenedQuote(text)}”`;
const quotesOf = (spans: readonly Span[]) => spans.map(({ quote }) => quoted(quote));
const labelsOf = (all: readonly { label: string }[]) => all.map(({ label }) => label);

const namesOf = ({ entities }: Plan, ids: ReadonlySet<string>) =>
  [...ids].map((id) => quoted(entities.get(id)?.name ?? id));

const ownRelationsOf = ({ relations }: DocumentLayer, own: ReadonlySet<string>) =>
  relations.filter(({ id }) => own.has(id));

const notesOf = (all: readonly { label: string; note: string }[]) =>
  all.flatMap(({ label, note }) => (note === "" ? [] : [`${label}: ${quoted(note)}`]));

function linksOf({ spans, ownEntities }: Plan): string[] {
  return quotesOf(spans.filter(({ entity }) => ownEntities.has(entity ?? "")));
}

function hiddenGroups(plan: Plan): Group[] {
  const { groups } = plan.layer;
  return groups.filter(({ members }) => !members.every((id) => hasLine(plan, id)));
}

function hiddenArguments(plan: Plan): string[] {
  return plan.layer.events.flatMap((event) =>
    event.arguments
      .filter(({ target }) => !hasLine(plan, target))
      .map(({ role }) => `${event.label}, ${role}`),
  );
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

function respelledValues(plan: Plan): string[] {
  return describable(plan).flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, value]) =>
      changedValues(value).map((words) => `${name}: ${quoted(words)}`),
    ),
  );
}

function changedValues(value: AttributeValue): string[] {
  return lineValues(value)
    .filter((words) => words !== null)
    .filter((words) => bratValue(words) !== words);
}

function relationAttributes({ layer, ownRelations }: Plan): string[] {
  return layer.relations
    .filter(({ id }) => !ownRelations.has(id))
    .flatMap(({ label, attributes }) => Object.keys(attributes).map((name) => `${label}, ${name}`));
}
