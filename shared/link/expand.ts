import type { Abbreviations } from "./abbreviations.ts";
import { fullName } from "./known-names.ts";
import { formOf, type NameForm, type PlainWords, plainWords } from "./name-form.ts";

/** Gives a name's words with what its abbreviations stand for, in this text first, else everywhere. */
type Expand = (form: NameForm) => PlainWords;

interface Explained {
  short: string;
  words: readonly string[];
}

const expanders = new WeakMap<Abbreviations, Expand>();

/** One expander for each set of abbreviations. */
export function expanderFor(abbreviations: Abbreviations): Expand {
  const known = expanders.get(abbreviations);
  if (known) return known;
  const explained = explainedWords(abbreviations);
  const expanded = new WeakMap<NameForm, PlainWords>();
  const expand: Expand = (form) => {
    const before = expanded.get(form);
    if (before) return before;
    const full = expandWith(explained, form);
    expanded.set(form, full);
    return full;
  };
  expanders.set(abbreviations, expand);
  return expand;
}

const explainedWords = (abbreviations: Abbreviations): ReadonlyMap<string, Explained> =>
  new Map(
    [...abbreviations].map(([short, long]) => [
      formOf(short).compact,
      { short, words: canonical(formOf(long).words) },
    ]),
  );

const canonical = (words: readonly string[]) => fullName(plainWords(words).compact) ?? words;

/** Most names have nothing to expand and come back as they are. */
function expandWith(explained: ReadonlyMap<string, Explained>, form: NameForm): PlainWords {
  const { original, words, compact } = form;
  const inText = (word: string) => {
    const found = explained.get(word);
    return found && original.includes(found.short) ? found.words : null;
  };
  const everywhere = (word: string) => {
    const full = fullName(word);
    return full && original.includes(word.toUpperCase()) ? full : null;
  };
  const whole = inText(compact) ?? fullName(compact);
  if (whole) return plainWords(whole);
  const parts = words.map((word) => inText(word) ?? everywhere(word));
  if (parts.every((part) => part === null)) return form;
  return plainWords(canonical(parts.flatMap((part, at) => part ?? words[at] ?? [])));
}
