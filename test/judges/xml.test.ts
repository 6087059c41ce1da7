import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { realFiles } from "../real-data.ts";
import { type Exported, exported } from "./exported.ts";
import { type Element, elementsOf } from "./xml-elements.ts";

const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;
const judged = hasXmllint ? describe : describe.skip;
const why = hasXmllint ? "" : " (skipped: xmllint of libxml2-utils is not here)";

/** What xmllint has against files; "" for nothing. */
function xmllint(folder: string, names: readonly string[], ...options: string[]): string {
  const args = ["--noout", "--nonet", ...options, ...names];
  const { status, stderr } = spawnSync("xmllint", args, { cwd: folder, encoding: "utf8" });
  return status === 0 ? stderr : stderr || `xmllint ended with ${status}`;
}

const namesIn = ({ files }: Exported, ending: string) =>
  files.map(({ name }) => name).filter((name) => name.endsWith(ending));

const textsOf = ({ files }: Exported, ending: string) =>
  files.filter(({ name }) => name.endsWith(ending)).map(({ text }) => text);

const [dtd] = realFiles("formats/bioc/bioc-package/bioc_v1.dtd");

judged(`BioC XML${why}`, () => {
  test.skipIf(!dtd)(
    "is valid by the format's DTD (skipped where ../shared/data has none)",
    async () => {
      const files = await exported("bioc-xml");
      const file = join(mkdtempSync(join(tmpdir(), "casemark-test-")), "BioC.dtd");
      writeFileSync(file, dtd?.bytes ?? "");
      expect(xmllint(files.folder, namesIn(files, ".xml"), "--dtdvalid", file)).toBe("");
    },
  );

  test("has at its offsets what its annotations quote", async () => {
    const files = await exported("bioc-xml");
    const found = textsOf(files, ".xml").flatMap((xml) => bioCQuotes(elementsOf(xml)));
    expect(found.filter(({ there, quoted }) => there !== quoted)).toEqual([]);
    expect(found.length).toBe(files.result.spans);
  });
});

/** Of every annotation, in code points, the words at its locations and those that it says itself. */
function bioCQuotes(elements: readonly Element[]) {
  const quotes: { there: string; quoted: string }[] = [];
  let passage: { offset: number; text: string[] } = { offset: 0, text: [] };
  let words: string[] | null = null;
  for (const { name, attributes, text } of elements) {
    if (name === "passage") words = null;
    else if (name === "offset") passage = { offset: Number(text), text: [] };
    else if (name === "annotation") words = [];
    else if (name === "location") {
      const start = Number(attributes.get("offset")) - passage.offset;
      const length = Number(attributes.get("length"));
      words?.push(passage.text.slice(start, start + length).join(""));
    } else if (name === "text" && words === null) passage.text = Array.from(text);
    else if (name === "text" && words !== null)
      quotes.push({ there: words.join(" "), quoted: text });
  }
  return quotes;
}

judged(`MedTator XML${why}`, () => {
  test("is well-formed, and as the DTD beside it has it", async () => {
    const files = await exported("medtator");
    expect(xmllint(files.folder, namesIn(files, ".xml"))).toBe("");
    const [declared = ""] = textsOf(files, ".dtd");
    const allowed = medtatorAttributes(declared);
    const unknown = textsOf(files, ".xml").flatMap((xml) =>
      tagsOf(xml).flatMap(({ name, attributes }) =>
        [...attributes.keys()].flatMap((key) =>
          // A scheme does not say how often an event has a role; the second is Theme_2.
          allowed.get(name)?.has(key.replace(/_\d+(?=ID$|Text$)/, "")) ? [] : [`${name} ${key}`],
        ),
      ),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });

  test("has in its text what its tags quote, and every tag that links name", async () => {
    const files = await exported("medtator");
    const wrong: string[] = [];
    for (const xml of textsOf(files, ".xml")) {
      const text = cdataOf(xml);
      const tags = tagsOf(xml);
      const ids = new Set(tags.map(({ attributes }) => attributes.get("id")));
      if (ids.size < tags.length) wrong.push("an id is there twice");
      for (const { attributes } of tags) wrong.push(...wrongIn(attributes, text, ids));
    }
    expect(wrong).toEqual([]);
  });
});

const cdataOf = (xml: string) =>
  Array.from(
    xml.slice(0, xml.indexOf("</TEXT>")).matchAll(/<!\[CDATA\[(.*?)\]\]>/gs),
    ([, text]) => text,
  ).join("");

const tagsOf = (xml: string) => elementsOf(xml.slice(xml.indexOf("<TAGS>") + "<TAGS>".length));

function wrongIn(
  attributes: ReadonlyMap<string, string>,
  text: string,
  ids: ReadonlySet<string | undefined>,
): string[] {
  const spans = attributes.get("spans");
  const links = [...attributes].filter(([key, value]) => key.endsWith("ID") && value !== "");
  const gone = links.filter(([, id]) => !ids.has(id)).map(([key, id]) => `${key} ${id}`);
  if (spans === undefined || spans.startsWith("-1")) return gone;
  const places = spans.split(",").map((place) => place.split("~").map(Number));
  const there = places.map(([start, end]) => text.slice(start, end)).join(" ... ");
  const isSame = there.replace(/\s+/g, " ") === attributes.get("text")?.replace(/\s+/g, " ");
  return isSame ? gone : [...gone, `${spans}: ${there}`];
}

/** By tag, the attributes that MedTator and MAE would give it. */
function medtatorAttributes(declared: string): Map<string, Set<string>> {
  const allowed = new Map(
    Array.from(declared.matchAll(/<!ELEMENT\s+(\S+)/g), ([, name = ""]) => [
      name,
      new Set(["id", "spans", "text"]),
    ]),
  );
  for (const [, tag = "", name = "", rest = ""] of declared.matchAll(
    /<!ATTLIST\s+(\S+)\s+(\S+)\s+([^>]*)>/g,
  )) {
    const [, role] = /prefix="([^"]*)"/.exec(rest) ?? [];
    for (const key of role === undefined ? [name] : [`${role}ID`, `${role}Text`])
      allowed.get(tag)?.add(key);
  }
  return allowed;
}

judged(`UIMA CAS XMI${why}`, () => {
  test("is well-formed, and its type system has every type and feature", async () => {
    const files = await exported("uima-xmi");
    expect(xmllint(files.folder, [...namesIn(files, ".xmi"), ...namesIn(files, ".xml")])).toBe("");
    const types = typesIn(textsOf(files, "TypeSystem.xml").join(""));
    const unknown = textsOf(files, ".xmi").flatMap((xmi) => undeclared(xmi, types));
    expect([...new Set(unknown)]).toEqual([]);
  });

  test("has its annotations within its text and all that they refer to", async () => {
    const files = await exported("uima-xmi");
    const types = typesIn(textsOf(files, "TypeSystem.xml").join(""));
    const wrong = textsOf(files, ".xmi").flatMap((xmi) => wrongInXmi(xmi, types));
    expect(wrong).toEqual([]);
    const spans = textsOf(files, ".xmi").join("").split("<custom:Span ").length - 1;
    expect(spans).toBe(files.result.spans);
  });
});

interface Type {
  supertype: string;
  /** Their ranges by their names. */
  features: Map<string, string>;
}

/** What UIMA has of itself. */
const builtIn: readonly [string, Type][] = [
  ["uima.cas.TOP", { supertype: "", features: new Map() }],
  ["uima.cas.AnnotationBase", { supertype: "uima.cas.TOP", features: new Map([["sofa", "int"]]) }],
  [
    "uima.tcas.Annotation",
    {
      supertype: "uima.cas.AnnotationBase",
      features: new Map(["begin", "end"].map((name) => [name, "uima.cas.Integer"])),
    },
  ],
  [
    "uima.tcas.DocumentAnnotation",
    {
      supertype: "uima.tcas.Annotation",
      features: new Map([["language", "uima.cas.String"]]),
    },
  ],
];

function typesIn(typeSystem: string): Map<string, Type> {
  const types = new Map(builtIn);
  for (const block of typeSystem.split("<typeDescription>").slice(1)) {
    const elements = elementsOf(block);
    const texts = (wanted: string) =>
      elements.flatMap(({ name, text }) => (name === wanted ? [text] : []));
    const [type = "", ...features] = texts("name");
    const ranges = texts("rangeTypeName");
    types.set(type, {
      supertype: texts("supertypeName").join(),
      features: new Map(features.map((feature, at) => [feature, ranges[at] ?? ""])),
    });
  }
  return types;
}

function rangeOf(type: string, feature: string, types: ReadonlyMap<string, Type>): string | null {
  const found = types.get(type);
  if (!found) return null;
  return found.features.get(feature) ?? rangeOf(found.supertype, feature, types);
}

/** An element's type, by the namespace of its prefix. */
function typeOf(name: string, xmi: string): string {
  const [prefix, local] = name.split(":");
  const [, namespace = ""] =
    new RegExp(`xmlns:${prefix}="http:///([^"]*)\\.ecore"`).exec(xmi) ?? [];
  return `${namespace.replaceAll("/", ".")}.${local}`;
}

const framework = new Set(["xmi:XMI", "cas:NULL", "cas:Sofa", "cas:View"]);

/** Annotations with their types and features; arrays are elements below them that have no prefix. */
function structuresIn(xmi: string) {
  const structures: { type: string; features: [string, string][] }[] = [];
  const typeByName = new Map<string, string>();
  for (const { name, attributes, text } of elementsOf(xmi)) {
    if (framework.has(name)) continue;
    if (name.includes(":")) {
      const type = typeByName.get(name) ?? typeOf(name, xmi);
      typeByName.set(name, type);
      const features = [...attributes].filter(([key]) => key !== "xmi:id");
      structures.push({ type, features });
    } else structures.at(-1)?.features.push([name, text]);
  }
  return structures;
}

function undeclared(xmi: string, types: ReadonlyMap<string, Type>): string[] {
  return structuresIn(xmi).flatMap(({ type, features }) => {
    if (!types.has(type)) return [type];
    const unknown = features.filter(([name]) => rangeOf(type, name, types) === null);
    return unknown.map(([name]) => `${type}:${name}`);
  });
}

function wrongInXmi(xmi: string, types: ReadonlyMap<string, Type>): string[] {
  const elements = elementsOf(xmi);
  const given = elements.flatMap(({ attributes }) => attributes.get("xmi:id") ?? []);
  const ids = new Set(given);
  const sofa = elements.find(({ name }) => name === "cas:Sofa")?.attributes.get("sofaString") ?? "";
  const members = elements.find(({ name }) => name === "cas:View")?.attributes.get("members") ?? "";
  const wrong = given.length > ids.size ? ["an xmi:id is there twice"] : [];
  wrong.push(...members.split(" ").filter((id) => !ids.has(id)));
  for (const { type, features } of structuresIn(xmi)) {
    const place = new Map(features);
    const [begin, end] = [Number(place.get("begin") ?? 0), Number(place.get("end") ?? 0)];
    const isWhole = sofa.slice(begin, end).isWellFormed();
    if (!(begin >= 0 && begin <= end && end <= sofa.length && isWhole))
      wrong.push(`${type} from ${begin} to ${end}`);
    for (const [name, value] of features) {
      const range = rangeOf(type, name, types) ?? "uima.cas.String";
      const isReference = /Annotation$|FSArray|TOP|^webanno\./.test(range);
      const gone = isReference ? value.split(" ").filter((id) => !ids.has(id)) : [];
      wrong.push(...gone.map((id) => `${type}:${name} ${id}`));
    }
  }
  return wrong;
}
