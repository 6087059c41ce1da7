import { literal } from "../text/literal.ts";
import type { Catalogue } from "./translator.ts";

/** A sentence with numbered holes, as it is matched and as it is said. */
export interface Template {
  /** What stands around the holes; a sentence without all of it needs no closer look. */
  words: readonly string[];
  /** Quoted values without quotes in them. */
  strict: RegExp;
  /** Quoted values with any: a title may have some of its own. */
  loose: RegExp;
  /** The strict one of what is said of a subject before it, "has no text at {0}"; null for others. */
  predicate: RegExp | null;
  /** For each hole of the English, whether its value is a sentence in its turn. */
  said: readonly boolean[];
  translation: string;
}

interface Templates {
  exact: ReadonlyMap<string, string>;
  /** Those with the most words of their own first: they know best what they say. */
  worded: readonly Template[];
  /** Those of signs alone. */
  bare: readonly Template[];
}

/** What has so much of a template's own words is meant by it, whatever quotes its values have. */
const surelyMeant = 40;

export const isSure = ({ words }: Pick<Template, "words">) => words.join("").length >= surelyMeant;

const isPredicate = (words: readonly string[]) =>
  /^\p{Ll}+ /u.test(words[0] ?? "") && isSure({ words });

const hole = /\{\d+\}/g;

export function templatesOf(catalogue: Catalogue): Templates {
  const entries = Object.entries(catalogue).map(withoutStop);
  const isTemplate = ([key]: readonly string[]) => /\{\d+\}/.test(key ?? "");
  const all = entries
    .filter(isTemplate)
    .sort(([a], [b]) => weight(b) - weight(a))
    .map(([key, translation]) => templateOf(key, translation));
  const isWorded = ({ words }: Template) => words.some((part) => /\p{L}/u.test(part));
  return {
    exact: new Map(entries.filter((entry) => !isTemplate(entry))),
    worded: all.filter(isWorded),
    bare: all.filter((template) => !isWorded(template)),
  };
}

/** Letters count; of two alike, what begins with a word of its own is sooner told from others. */
const weight = (key: string) => key.replace(hole, "").length + (key.startsWith("{") ? 0 : 0.5);

/** Whether there is one is for the sentence to say. */
function withoutStop([key, translation]: readonly [string, string]): [string, string] {
  const isSentence = key.endsWith(".") && translation.endsWith(".");
  return isSentence ? [key.slice(0, -1), translation.slice(0, -1)] : [key, translation];
}

function templateOf(key: string, translation: string): Template {
  const words = key.split(hole);
  const quoted = words.slice(1).map((after, at) => isQuoted(words[at] ?? "", after));
  const marks = new Map(
    Array.from(translation.matchAll(/\{(\d+)([!=])\}/g), ([, at, mark]) => [Number(at), mark]),
  );
  const isSaid = (at: number) => (marks.has(at) ? marks.get(at) === "!" : !quoted[at]);
  const isCount = /^\{0\} \p{Ll}+$/u.test(key);
  const value = (data: string) => (at: number) =>
    isCount ? "([\\d,]+)" : quoted[at] && !isSaid(at) ? data : "(.+?)";
  const strict = patternOf(words, value('([^“”"]*)'));
  return {
    words,
    strict,
    // Behind a sign or a line's end another part begins; a subject is a place in a file.
    predicate: isPredicate(words)
      ? new RegExp(`^(.{0,200}?[^:;,.]) ${strict.source.slice(1)}`)
      : null,
    loose: patternOf(words, value("(.*?)")),
    said: quoted.map((_, at) => isSaid(at)),
    translation,
  };
}

const isQuoted = (before: string, after: string) => /[“"]$/.test(before) && /^[”"]/.test(after);

/** Of several places where a value may end, it ends at the first. */
function patternOf(words: readonly string[], value: (at: number) => string): RegExp {
  const parts = words.map((part, at) => literal(part) + (at < words.length - 1 ? value(at) : ""));
  return new RegExp(`^${parts.join("")}$`, "s");
}
