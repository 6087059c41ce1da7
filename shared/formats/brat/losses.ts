import type { Attributes } from "../../model/attributes.ts";
import { lineValues } from "./attribute-lines.ts";
import { bratValue } from "./names.ts";
import { describable, hasLine, type Plan } from "./plan.ts";

/** What other programs will not see, or see otherwise, although Casemark reads it back. */
export function lossesOf(plan: Plan, orphans: number): string[] {
  const { layer, ownEntities, ownRelations } = plan;
  const hidden = "brat has no line for this; Casemark reads it back, other programs do not see it.";
  const counted: [number, string, string][] = [
    [ownEntities.size, "entity", "entities"],
    [linksOf(plan), "span's link to its entity", "spans' links to their entities"],
    [ownRelations.size, "relation of entities", "relations of entities"],
    [hiddenGroups(plan), "group with entities in it", "groups with entities in them"],
    [
      hiddenArguments(plan),
      "event argument that is an entity",
      "event arguments that are entities",
    ],
    [layer.groups.filter(({ note }) => note !== "").length, "group's note", "groups' notes"],
    [Object.keys(layer.labels).length, "report label", "report labels"],
    [layer.status === "open" ? 0 : 1, `layer status ("${layer.status}")`, ""],
  ];
  return [
    ...counted
      .filter(([count]) => count > 0)
      .map(([count, one, many]) => `${count} ${count === 1 ? one : many}: ${hidden}`),
    ...spellings(plan),
    ...respelledValues(plan),
    ...relationAttributes(plan),
    ...(orphans === 0
      ? []
      : [
          orphans === 1
            ? "1 line that was kept as it came is left out, since what it speaks of was removed."
            : `${orphans} lines that were kept as they came are left out, since what they speak of was removed.`,
        ]),
  ];
}

function linksOf({ spans, ownEntities }: Plan): number {
  return spans.filter(({ entity }) => ownEntities.has(entity ?? "")).length;
}

function hiddenGroups(plan: Plan): number {
  return plan.layer.groups.filter(({ members }) => !members.every((id) => hasLine(plan, id)))
    .length;
}

function hiddenArguments(plan: Plan): number {
  return plan.layer.events
    .flatMap(({ arguments: all }) => all)
    .filter(({ target }) => !hasLine(plan, target)).length;
}

function spellings({ namesInLines, spelling }: Plan): string[] {
  return namesInLines.flatMap((name) => {
    const spelled = spelling.get(name);
    return spelled === undefined
      ? []
      : [
          `"${name}" is written as "${spelled}", since brat allows letters, digits, - and _ only; Casemark reads the true name back.`,
        ];
  });
}

function respelledValues(plan: Plan): string[] {
  const count = describable(plan).flatMap(({ attributes }) => changedValues(attributes)).length;
  const end =
    "with _ for spaces, since brat allows one word only; Casemark reads the true value back.";
  if (count === 0) return [];
  return [
    count === 1
      ? `1 attribute value is written ${end}`
      : `${count} attribute values are written ${end}`,
  ];
}

function changedValues(attributes: Attributes): string[] {
  return Object.values(attributes)
    .flatMap(lineValues)
    .filter((value) => value !== null)
    .filter((value) => bratValue(value) !== value);
}

function relationAttributes(plan: Plan): string[] {
  const count = plan.layer.relations
    .filter(({ id }) => !plan.ownRelations.has(id))
    .flatMap(({ attributes }) => Object.keys(attributes)).length;
  if (count === 0) return [];
  const subject =
    count === 1 ? "1 attribute of a relation is" : `${count} attributes of relations are`;
  return [`${subject} written, which brat itself reports as an error and does not show.`];
}
