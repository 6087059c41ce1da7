import type { Scheme } from "../../shared/model/scheme.ts";
import type { NamedList, Subject } from "../../shared/scheme/rewrite-changes.ts";
import { createValueStore } from "../state/value-store.ts";

/** The lists that the screen shows one below the other. */
export type TopList = Exclude<NamedList, "fields" | "roles">;

export const topLists = [
  { list: "labels", title: "Labels", one: "label" },
  { list: "kinds", title: "Kinds of entities", one: "kind of entity" },
  { list: "attributes", title: "Attributes of spans", one: "attribute" },
  { list: "relations", title: "Relations", one: "relation" },
  { list: "events", title: "Events", one: "event" },
  { list: "groups", title: "Groups", one: "group" },
  { list: "reportLabels", title: "Labels of whole reports", one: "report label" },
] as const satisfies readonly { list: TopList; title: string; one: string }[];

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
