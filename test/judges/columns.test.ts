import { expect, test } from "vitest";
import { type Exported, exported } from "./exported.ts";

const textsOf = ({ files }: Exported, ending: string) =>
  files.filter(({ name }) => name.endsWith(ending)).map(({ text }) => text);

/** Every sentence as its lines' columns. */
const sentencesOf = (text: string) =>
  text
    .split("\n\n")
    .map((sentence) => sentence.split("\n").filter((line) => line !== ""))
    .map((lines) => lines.map((line) => line.split("\t")));

/** What may stand before and behind each kind of tag. */
const mayFollow: Record<"conll" | "conll-iobes", Record<string, string>> = {
  conll: { O: "OB", B: "OBI", I: "OBI" },
  "conll-iobes": { O: "OBS", B: "IE", I: "IE", E: "OBS", S: "OBS" },
};

test.for(["conll", "conll-iobes"] as const)(
  "every line of %s has two columns, and every tag may follow the one before",
  async (format) => {
    const files = await exported(format);
    const sentences = textsOf(files, ".conll").flatMap(sentencesOf);
    const wrong: unknown[] = [];
    let spans = 0;
    for (const lines of sentences) {
      wrong.push(...lines.filter((columns) => columns.length !== 2));
      const tags = ["O", ...lines.map(([, tag = ""]) => tag), "O"];
      spans += tags.filter((tag) => /^[BS]-/.test(tag)).length;
      wrong.push(...tags.filter((tag, at) => at > 0 && !follows(tags[at - 1] ?? "", tag, format)));
    }
    expect([wrong, spans]).toEqual([[], files.result.spans]);
  },
);

function follows(before: string, tag: string, format: "conll" | "conll-iobes"): boolean {
  const [kind = "", label = ""] = [tag.slice(0, 1), tag.slice(2)];
  const isTag = tag === "O" || /^[BIES]-\S+$/.test(tag);
  const isSame = !"IE".includes(kind) || before.slice(2) === label;
  return isTag && isSame && (mayFollow[format][before.slice(0, 1)] ?? "").includes(kind);
}

test("WebAnno TSV has as many columns as its header says, and its words where they stand", async () => {
  const files = await exported("webanno-tsv");
  const texts = textsOf(files, ".tsv");
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.flatMap(wrongInTsv)).toEqual([]);
});

function wrongInTsv(tsv: string): string[] {
  const [header = "", ...sentences] = tsv.split("\n\n\n").join("\n\n").split("\n\n");
  const layers = header.split("\n").filter((line) => /^#T_(?:SP|CH|RL)=/.test(line));
  // A layer without features has a column all the same.
  const columns = layers.reduce((sum, line) => sum + Math.max(1, columnsOf(line)), 0);
  return sentences.flatMap((sentence) => wrongInSentence(sentence, columns));
}

/** A role has two parts in the header, its name and its target, and two columns. */
const columnsOf = (line: string) =>
  line
    .split("|")
    .slice(1)
    .filter((feature) => feature !== "").length;

function wrongInSentence(sentence: string, columns: number): string[] {
  const lines = sentence.split("\n").filter((line) => line !== "");
  const text = lines
    .filter((line) => line.startsWith("#Text="))
    .map((line) => unescaped(line.slice("#Text=".length)))
    .join("\n");
  const tokens = lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t"));
  const first = Number(tokens[0]?.[1]?.split("-")[0]);
  const start = first - text.indexOf(unescaped(tokens[0]?.[2] ?? ""));
  return tokens
    .filter(([, place = "", word = "", ...rest]) => {
      const [begin = 0, end = 0] = place.split("-").map(Number);
      // Every line ends with a tab.
      const isFull = rest.length === columns + 1 && rest.at(-1) === "";
      return !isFull || text.slice(begin - start, end - start) !== unescaped(word);
    })
    .map((token) => token.join("\t"));
}

const letters: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };
const unescaped = (text: string) =>
  text.replace(/\\(.)/gs, (_, letter: string) => letters[letter] ?? letter);

test("brat's lines quote what is at their offsets, and name what is there", async () => {
  const files = await exported("brat");
  const texts = new Map(files.files.map(({ name, text }) => [name, text]));
  const wrong: string[] = [];
  let spans = 0;
  for (const { name, text: annotations } of files.files) {
    if (!name.endsWith(".ann")) continue;
    const lines = annotations.split("\n").filter((line) => line !== "");
    spans += lines.filter((line) => /^T\d+\t/.test(line)).length;
    wrong.push(...wrongInBrat(lines, texts.get(name.replace(/ann$/, "txt")) ?? ""));
  }
  expect([wrong, spans]).toEqual([[], files.result.spans]);
});

function wrongInBrat(lines: readonly string[], text: string): string[] {
  const ids = new Set(lines.map((line) => line.slice(0, line.indexOf("\t"))));
  const points = Array.from(text);
  return lines.filter((line) => {
    const [, place = "", quote = ""] = line.split("\t");
    if (!line.startsWith("T")) return referencesIn(line).some((id) => !ids.has(id));
    const fragments = place.slice(place.indexOf(" ") + 1).split(";");
    const words = fragments.map((fragment) => {
      const [start, end] = fragment.split(" ").map(Number);
      return points.slice(start, end).join("");
    });
    return words.join(" ").replaceAll("\n", " ") !== quote;
  });
}

/** What events, relations, attributes, groups and notes name. */
function referencesIn(line: string): string[] {
  const [, said = ""] = line.split("\t");
  // What only Casemark reads stands in notes of its own, for brat a text like any other.
  if (!/^[ERAM*N#]/.test(line) || said.startsWith("Casemark ")) return [];
  return Array.from(said.matchAll(/(?<=[ :])[TER]\d+(?= |$)/g), ([id]) => id);
}

test("PubTator's mentions quote what is at their offsets in title and abstract", async () => {
  const files = await exported("pubtator");
  const blocks = textsOf(files, ".pubtator").flatMap((text) => text.trim().split("\n\n"));
  const found = blocks.map(wrongInPubTator);
  const spans = found.reduce((sum, { mentions }) => sum + mentions, 0);
  expect([found.flatMap(({ wrong }) => wrong), spans]).toEqual([[], files.result.spans]);
});

function wrongInPubTator(block: string) {
  const [title = "", abstract = "", ...lines] = block.split("\n");
  const [, id, words = ""] = /^([^|]+)\|t\|(.*)$/.exec(title) ?? [];
  const [, same, more = ""] = /^([^|]+)\|a\|(.*)$/.exec(abstract) ?? [];
  const points = Array.from(`${words} ${more}`);
  const rows = lines.map((line) => line.split("\t"));
  const mentions = rows.filter((row) => row.length >= 6);
  const wrong = rows.filter((row) => {
    const [of, start, end, quote] = row;
    if (of !== id) return true;
    return row.length < 6
      ? row.length !== 4
      : points.slice(Number(start), Number(end)).join("") !== quote;
  });
  return {
    mentions: mentions.length,
    wrong: id === same && id ? wrong.map((row) => row.join("\t")) : [block],
  };
}
