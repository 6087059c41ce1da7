import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { takenKeys } from "../shared/change-keys.ts";
import { commandIds, commands, menus } from "../shared/commands.ts";
import { ocrLanguageNames } from "../shared/extract/ocr-languages.ts";
import { colours } from "../shared/model/scheme.ts";
import { measureFacts, measureGroups } from "../shared/review-report/measure-facts.ts";
import { searchableFacts } from "../shared/search/complete.ts";
import { encodings } from "../shared/text/encodings.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Words on the page, and where they are. */
export interface Found {
  words: string;
  /** "renderer/app.tsx:12" */
  place: string;
}

interface PageWords {
  /** What is said through the catalogue. */
  messages: Found[];
  /** What is said to people in English alone. */
  untranslated: Found[];
}

/** Reads the page's source, the desktop's menu and their tables for what they say. */
export function readPageWords(): PageWords {
  const found: PageWords = { messages: tableWords(), untranslated: [] };
  const sources = [
    "renderer/**/*.{ts,tsx}",
    "electron/hosts/desktop/{crashes,desktop,files,menu}.ts",
  ];
  for (const file of globSync(sources, { cwd: root }).sort()) {
    const source = readFileSync(join(root, file), "utf8");
    const { program } = parseSync(file, source);
    walk(program as unknown as Node, (node) => {
      const place = () => `${file}:${source.slice(0, node.start).split("\n").length}`;
      for (const words of messagesAt(node)) found.messages.push({ words, place: place() });
      const words = untranslatedAt(node);
      if (words !== null) found.untranslated.push({ words, place: place() });
    });
  }
  return found;
}

/** Words of the tables that the page shares with the Node side, which shows them by `t`. */
function tableWords(): Found[] {
  const titles = commandIds.map((id) => commands[id].title);
  const tables = [
    { place: "shared/commands.ts", words: [...menus, ...titles] },
    { place: "shared/change-keys.ts", words: Object.values(takenKeys) },
    { place: "shared/extract/ocr-languages.ts", words: Object.values(ocrLanguageNames) },
    { place: "shared/text/encodings.ts", words: Object.values(encodings) },
    { place: "shared/search/complete.ts", words: searchableFacts.map(({ detail }) => detail) },
    { place: "shared/model/scheme.ts", words: [...colours] },
    {
      place: "shared/review-report/measure-facts.ts",
      words: [...measureGroups, ...Object.values(measureFacts).map(({ name }) => name)],
    },
  ];
  return tables.flatMap(({ place, words }) => words.map((one) => ({ words: one, place })));
}

/** A node of the syntax tree, as ESTree has it. */
export interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  if (isClassName(node)) return;
  for (const value of Object.values(node).flat()) if (isNode(value)) walk(value, visit);
}

/** Classes look like words, and nobody reads them. */
const isClassName = ({ type, name }: Node) =>
  type === "JSXAttribute" && isNode(name) && name.name === "className";

const callers = new Set(["t", "rich", "message"]);

/** What a call of `t`, `rich` or `message` says; a message that is chosen has several. */
function messagesAt({ type, callee, arguments: given }: Node): string[] {
  if (type !== "CallExpression" || !isNode(callee) || !callers.has(String(callee.name))) return [];
  return Array.isArray(given) && isNode(given[0]) ? literalsIn(given[0]) : [];
}

function literalsIn(node: Node): string[] {
  const text = literalText(node);
  if (text !== null) return [text];
  if (node.type !== "ConditionalExpression") return [];
  return [node.consequent, node.alternate].filter(isNode).flatMap(literalsIn);
}

function literalText(node: Node): string | null {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral" || !Array.isArray(node.quasis)) return null;
  // A template with holes is no message: its words would be found in no catalogue.
  return node.quasis.length === 1 ? String(node.quasis[0].value.cooked) : null;
}

const spokenAttributes = new Set([
  ...["title", "label", "aria-label", "placeholder", "hint", "description", "alt", "summary"],
  ...["heading", "detail", "text", "confirm", "empty", "note", "aria-description", "valueLabel"],
]);
const spokenFields = new Set(["title", "label", "hint", "text", "description", "placeholder"]);

/** Words of JSX, of attributes and of fields that people read, when nothing translates them. */
function untranslatedAt(node: Node): string | null {
  if (node.type === "JSXText") return spoken(String(node.value));
  if (node.type === "JSXAttribute" && isNode(node.name) && isNode(node.value))
    return spokenAttributes.has(String(node.name.name)) ? wordsIn(node.value) : null;
  if (node.type === "JSXExpressionContainer" && isNode(node.expression))
    return wordsIn(node.expression);
  if (node.type === "Property" && isNode(node.key) && isNode(node.value))
    return spokenFields.has(String(node.key.name)) ? wordsIn(node.value) : null;
  return null;
}

function wordsIn(node: Node): string | null {
  if (node.type === "JSXExpressionContainer" && isNode(node.expression))
    return wordsIn(node.expression);
  if (node.type === "ConditionalExpression")
    return [node.consequent, node.alternate].filter(isNode).map(wordsIn).find(Boolean) ?? null;
  if (node.type === "LogicalExpression" && isNode(node.right)) return wordsIn(node.right);
  if (node.type === "TemplateLiteral" && Array.isArray(node.quasis))
    return spoken(node.quasis.map(({ value }) => value.cooked).join(" … "));
  return node.type === "Literal" && typeof node.value === "string" ? spoken(node.value) : null;
}

/** Whether it has a word that begins like a sentence, or two words: a class or a key has neither. */
function spoken(text: string): string | null {
  const words = text.replace(/\s+/g, " ").trim();
  return /^\P{L}*\p{Lu}?\p{Ll}+ \p{L}|^\P{L}*\p{Lu}\p{Ll}/u.test(words) ? words : null;
}
