import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { exportFormats, readFormats, titleOfFormat } from "../shared/formats/format-ids.ts";
import { type Found, isNode, type Node } from "./messages.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What of the Node side and of what is shared says nothing to people on the page, and why. */
const silent: readonly [why: string, files: RegExp][] = [
  ["said on the command line, or by the system's own menus", /^electron\/hosts\//],
  ["names of folders", /^electron\/settings/],
  ["SQL", /^electron\/store\/(migrations|search\/(candidates|conditions|statements))\b/],
  ["SQL", /^electron\/store\/(references|scheme-rows|neighbours|doubts|lock)\b/],
  ["words of reports", /^shared\/deidentify\//],
  ["words of reports", /^shared\/(link\/(?!compare-names)|text\/)/],
  ["words of reports", /^shared\/defects\/(dictionary|lost-th|ligature-words)/],
  ["words of reports", /^shared\/extract\/(pdf\/hyphens|jats\/(inline|references|section-kind))/],
  [
    "said by the page's own messages",
    /^shared\/(commands|keys|change-keys|messages|search\/complete)\b/,
  ],
  ["a scheme, which is the project's own", /^shared\/scheme\/default-scheme/],
  ["what files say themselves", /^shared\/(content-security|extract\/html\/visible)/],
  ["what files say themselves", /^shared\/formats\/brat\/(conf\/comments|write-conf|write\/plan)/],
  ["what files say themselves", /^shared\/dataset\/(card|citation|croissant|front-matter)\b/],
  [
    "what files say themselves",
    /^shared\/dataset\/(loading-examples|markdown|plots|records|side-files)\b/,
  ],
  ["what files say themselves", /^shared\/(review-report|plots)\//],
  ["names of strata", /^shared\/dataset\/units\b/],
  ["what files say themselves", /^shared\/formats\/bioc\/(identifiers|keys)\b/],
  ["mistakes of ours, for whoever mends them", /^shared\/formats\/differences/],
  ["a search that SQLite reads", /^shared\/search\/full-text/],
];

/** Words in those files that are no sentences either. */
const unspoken = new Set([
  ...["Sample project.casemark", "SQLite format 3", 'start, "end", rowid', "ownloaded from http"],
  ...["ends at hyphens", "breaks words", "missing notes", "code pages", "received undefined"],
  "-----BEGIN AGE ENCRYPTED FILE-----",
  // Names of formats, which are the same in every language.
  ...[...readFormats, ...exportFormats].map(titleOfFormat),
]);
const wordList = /^ The annotation scheme of|^\p{Ll}+( \p{Ll}+){14}/u;

/** What the code puts together so that it cannot be read from one literal, and of what. */
const composed: Readonly<Record<string, readonly string[]>> = {
  "added {0} {1}": ["added {0}"],
  "changed {0} {1}": ["changed {0}"],
  "removed {0} {1}": ["removed {0}"],
  "renamed {0} {1} to {2}": ["renamed {0} “{1}” to “{2}”"],
  "brought back {0} {1}": ["brought back {0}"],
  "{0} and {1}": ["“{0}” and {1}", "“{0}” or {1}", "“{0}”, then {1}"],
  "{0} of {1} to {2}": ["{0} of “{1}” to “{2}”"],
  "{0} the relation {1}": ["changed the relation {0}"],
  "made {0} of": ["made {0} of the relation {1}"],
  "There is nothing to {0}.": ["There is nothing to undo.", "There is nothing to redo."],
  "“{0}” stays as it is, because somebody else has changed what it touched since; the step before it can be {1}.":
    ["undone", "redone"].map(
      (done) =>
        `“{0}” stays as it is, because somebody else has changed what it touched since; the step before it can be ${done}.`,
    ),
  "{0} {1} to be looked at": ["1 span is to be looked at", "{0} spans are to be looked at"],
  "{0} {1} another name": ["1 entity has another name", "{0} entities have another name"],
  "entity has": [],
  "entities have": [],
  "The relation “{0}” must not {1} a “{2}”": [
    "The relation “{0}” must not begin at a “{1}”",
    "The relation “{0}” must not lead to a “{1}”",
  ],
  "begin at": [],
  "lead to": [],
  // A loss that is no state, as "Layers marked locked" is.
  "Layers marked unsure": ["Layers marked unsure ({0}): {1}"],
  // Losses with a name in them, which may have brackets or a colon.
  "Spans of the label “{0}”": ["Spans of the label “{0}” ({1}): {2}"],
  "{0} of the label “{1}”": ["{0} of the label “{1}” ({2}): {3}"],
  // What measures assume, which ends there or with what is said of distances.
  ...Object.fromEntries(
    [
      "It takes all annotators to use the categories equally often",
      "It takes both annotators to use the categories equally often",
      "It takes each annotator to have habits of their own",
      "It takes each annotator to have habits of their own, which show in all items that they rated",
      "It takes every category to be equally likely by chance, however often it is used",
      "It takes every category to be equally likely by chance, however often the annotators use it",
    ].map((assumed) => [`${assumed}{0}`, [assumed, `${assumed}{0}`]]),
  ),
  ", and how far two categories are apart to be {0}": [
    ", and how far two categories are apart to be {0}",
  ],
  // Layers and reports that came with an import, counted.
  "{0} of other annotators": ["{0} of other annotators", "1 report", "1 layer", "{0} layers"],
  // A name to remember something by, and an example of two names: data, which as templates would fit anything.
  "{0} of {1}": [],
  "{0}, {1} with {2}": [],
  // Facts of a scheme, which are pieces with their values.
  "least value": [],
  "greatest value": [],
  "only with": [],
  "is a {0} but has the value “{1}”": [
    "is a flag but has the value “{0}”",
    "is a number but has the value “{0}”",
  ],
};

/** Single words and counted things that are put into sentences, and into which. */
const pieces: readonly string[] = [
  // Counts.
  ...["1 place", "{0} places", "1 span", "{0} spans"],
  // What names are put into, and sentences behind each other.
  ...["“{0}”", '"{0}" {1}', '"{0}": {1}', "{0}: {1}", "{0}. {1}", "{0}; {1}", "{0}, {1}"],
  "{0} ({1})",
  // "Your work on … is", "was … of", the steps of a layer, "The text was … here".
  ...["finished", "locked", "sure", "unsure", "corrected"],
  ...["reopened “{0}”", "finished “{0}”", "locked “{0}”"],
  "Reading",
  // In what versions of one thing differ, before a colon.
  ...["note", "place", "entity", "from", "to", "members", "trigger", "arguments", "codes"],
  ...["flag", "choice", "reason"],
  // What a release's record says wrongly; a mistake of ours while it is written.
  '{0} quotes "{1}" where its text has "{2}"',
  // Languages that are read by OCR.
  ...["English", "German", "French", "Spanish"],
  // Losses of brat.
  ...["Entities", "done"],
  // Losses of links.
  ...["Relations", "Events", "Groups"],
  // Likeness of names.
  ...["abbreviation", "similar"],
  // Lists of a scheme, and what they hold.
  ...["labels", "kinds", "attributes", "relations", "events", "groups"],
  ...["label", "kind", "attribute", "relation", "event", "group", "field", "role", "report label"]
    .concat(["“{0}” field", "“{0}” role"])
    .flatMap((what) => [what, what.includes("{") ? `${what} “{1}”` : `${what} “{0}”`]),
  // What differs between two versions of a scheme.
  ...["parent", "kind", "colour", "key", "codes", "from", "to", "targets"]
    .concat(["type", "choices", "unit", "labels", "required", "least value", "greatest value"])
    .concat(["only with", "only"])
    .map((fact) => `${fact} {0}`),
  ...["guideline", "examples", "none", "any", "yes", "no", "with {0} and without {1}"],
];

/** Programmers' mistakes, and what the database is asked, are not said to people. */
const unsaid = new Set(["Error", "RangeError", "prepare", "exec", "pragma", "RegExp"]);

/** Reads the source of the Node side for the sentences that come to the page, as templates. */
export function readNodeSentences(): Found[] {
  const files = globSync(["electron/**/*.ts", "shared/**/*.ts"], { cwd: root }).sort();
  const found = [
    ...pieces.map((words) => ({ words, place: "build/node-sentences.ts" })),
    ...files.filter((file) => !silent.some(([, names]) => names.test(file))).flatMap(sentencesIn),
  ];
  // A sentence without its full stop is said with one too.
  const known = new Set(found.map(({ words }) => words));
  return found.filter(({ words }) => !words.endsWith(".") || !known.has(words.slice(0, -1)));
}

function sentencesIn(file: string): Found[] {
  const source = readFileSync(join(root, file), "utf8");
  const found: Found[] = [];
  visit(parseSync(file, source).program as unknown as Node, (text, { start }) => {
    const place = `${file}:${source.slice(0, start).split("\n").length}`;
    const made = composed[text] ?? composed[text.replace(/\.$/, "")] ?? [keyOf(text)];
    for (const words of made) found.push({ words, place });
  });
  return found;
}

/** The text of a literal as the catalogues have it: what is put behind another text begins with a hole. */
function keyOf(text: string): string {
  let at = 0;
  // The counted sentences of readers have this sign for their number.
  const holes = text.replace(/^#|(?<= )#(?= )/, "{0}").replace(/(\{\d+\}){2,}/g, "{0}");
  const whole = /^[ ,]/.test(holes) ? `{0}${holes}` : holes;
  return whole.replace(/\{\d+\}/g, () => `{${at++}}`);
}

function visit(node: Node, say: (words: string, node: Node) => void): void {
  if (isUnsaid(node)) return;
  const words = templateText(node);
  if (words !== null && isSentence(words)) say(words, node);
  for (const value of Object.values(node).flat()) if (isNode(value)) visit(value, say);
}

function isUnsaid({ type, callee }: Node): boolean {
  if (type === "ImportDeclaration") return true;
  // Types; a value may be said to have one.
  if (type.startsWith("TS") && !/^TS(As|Satisfies)Expression$/.test(type)) return true;
  if (!isNode(callee)) return false;
  const called = isNode(callee.property) ? callee.property : callee;
  return unsaid.has(String(called.name));
}

/** A literal, or a template whose values are numbered. */
function templateText({ type, value, quasis }: Node): string | null {
  if (type === "Literal") return typeof value === "string" ? value : null;
  if (type !== "TemplateLiteral" || !Array.isArray(quasis)) return null;
  const parts = quasis.map((part) => String(part.value.cooked));
  return parts.map((part, at) => (at === 0 ? part : `{${at - 1}}${part}`)).join("");
}

/** Two words, or one and a value, apart from SQL and the like. */
function isSentence(words: string): boolean {
  if (unspoken.has(words) || wordList.test(words)) return false;
  if (/\b(SELECT|UPDATE|INSERT|DELETE|WHERE|AND|VACUUM|EXISTS|UNION)\b|[@=<>|]/.test(words))
    return false;
  return /\p{L}{2}[^\p{L}]* .*(\p{L}|\})|\} .*\p{L}{2}|\d \p{L}{2}/su.test(words.trim());
}
