import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { languages } from "../shared/messages/languages.ts";
import { type Found, readPageWords } from "./messages.ts";
import { readNodeSentences } from "./node-sentences.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A catalogue as its file holds it: pairs of strings, or the parser of messages would refuse it. */
const readFile = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, `shared/messages/${name}.json`), "utf8"));

/** Everything that would be shown in English, or wrongly, in another language. */
export function messageProblems(): string[] {
  const { messages, untranslated } = readPageWords();
  const sentences = readNodeSentences();
  const others = Object.keys(languages).filter((language) => language !== "en");
  return [
    ...untranslated.map(({ words, place }) => `${place}: not translated: ${words}`),
    ...others.flatMap((language) => problemsOf(`${language}/messages`, messages, differentValues)),
    ...others.flatMap((language) => problemsOf(`${language}/sentences`, sentences, differentHoles)),
  ];
}

function problemsOf(
  name: string,
  messages: readonly Found[],
  differences: (words: string, translation: string) => string[],
): string[] {
  const catalogue = new Map(Object.entries(readFile(name)));
  const used = new Map(messages.map(({ words, place }) => [words, place]));
  const missing = [...used].filter(([words]) => !catalogue.has(words));
  const unused = [...catalogue.keys()].filter((words) => !used.has(words));
  return [
    ...missing.map(([words, place]) => `${name}: missing: ${JSON.stringify(words)} (${place})`),
    ...unused.map((words) => `${name}: said nowhere: ${JSON.stringify(words)}`),
    ...Array.from(catalogue, ([words, translation]) => differences(words, translation)).flatMap(
      (problem) => problem.map((said) => `${name}: ${said}`),
    ),
  ];
}

function differentValues(words: string, translation: string): string[] {
  try {
    const [wanted, given] = [words, translation].map((one) => valuesIn(parse(one)).join(", "));
    return wanted === given
      ? []
      : [`${JSON.stringify(translation)} has the values ${given}, not ${wanted}`];
  } catch (error) {
    return [`${JSON.stringify(translation)}: ${error instanceof Error ? error.message : error}`];
  }
}

/** Each hole of a template is filled once; marks of a hole are no others. */
function differentHoles(words: string, translation: string): string[] {
  const [wanted, given] = [words, translation].map((text) =>
    Array.from(text.matchAll(/\{(\d+)[!=]?\}/g), ([, name]) => name)
      .sort()
      .join(", "),
  );
  return wanted === given
    ? []
    : [`${JSON.stringify(translation)} has the holes ${given}, not ${wanted}`];
}

/** The names of values and tags, each once, in the order of the alphabet. */
function valuesIn(elements: readonly MessageFormatElement[]): string[] {
  const names = elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...valuesIn(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [
        element.value,
        ...Object.values(element.options).flatMap(({ value }) => valuesIn(value)),
      ];
    return [element.value];
  });
  return [...new Set(names)].sort();
}

if (import.meta.main) {
  const problems = messageProblems();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
