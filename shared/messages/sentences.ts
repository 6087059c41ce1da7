import { isSure, type Template, templatesOf } from "./sentence-templates.ts";
import type { Catalogue } from "./translator.ts";

/** English in, the language of a catalogue out. */
export type SaySentence = (english: string) => string;

// Longer than any sentence: what a person wrote is put through here too.
const longest = 4000;
const mostRemembered = 4000;
/** Of less nobody knows whether it is the end of a sentence or of what somebody wrote. */
const shortestPredicate = 16;

/**
 * Says sentences of the Node side in another language, by templates such as "There is no report “{0}”."
 * Values in quotes stay as they are, others are sentences in their turn; "{0=}" and "{0!}" in a
 * translation ask for the former and the latter. A template of what is said of a place in a file, such as
 * "has no label", is known behind any place. What no template knows stays English.
 */
export function createSentences(
  catalogue: Catalogue,
  inNumber: (value: number) => string = String,
): SaySentence {
  if (Object.keys(catalogue).length === 0) return (english) => english;
  const { exact, worded, bare } = templatesOf(catalogue);
  const longestExact = Math.max(...Array.from(exact.keys(), (key) => key.length));
  const known = new Map<string, string>();

  const say: SaySentence = (english) => {
    const before = known.get(english);
    if (before !== undefined) return before;
    // Sentences are composed of others, with and without their full stops.
    const said = english.endsWith(".")
      ? `${say(english.slice(0, -1))}.`
      : (exact.get(english) ?? byLines(english) ?? byTemplate(english) ?? inParts(english));
    if (known.size >= mostRemembered) known.clear();
    known.set(english, said);
    return said;
  };

  /** Several sentences, one in each line; a name may have lines as well. */
  function byLines(english: string): string | null {
    if (!english.includes("\n") || english.length > longest) return null;
    const lines = english.split("\n");
    const said = lines.map(say);
    return said.every((line, at) => line !== lines[at]) ? said.join("\n") : null;
  }

  function byTemplate(english: string): string | null {
    if (english.length > longest) return null;
    const likely = worded.filter((template) => hasWords(english, template));
    const sure = likely.filter(isSure);
    const others = likely.filter((template) => !isSure(template));
    return (
      byWords(english, sure, "strict") ??
      byWords(english, sure, "loose") ??
      byWords(english, others, "strict") ??
      bySubject(english) ??
      bySigns(english) ??
      byWords(english, others, "loose")
    );
  }

  function byWords(english: string, templates: readonly Template[], how: "strict" | "loose") {
    for (const template of templates) {
      const values = template[how].exec(english);
      if (values) return filled(template, values);
      const [, subject, ...rest] = (how === "strict" && template.predicate?.exec(english)) || [];
      if (subject !== undefined) return `${sayValue(subject)} ${filled(template, ["", ...rest])}`;
    }
    return null;
  }

  /**
   * Signs alone are no words: they only show where a sentence's parts begin, if parts are known, and
   * rather where all are.
   */
  function bySigns(english: string): string | null {
    for (const enough of ["every", "some"] as const)
      for (const template of bare) {
        const values = template.strict.exec(english);
        const parts = values?.filter((_, at) => template.said[at - 1]).filter(hasLetters) ?? [];
        const isKnown = (part: string) => say(part) !== part;
        if (values && parts.some(isKnown) && parts[enough](isKnown))
          return filled(template, values);
      }
    return null;
  }

  /** What is said of a subject, which is data or has a template of its own. */
  function bySubject(english: string): string | null {
    if (english.includes("\n")) return null;
    for (const { index } of english.matchAll(/(?<=[^:;,.]) (?=\p{Ll})/gu)) {
      const length = english.length - index - 1;
      if (length > longestExact || length < shortestPredicate) continue;
      const said = exact.get(english.slice(index + 1));
      if (said !== undefined) return `${sayValue(english.slice(0, index))} ${said}`;
    }
    return null;
  }

  function filled({ said, translation }: Template, [english = "", ...values]: readonly string[]) {
    const shown = values.map((value, at) => (said[at] ? sayValue(value) : value));
    const whole = put(translation, shown);
    // A name that comes first stays as it is written.
    const isName = values.some((value, at) => shown[at] === value && whole.startsWith(value));
    return isName ? whole : asItBegan(english, whole);
  }

  function sayValue(value: string): string {
    if (/^\d{1,3}(,\d{3})+$/.test(value)) return inNumber(Number(value.replaceAll(",", "")));
    const said = say(value);
    return said === value ? requoted(value) : said;
  }

  /** Names in quotes take those of the language where a sentence is around them. */
  function requoted(value: string): string {
    const [, file, rest] = /^"([^"]*)": (.*)$/s.exec(value) ?? [];
    if (file !== undefined && rest !== undefined)
      return put(catalogue['"{0}": {1}'] ?? '"{0}": {1}', [file, requoted(rest)]);
    const quotes = catalogue["“{0}”"] ?? "“{0}”";
    return value.replace(/“([^“”]*)”|^"([^"]*)"$/g, (_, name: string, whole: string) =>
      put(quotes, [name ?? whole]),
    );
  }

  function inParts(english: string): string {
    if (english.includes("\n")) return english.split("\n").map(say).join("\n");
    const within = english.charAt(0).toLowerCase() + english.slice(1);
    const said = within === english ? within : say(within);
    return said === within ? english : asItBegan(english, said);
  }
  return say;
}

const hasLetters = (text: string) => /\p{L}/u.test(text);

/** A translation with its holes filled. */
function put(translation: string, values: readonly string[]): string {
  return translation.replace(/\{(\d+)[!=]?\}/g, (_, at: string) => values[Number(at)] ?? "");
}

function hasWords(text: string, { words }: Template): boolean {
  let from = 0;
  for (const part of words) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

/** A word that stood within the English may begin the sentence. */
function asItBegan(english: string, said: string): string {
  const isCapital = /^\p{Lu}/u.test(english) && /^\p{Ll}/u.test(said);
  return isCapital ? said.charAt(0).toUpperCase() + said.slice(1) : said;
}
