import type { Scheme } from "../../shared/model/scheme.ts";
import type { NamedList, Subject } from "../../shared/scheme/rewrite-changes.ts";
import { t } from "../messages.ts";
import { createValueStore } from "../state/value-store.ts";

/** The lists that the screen shows one below the other. */
export type TopList = Exclude<NamedList, "fields" | "roles">;

/** Each with its heading, what one of it is called, and the heading for a new one. */
export const topLists = [
  { list: "labels", title: t("Labels"), one: t("label"), added: t("New label") },
  {
    list: "kinds",
    title: t("Kinds of entities"),
    one: t("kind of entity"),
    added: t("New kind of entity"),
  },
  {
    list: "attributes",
    title: t("Attributes of spans"),
    one: t("attribute"),
    added: t("New attribute"),
  },
  { list: "relations", title: t("Relations"), one: t("relation"), added: t("New relation") },
  { list: "events", title: t("Events"), one: t("event"), added: t("New event") },
  { list: "groups", title: t("Groups"), one: t("group"), added: t("New group") },
  {
    list: "reportLabels",
    title: t("Labels of whole reports"),
    one: t("report label"),
    added: t("New report label"),
  },
] as const satisfies readonly { list: TopList; title: string; one: string; added: string }[];

/** One definition at the top of the scheme. */
export interface Item {
  list: TopList;
  name: string;
}

/** What the screen shows in detail; null for the first label. It is kept while other screens are shown. */
export const chosenItem = createValueStore<Item | null>(null);

export const choose = (list: TopList, name: string): void => chosenItem.set({ list, name });

export const keyOfItem = ({ list, name }: Item): string => `${list} ${name}`;

export function itemOfKey(key: string): Item | null {
  const [word = "", ...rest] = key.split(" ");
  const known = topLists.find(({ list }) => list === word);
  return known ? { list: known.list, name: rest.join(" ") } : null;
}

/** The chosen definition, or the first one where there is none; null in an empty scheme. */
export function itemIn(scheme: Scheme, chosen: Item | null): Item | null {
  if (chosen) return chosen;
  const first = topLists.find(({ list }) => scheme[list].length > 0);
  const name = first && scheme[first.list][0]?.name;
  return first && name !== undefined ? { list: first.list, name } : null;
}

export const subjectOfItem = ({ list, name }: Item): Subject => ({ list, of: null, name });
