import { expect, test } from "vitest";
import { z } from "zod";
import { type Exported, exported } from "./exported.ts";
import { elementsOf } from "./xml-elements.ts";

/* Shapes as the formats' own specifications have them, every key named, apart from what our code knows of them. */

const parsedIn = ({ files }: Exported, ending: string): unknown[] =>
  files.filter(({ name }) => name.endsWith(ending)).map(({ text }) => JSON.parse(text));

/** What stands at places that count code points. */
const codePoints = (text: string) => {
  const points = Array.from(text);
  return (start: number, end: number) => points.slice(start, end).join("");
};

const place = z.int().nonnegative();

// https://www.w3.org/TR/annotation-model
const iri = z.string().regex(/^\S+$/);
const Body = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("TextualBody"),
    purpose: z.enum(["tagging", "describing", "commenting", "identifying"]),
    format: z.enum(["text/plain", "application/json"]),
    value: z.string(),
  }),
  z.strictObject({
    type: z.literal("SpecificResource"),
    purpose: z.enum(["linking", "classifying"]),
    source: z.union([iri, z.strictObject({ id: iri, label: z.string().optional() })]),
  }),
]);
const Position = z.strictObject({
  ...{ type: z.literal("TextPositionSelector"), start: place, end: place },
});
const Quote = z.strictObject({
  ...{ type: z.literal("TextQuoteSelector"), exact: z.string() },
  ...{ prefix: z.string(), suffix: z.string() },
});
const Part = z.strictObject({
  type: z.literal("SpecificResource"),
  source: z.string(),
  selector: z.tuple([Position, Quote]),
});
const Person = z.strictObject({ type: z.literal("Person"), name: z.string() });
const Annotation = z.strictObject({
  id: z.string().regex(/^#\S+$/),
  type: z.literal("Annotation"),
  creator: Person.optional(),
  motivation: z.enum(["tagging", "describing", "linking", "commenting"]),
  body: z.union([Body, z.array(Body)]).optional(),
  target: z.union([z.string(), Part, z.array(Part)]),
});
const Collection = z.strictObject({
  "@context": z.literal("http://www.w3.org/ns/anno.jsonld"),
  id: z.string().regex(/^\S+$/),
  type: z.literal("AnnotationCollection"),
  label: z.string(),
  creator: z.array(Person),
  total: place,
  first: z.strictObject({
    ...{ id: z.string(), type: z.literal("AnnotationPage"), startIndex: z.literal(0) },
    items: z.array(Annotation),
  }),
});

test("Web Annotations are as W3C's model has them, and quote what is at their places", async () => {
  const files = await exported("web-annotation");
  const collections = parsedIn(files, ".jsonld").map((one) => Collection.parse(one));
  const items = collections.flatMap(({ first }) => first.items);
  const spans = items.filter((one) => partsOf(one).length > 0).length;
  expect([collections.flatMap(wrongInCollection), spans]).toEqual([[], files.result.spans]);
});

const partsOf = ({ target }: z.output<typeof Annotation>) =>
  [target].flat().filter((one) => typeof one !== "string");

function wrongInCollection({ total, first }: z.output<typeof Collection>): unknown[] {
  const { items } = first;
  const [text] = items.flatMap(({ id, body }) => (id === "#text" ? (body ?? []) : []));
  const at = codePoints(text?.type === "TextualBody" ? text.value : "");
  const ids = new Set(items.map(({ id }) => id));
  const selectors = items.flatMap(partsOf).map(({ selector }) => selector);
  const sources = items
    .flatMap(({ body }) => body ?? [])
    .flatMap((body) => (body.type === "SpecificResource" ? body.source : []));
  return [
    ...(ids.size === total && items.length === total ? [] : [total]),
    ...selectors.filter((selector) => !isQuoted(selector, at)),
    ...sources.filter((one) => typeof one === "string" && one.startsWith("#") && !ids.has(one)),
  ];
}

function isQuoted(
  [{ start, end }, { exact, prefix, suffix }]: z.output<typeof Part>["selector"],
  at: ReturnType<typeof codePoints>,
): boolean {
  const before = at(start - Array.from(prefix).length, start);
  return before === prefix && at(start, end) === exact && at(end, end + 99).startsWith(suffix);
}

// https://labelstud.io/guide/task_format and https://labelstud.io/guide/export
const Region = z.strictObject({ start: place, end: place, text: z.string() });
const common = { id: z.string(), from_name: z.string(), to_name: z.literal("text") };
const meta = z.strictObject({ text: z.array(z.string()) }).optional();
const Result = z.discriminatedUnion("type", [
  z.strictObject({
    ...{ ...common, type: z.literal("labels"), meta },
    value: Region.extend({ labels: z.array(z.string()).length(1) }),
  }),
  z.strictObject({
    ...{ ...common, type: z.literal("choices") },
    value: Region.partial().extend({ choices: z.array(z.string()) }),
  }),
  z.strictObject({
    ...{ ...common, type: z.literal("number") },
    value: Region.partial().extend({ number: z.number() }),
  }),
  z.strictObject({
    ...{ ...common, type: z.literal("textarea") },
    value: Region.partial().extend({ text: z.union([z.string(), z.array(z.string())]) }),
  }),
  z.strictObject({
    ...{ type: z.literal("relation"), from_id: z.string(), to_id: z.string() },
    ...{ direction: z.enum(["left", "right", "bi"]), labels: z.array(z.string()).optional() },
  }),
]);
const Tasks = z.array(
  z.strictObject({
    data: z.object({ text: z.string() }).catchall(z.string()),
    annotations: z.array(
      z.strictObject({
        completed_by: z.strictObject({ email: z.string() }),
        result: z.array(Result),
        ...{ was_cancelled: z.boolean(), ground_truth: z.boolean() },
      }),
    ),
    predictions: z.array(z.never()),
  }),
);

test("Label Studio's tasks name what their configuration has, and quote what is at their places", async () => {
  const files = await exported("label-studio");
  const main = files.files.filter(({ name }) => !name.endsWith(".xml"));
  const tasks = main.flatMap(({ text }) => Tasks.parse(JSON.parse(text)));
  const config = files.files.filter(({ name }) => name.endsWith(".xml"));
  const declared = new Set(
    config.flatMap(({ text }) =>
      elementsOf(text).flatMap(({ attributes }) => attributes.get("name") ?? []),
    ),
  );
  const results = tasks.flatMap(({ data, annotations }) =>
    annotations.map(({ result }) => ({ at: codePoints(data.text), result })),
  );
  const wrong = results.flatMap(({ at, result }) => wrongResults(result, at, declared));
  const spans = results.flatMap(({ result }) => result.filter(({ type }) => type === "labels"));
  expect([wrong, spans.length]).toEqual([[], files.result.spans]);
});

function wrongResults(
  results: readonly z.output<typeof Result>[],
  at: ReturnType<typeof codePoints>,
  declared: ReadonlySet<string>,
) {
  const regions = new Set(results.flatMap((one) => (one.type === "labels" ? one.id : [])));
  return results.filter((one) => {
    if (one.type === "relation") return !(regions.has(one.from_id) && regions.has(one.to_id));
    if (!declared.has(one.from_name)) return true;
    return one.type === "labels" && at(one.value.start, one.value.end) !== one.value.text;
  });
}

// https://www.pubannotation.org/docs/annotation-format
const Place = z.strictObject({ begin: place, end: place });
const Denotation = z.strictObject({
  ...{ id: z.string(), span: z.union([Place, z.array(Place).min(2)]), obj: z.string() },
});
const Track = z.strictObject({
  project: z.string().optional(),
  denotations: z.array(Denotation),
  relations: z
    .array(z.strictObject({ id: z.string(), pred: z.string(), subj: z.string(), obj: z.string() }))
    .optional(),
  attributes: z
    .array(
      z.strictObject({
        ...{ id: z.string(), pred: z.string(), subj: z.string() },
        obj: z.union([z.string(), z.number(), z.literal(true)]),
      }),
    )
    .optional(),
});
const Article = Track.partial({ denotations: true }).extend({
  text: z.string(),
  ...{ sourcedb: z.string().optional(), sourceid: z.string().optional() },
  blocks: z.array(Denotation).optional(),
  tracks: z.array(Track).optional(),
});

test("PubAnnotation's denotations lie in the text, and what refers to them finds them", async () => {
  const files = await exported("pubannotation");
  const articles = parsedIn(files, ".json").map((one) => Article.catchall(z.string()).parse(one));
  const wrong: unknown[] = [];
  let spans = 0;
  for (const article of articles) {
    const length = Array.from(article.text).length;
    const blocks = article.blocks ?? [];
    for (const { denotations = [], relations = [], attributes = [] } of [
      article,
      ...(article.tracks ?? []),
    ]) {
      spans += denotations.length;
      const ids = new Set([...blocks, ...denotations, ...relations].map(({ id }) => id));
      const places = denotations.flatMap(({ span }) => span);
      wrong.push(...places.filter(({ begin, end }) => begin > end || end > length));
      wrong.push(...relations.filter(({ subj, obj }) => !(ids.has(subj) && ids.has(obj))));
      wrong.push(...attributes.filter(({ subj }) => !ids.has(subj)));
    }
  }
  expect([wrong, spans]).toEqual([[], files.result.spans]);
});

// https://github.com/apache/uima-uimaj-io-jsoncas, version 0.4
const Feature = z.strictObject({
  "%NAME": z.string(),
  "%RANGE": z.string(),
  "%ELEMENT_TYPE": z.string().optional(),
});
const Cas = z.strictObject({
  "%TYPES": z.record(
    z.string(),
    z.object({ "%NAME": z.string(), "%SUPER_TYPE": z.string() }).catchall(Feature),
  ),
  "%FEATURE_STRUCTURES": z.array(z.looseObject({ "%ID": z.int().positive(), "%TYPE": z.string() })),
  "%VIEWS": z.record(
    z.string(),
    z.strictObject({ "%SOFA": z.int(), "%MEMBERS": z.array(z.int()) }),
  ),
});
const builtIn: Readonly<Record<string, readonly string[]>> = {
  "uima.cas.Sofa": ["sofaNum", "sofaID", "mimeType", "sofaString"],
  "uima.tcas.Annotation": ["sofa", "begin", "end"],
  "uima.tcas.DocumentAnnotation": ["sofa", "begin", "end", "language"],
  "uima.cas.AnnotationBase": ["sofa"],
  "uima.cas.TOP": [],
};

test("UIMA CAS JSON declares every type and feature, and has all that it refers to", async () => {
  const files = await exported("uima-cas-json");
  const all = parsedIn(files, ".json").map((value) => Cas.parse(value));
  const types = all.flatMap((one) => one["%FEATURE_STRUCTURES"].map((given) => given["%TYPE"]));
  const spans = types.filter((type) => type === "webanno.custom.Span").length;
  expect([all.flatMap(wrongInCas), spans]).toEqual([[], files.result.spans]);
});

type CasFile = z.output<typeof Cas>;
type Structure = CasFile["%FEATURE_STRUCTURES"][number];

function wrongInCas(cas: CasFile): unknown[] {
  const structures = cas["%FEATURE_STRUCTURES"];
  const ids = new Set<unknown>(structures.map((structure) => structure["%ID"]));
  const members = Object.values(cas["%VIEWS"]).flatMap((view) => view["%MEMBERS"]);
  const referred = [...members, ...structures.flatMap(referencesOf)];
  const sofa = structures.find((structure) => structure["%TYPE"] === "uima.cas.Sofa");
  return [
    ...(ids.size < structures.length ? ["an id is there twice"] : []),
    ...referred.filter((id) => !ids.has(id)),
    ...structures.filter((structure) => !isWithin(String(sofa?.sofaString), structure)),
    ...structures.flatMap((structure) => undeclaredIn(cas, structure)),
  ];
}

const isArray = (type: string) => /\[\]$|Array$/.test(type);

function referencesOf(structure: Structure): unknown[] {
  const holds = isArray(structure["%TYPE"]) && !/^uima\.cas\.(?!FS)/.test(structure["%TYPE"]);
  const references = Object.entries(structure).filter(
    ([key]) => key.startsWith("@") || (holds && key === "%ELEMENTS"),
  );
  return references.flatMap(([, value]) => value);
}

function isWithin(text: string, { begin = 0, end = 0 }: Structure): boolean {
  const isPlace = typeof begin === "number" && typeof end === "number";
  return isPlace && begin <= end && end <= text.length && text.slice(begin, end).isWellFormed();
}

function undeclaredIn(cas: CasFile, structure: Structure): string[] {
  const type = structure["%TYPE"];
  return Object.keys(structure)
    .filter((key) => !["%ID", "%TYPE", ...(isArray(type) ? ["%ELEMENTS"] : [])].includes(key))
    .filter((key) => !isDeclared(cas, type, key.replace(/^[@#^]/, "")))
    .map((key) => `${type}:${key}`);
}

function isDeclared(cas: CasFile, type: string, feature: string): boolean {
  if (builtIn[type]) return builtIn[type].includes(feature);
  const declared = cas["%TYPES"][type];
  if (!declared) return false;
  return Object.hasOwn(declared, feature) || isDeclared(cas, declared["%SUPER_TYPE"], feature);
}
