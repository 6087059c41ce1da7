import type { Abbreviations } from "./abbreviations.ts";
import { fullName } from "./known-names.ts";
import { formOf, type NameForm, type PlainWords, plainWords } from "./normalise.ts";

/** Gives a name's words with what its abbreviations stand for, in this text first, else everywhere. */
type Expand = (form: NameForm) => PlainWords;

interface Explained {
  short: string;
  words: readonly string[];
}

const expanders = new WeakMap<Abbreviations, Expand>();

/** One expander for each set of abbreviations; it remembers the names it has expanded. */
export function expanderFor(abbreviations: Abbreviations): Expand {
  const known = expanders.get(abbreviations);
  if (known) return known;
  const done = new WeakMap<NameForm, PlainWords>();
  const explained = explainedWords(abbreviations);
  const expand: Expand = (form) => {
    const full = done.get(form) ?? plainWords(expandWith(explained, form));
    done.set(form, full);
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

function expandWith(
  explained: ReadonlyMap<string, Explained>,
  { original, words, compact }: NameForm,
): readonly string[] {
  const inText = (word: string) => {
    const found = explained.get(word);
    return found && original.includes(found.short) ? found.words : null;
  };
  const everywhere = (word: string) =>
    original.includes(word.toUpperCase()) ? fullName(word) : null;
  const whole = inText(compact) ?? fullName(compact);
  if (whole) return whole;
  return canonical(words.flatMap((word) => inText(word) ?? everywhere(word) ?? [word]));
}
