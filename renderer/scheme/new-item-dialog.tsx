import {
  type AttributeDefinition,
  colours,
  type LabelDefinition,
  type Scheme,
} from "../../shared/model/scheme.ts";
import { NameDialog } from "../dialogs/name-dialogs.tsx";
import { toast } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { choose, type TopList, topLists } from "./chosen.ts";
import { saveScheme } from "./rewrite.ts";

interface NewItemDialogProps {
  scheme: Scheme;
  list: TopList;
  /** The label that a new one is to stand below. */
  parent: string | null;
  onClose: () => void;
}

/** Adds a definition with what is most likely; everything else is changed in its place. */
export function NewItemDialog({ scheme, list, parent, onClose }: NewItemDialogProps) {
  const { one = list, added = "" } = topLists.find((known) => known.list === list) ?? {};
  const add = async (name: string) => {
    if (scheme[list].some((known) => known.name === name)) {
      toast({
        tone: "danger",
        text: t("There is a {one} “{name}” already; choose another name.", { one, name }),
      });
      return false;
    }
    const change = await saveScheme(withItem(scheme, list, name, parent));
    if (change) choose(list, name);
    return change !== null;
  };
  return (
    <NameDialog
      title={parent === null ? added : t("New label below {parent}", { parent })}
      label={t("Name")}
      description={t(
        "As it is to stand in every file. Renaming it later takes its annotations along.",
      )}
      action={t("Add")}
      onName={add}
      onClose={onClose}
    />
  );
}

const attribute = (name: string): AttributeDefinition => ({
  name,
  type: "flag",
  choices: [],
  unit: "",
  on: [],
});

function withItem(scheme: Scheme, list: TopList, name: string, parent: string | null): Scheme {
  switch (list) {
    case "labels":
      return { ...scheme, labels: [...scheme.labels, newLabel(scheme, name, parent)] };
    case "kinds":
      return { ...scheme, kinds: [...scheme.kinds, { name, fields: [], codes: [] }] };
    case "attributes":
      return { ...scheme, attributes: [...scheme.attributes, attribute(name)] };
    case "relations":
      return { ...scheme, relations: [...scheme.relations, { name, from: [], to: [] }] };
    case "events":
      return { ...scheme, events: [...scheme.events, { name, roles: [] }] };
    case "groups":
      return { ...scheme, groups: [...scheme.groups, { name }] };
    case "reportLabels":
      return { ...scheme, reportLabels: [...scheme.reportLabels, attribute(name)] };
    default:
      return list satisfies never;
  }
}

/** With the first colour that no other label has, and of its parent's kind. */
function newLabel({ labels }: Scheme, name: string, parent: string | null): LabelDefinition {
  const used = new Set(labels.map(({ colour }) => colour));
  const colour = colours.find((free) => !used.has(free)) ?? "slate";
  const kind = labels.find((label) => label.name === parent)?.kind ?? null;
  return { name, parent, kind, colour, key: null, guideline: "" };
}
