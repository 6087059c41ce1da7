import type { Id } from "../model/annotation.ts";
import type { Abbreviations } from "./abbreviations.ts";
import { type NameKeys, nameKeys } from "./name-keys.ts";

/** Finds, among many names, the few that are worth comparing with another. */
export interface NameIndex {
  add(name: string, owner: Id): void;
  remove(name: string, owner: Id): void;
  /** Who owns a name that compareNames may hold for one with this. */
  ownersLike(name: string): ReadonlySet<Id>;
}

interface Entry {
  keys: NameKeys;
  owners: Set<Id>;
}

export function createNameIndex(abbreviations: Abbreviations): NameIndex {
  const entries = new Map<string, Entry>();
  const byKey = new Map<string, Set<Entry>>();
  const byWord = new Map<string, Set<Entry>>();

  /** It stays when its last owner has gone: most such names come back. */
  function entryOf(name: string): Entry {
    const known = entries.get(name);
    if (known) return known;
    const entry = { keys: nameKeys(name, abbreviations), owners: new Set<Id>() };
    entries.set(name, entry);
    for (const key of entry.keys.whole) file(byKey, key, entry);
    for (const word of entry.keys.words) file(byWord, word, entry);
    return entry;
  }

  /** Those of which all words stand in the other, or the other way round. */
  function* entriesSharing(words: ReadonlySet<string>): Iterable<Entry> {
    const shared = new Map<Entry, number>();
    for (const word of words)
      for (const entry of byWord.get(word) ?? []) shared.set(entry, (shared.get(entry) ?? 0) + 1);
    for (const [entry, count] of shared)
      if (count >= Math.min(words.size, entry.keys.words.size)) yield entry;
  }

  function entriesLike({ whole, words }: NameKeys): Set<Entry> {
    const alike = Array.from(whole, (key) => [...(byKey.get(key) ?? [])]).flat();
    return new Set([...alike, ...entriesSharing(words)]);
  }

  return {
    add: (name, owner) => entryOf(name).owners.add(owner),
    remove: (name, owner) => entries.get(name)?.owners.delete(owner),
    ownersLike(name) {
      const found = entriesLike(nameKeys(name, abbreviations));
      return new Set(Array.from(found, ({ owners }) => [...owners]).flat());
    },
  };
}

function file(index: Map<string, Set<Entry>>, key: string, entry: Entry): void {
  const known = index.get(key);
  if (known) known.add(entry);
  else index.set(key, new Set([entry]));
}
