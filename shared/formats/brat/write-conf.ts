import {
  type LabelDefinition,
  type Scheme,
  type SchemeAdditions,
  schemeLists,
} from "../../model/scheme.ts";
import { commentOf } from "./conf/comments.ts";
import { readAnnotationConf } from "./read-conf.ts";
import { bratNames, bratValue, namesInScheme } from "./spelling.ts";

/**
 * Writes a scheme as brat's annotation.conf. What brat's own lines cannot say follows as comments,
 * which Casemark reads back.
 */
export function writeAnnotationConf(scheme: Scheme): string {
  const spelling = bratNames(namesInScheme(scheme));
  const spell = (name: string) => spelling.get(name) ?? name;
  const plain = [
    "[entities]",
    ...typeLines(scheme, spell),
    "",
    "[relations]",
    ...relationLines(scheme, spell),
    "",
    "[events]",
    ...eventLines(scheme, spell),
    "",
    "[attributes]",
    ...attributeLines(scheme, spell),
    "",
  ];
  const names = [...spelling].map(([name, spelled]) => [spelled, name]);
  if (names.length > 0) plain.push(commentOf("names", Object.fromEntries(names)));
  return [...plain, ...comments(scheme, plain.join("\n")), ""].join("\n");
}

type Spell = (name: string) => string;

/** Definitions that brat's lines alone do not bring back; the whole list where they mix up its order. */
function comments(scheme: Scheme, plain: string): string[] {
  const { additions } = readAnnotationConf(plain, "");
  const lines = schemeLists.flatMap((list) => {
    const read = new Set(additions[list].map((definition) => content(definition)));
    const inOrder = sameNames(scheme[list], additions[list]);
    const lost = scheme[list].filter((definition) => !inOrder || !read.has(content(definition)));
    return lost.map((definition) => commentOf(list, definition));
  });
  return lines.length === 0
    ? []
    : ["# Casemark reads what follows; other programs skip it.", ...lines];
}

function sameNames(a: readonly { name: string }[], b: readonly { name: string }[]): boolean {
  return a.length === b.length && a.every(({ name }, at) => name === b[at]?.name);
}

/** Equal for equal definitions, whatever the order of their properties. */
function content(definition: SchemeAdditions[keyof SchemeAdditions][number]): string {
  return JSON.stringify(Object.entries(definition).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function typeLines(scheme: Scheme, spell: Spell): string[] {
  const events = new Set(scheme.events.map(({ name }) => name));
  const labels = scheme.labels.filter(({ name }) => !events.has(name));
  return inTree(labels, (name) => spell(name));
}

function eventLines(scheme: Scheme, spell: Spell): string[] {
  const events = new Map(scheme.events.map((event) => [event.name, event]));
  const labels = new Map(scheme.labels.map((label) => [label.name, label]));
  const tree = scheme.events.map(({ name }) => ({
    name,
    parent: labels.get(name)?.parent ?? null,
  }));
  return inTree(tree, (name) => {
    const roles = events.get(name)?.roles ?? [];
    const written = roles.map(
      (role) => `${spell(role.name)}*:${types(scheme, role.targets, spell)}`,
    );
    return [spell(name), ...(written.length === 0 ? [] : [written.join(", ")])].join("\t");
  });
}

/** One line each, children indented below their parents; a parent that is not there counts as none. */
function inTree(
  all: readonly Pick<LabelDefinition, "name" | "parent">[],
  write: (name: string) => string,
): string[] {
  const names = new Set(all.map(({ name }) => name));
  const children = Map.groupBy(all, ({ parent }) => (names.has(parent ?? "") ? parent : null));
  const written = new Set<string>();
  const below = (parent: string | null, depth: number): string[] =>
    (children.get(parent) ?? []).flatMap(({ name }) => {
      written.add(name);
      return ["\t".repeat(depth) + write(name), ...below(name, depth + 1)];
    });
  const lines = below(null, 0);
  const circular = all.filter(({ name }) => !written.has(name));
  return [...lines, ...circular.map(({ name }) => write(name))];
}

function relationLines(scheme: Scheme, spell: Spell): string[] {
  const any = types(scheme, [], spell);
  return [
    ...scheme.relations.map(
      ({ name, from, to }) =>
        `${spell(name)}\tArg1:${types(scheme, from, spell)}, Arg2:${types(scheme, to, spell)}`,
    ),
    ...scheme.groups.map(
      ({ name }) => `${spell(name)}\tArg1:${any}, Arg2:${any}, <REL-TYPE>:symmetric-transitive`,
    ),
  ];
}

/** Numbers and free text have no form in brat; their definitions are comments only. */
function attributeLines(scheme: Scheme, spell: Spell): string[] {
  return scheme.attributes
    .filter(({ type }) => type !== "number" && type !== "text")
    .map(({ name, type, choices, on }) => {
      const values = choices.map((choice) => bratValue(choice).replace(/[|,]/g, "_")).join("|");
      const argument = `${spell(name)}\tArg:${types(scheme, on, spell)}`;
      return type === "flag" || values === "" ? argument : `${argument}, Value:${values}`;
    });
}

function types(scheme: Scheme, names: readonly string[], spell: Spell): string {
  if (names.length > 0) return names.map(spell).join("|");
  return scheme.events.length === 0 ? "<ENTITY>" : "<ENTITY>|<EVENT>";
}
