import type { DocumentLayer, LayerSource } from "../../../model/document.ts";
import { idOfSourceKey, sourceKey } from "../source-key.ts";

/** The next free names of a file: T8, E3, #5 ... */
interface FreeNames {
  next(letter: string): string;
}

/** Names that no line of the source has, had or speaks of. */
export function freeNames(source: LayerSource | null): FreeNames {
  const highest = new Map<string, number>();
  for (const { name } of source?.lines ?? [])
    for (const word of name.split("\t").slice(0, 2).join(" ").split(/[ :]/)) {
      const [, letter, number] = /^([TERAMNX#])(\d{1,15})$/.exec(word) ?? [];
      if (letter !== undefined)
        highest.set(letter, Math.max(highest.get(letter) ?? 0, Number(number)));
    }
  return {
    next(letter) {
      const number = (highest.get(letter) ?? 0) + 1;
      highest.set(letter, number);
      return `${letter}${number}`;
    },
  };
}

/** The names by which lines refer to annotations: those of the source, then the next free ones. */
export function namesOf(layer: DocumentLayer, free: FreeNames): Map<string, string> {
  const before = namesInSource(layer.source);
  const lists = { T: layer.spans, E: layer.events, R: layer.relations, X: layer.entities };
  return new Map(
    Object.entries(lists).flatMap(([letter, annotations]) =>
      annotations.map(({ id }) => [id, before.get(id) ?? free.next(letter)]),
    ),
  );
}

/** Names that lines had, and those that only notes of ours gave, as `#7 X1` says. */
function namesInSource(source: LayerSource | null): Map<string, string> {
  const names = new Map<string, string>();
  for (const { key, name } of source?.lines ?? []) {
    const id = idOfSourceKey(key);
    const [first, second] = name.split(/[ \t]/);
    if (key === id && first !== undefined) names.set(id, first);
    if (key === sourceKey.own(id) && second !== undefined && !names.has(id)) names.set(id, second);
  }
  return names;
}
