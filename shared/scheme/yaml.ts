import { Document, isNode, isScalar, LineCounter, type Pair, parseDocument, visit } from "yaml";
import { AppError } from "../errors.ts";
import { colours, Scheme } from "../model/scheme.ts";
import { checkScheme } from "./check-scheme.ts";

const header = ` The annotation scheme of a Casemark project. What is left out has its default.

 labels        name, parent, kind, colour, key (one character; "D" is Shift+d), guideline,
               examples (text, isGood (true), note)
 kinds         what entities are: name, fields (as attributes), codes (coding systems)
 attributes    of spans: name, type (flag, choice, choices, number or text), choices, unit,
               on (the labels that have it; all where left out), and rules:
               required (true), min and max (numbers), onlyWith (attribute and values:
               another one that must have one of these values, or any where left out)
 relations     name, from, to (labels; any where left out)
 events        name, roles (each a name and its targets)
 groups        name
 reportLabels  labels of whole reports, written like attributes

 Colours: ${colours.slice(0, 6).join(", ")},
          ${colours.slice(6).join(", ")}`;

/** The scheme for people and version control; what has its default value is left out. */
export function schemeToYaml(scheme: Scheme): string {
  const document = new Document(withoutDefaults(scheme), { aliasDuplicateObjects: false });
  document.commentBefore = header;
  visit(document, {
    Pair: (_, pair, path) => {
      if (path.length === 2) setApart(pair);
    },
    Seq: (_, list) => {
      list.flow = list.items.every(isScalar);
    },
    Scalar: (_, scalar) => {
      if (typeof scalar.value === "string") Object.assign(scalar, styleOf(scalar.value));
    },
  });
  return document.toString({ lineWidth: 100, flowCollectionPadding: false });
}

const plainLine = /^[\p{L}\p{N}\p{P}\p{S}]+(?: [\p{L}\p{N}\p{P}\p{S}]+)*$/u;

/** Blocks for long texts and paragraphs, but only where they bring back the same white space. */
function styleOf(text: string): { type?: "BLOCK_FOLDED" | "BLOCK_LITERAL" | "QUOTE_DOUBLE" } {
  const lines = text.split("\n");
  if (lines.length === 1)
    return text.length > 80 && plainLine.test(text) ? { type: "BLOCK_FOLDED" } : {};
  const isPlain = lines.every((line) => line === "" || plainLine.test(line));
  const isFramed = lines[0] !== "" && lines.at(-1) !== "";
  return { type: isPlain && isFramed ? "BLOCK_LITERAL" : "QUOTE_DOUBLE" };
}

/** An empty line before each top-level list. */
function setApart({ key, value }: Pair): void {
  if (isNode(key) && isNode(value) && !isScalar(value)) key.spaceBefore = true;
}

function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => !isDefault(key, member))
      .map(([key, member]) => [key, withoutDefaults(member)]),
  );
}

function isDefault(key: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (key === "isGood") return value === true;
  return (
    value === null || value === "" || value === false || (key === "colour" && value === "slate")
  );
}

/**
 * Reads what schemeToYaml or a person wrote. Words that a scheme does not have are refused, not
 * skipped. @throws AppError bad-file that says which file, which line and what is wrong there.
 */
export function schemeFromYaml(yaml: string, file: string): Scheme {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
  });
  const problem = syntaxProblem(document) ?? schemeProblem(document);
  if (problem === null) return Scheme.parse(toValue(document));
  const line = problem.offset === null ? null : lines.linePos(problem.offset).line;
  const place = line === null ? file : `${file}, line ${Math.max(line, 1)}`;
  throw new AppError("bad-file", `${place}: ${problem.sentence}`);
}

interface Problem {
  /** In the file; null for a problem of the scheme as a whole. */
  offset: number | null;
  sentence: string;
}

type Path = readonly PropertyKey[];
type ParsedYaml = ReturnType<typeof parseDocument>;

const toValue = (document: ParsedYaml): unknown => document.toJS();

function syntaxProblem(document: ParsedYaml): Problem | null {
  const first = document.errors[0];
  if (first)
    return {
      offset: first.pos[0],
      sentence: `this is not valid YAML (${first.message}); correct it.`,
    };
  return aliasProblem(document);
}

/** A few lines of aliases can stand for gigabytes, so none are read. */
function aliasProblem(document: ParsedYaml): Problem | null {
  let problem: Problem | null = null;
  visit(document, {
    Alias: (_, { source, range }) => {
      problem = { offset: range?.[0] ?? 0, sentence: `“*${source}” is an alias; write its value.` };
      return visit.BREAK;
    },
  });
  return problem;
}

function schemeProblem(document: ParsedYaml): Problem | null {
  const value = toValue(document);
  const at = (path: Path, sentence: string) => ({ offset: offsetOf(document, path), sentence });
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return at([], "this is no scheme; it must begin with “name:” and have a list of “labels:”.");
  const parsed = Scheme.safeParse(value);
  const issue = parsed.error?.issues[0];
  if (issue) return at(issue.path, `${placeOf(issue.path)} ${complaint(issue.message)}`);
  const unknown = unknownWord(value, parsed.data);
  if (unknown) return at(unknown, `${placeOf(unknown)} is nothing a scheme has; remove it.`);
  const [sentence] = checkScheme(Scheme.parse(value));
  return sentence === undefined ? null : { offset: null, sentence };
}

const complaint = (message: string) =>
  message.endsWith("received undefined")
    ? "is missing; add it."
    : `is not right (${message}); correct it.`;

/** The first key that the schema did not take over. */
function unknownWord(given: unknown, taken: unknown, path: Path = []): Path | null {
  if (typeof given !== "object" || given === null) return null;
  if (typeof taken !== "object" || taken === null) return null;
  const known = new Map(Object.entries(taken));
  for (const [key, member] of Object.entries(given)) {
    const here = [...path, key];
    if (!known.has(key)) return here;
    const below = unknownWord(member, known.get(key), here);
    if (below) return below;
  }
  return null;
}

/** Where the member, or the nearest that holds it, begins in the file. */
function offsetOf(document: ParsedYaml, path: Path): number {
  const keys = path.map((key) => (/^\d+$/.test(String(key)) ? Number(key) : key));
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** `labels 3, colour` for people, who count from one. */
function placeOf(path: Path): string {
  const words = path.map((key) =>
    /^\d+$/.test(String(key)) ? ` ${Number(key) + 1}` : `, ${String(key)}`,
  );
  return `“${words.join("").replace(/^, /, "")}”`;
}
