import type { Source } from "../../../extract/source.ts";
import type { ReadDocument, ReadOptions } from "../../format.ts";
import { countedWarnings } from "../../reading/counted-warnings.ts";
import type { Cas, CasValue } from "../cas.ts";
import { checkIds } from "../check-ids.ts";
import { documentOfCas } from "../document-of-cas.ts";
import { typedTexts } from "../feature-text.ts";
import { keepIndexed } from "../indexed.ts";
import { nothingDeclared, readTypeSystem } from "../read/declared-types.ts";
import { chosenSofa, type Sofa } from "../sofas.ts";
import { isDocumentFacts, isScaffold } from "../type-names.ts";
import { parseXmi, type XmiStructure } from "./parse.ts";
import { type Resolve, resolver } from "./references.ts";

/** Reads UIMA CAS XMI (OMG XMI 2.0 as Apache UIMA writes it), which needs no type system but for texts that look like numbers. */
export function readXmi(source: Source, options: ReadOptions): ReadDocument {
  const { name, annotator, offsets } = options;
  const warnings = countedWarnings(source.fileName);
  const structures = parseXmi(source);
  checkIds(source, structures);
  const sofa = chosenSofa(source, structures.flatMap(sofaOf), warnings);
  const cas = casOf(structures, sofa);
  const types = options.types ? readTypeSystem(options.types, warnings) : nothingDeclared;
  const values = { texts: true, ownTexts: typedTexts, types };
  return documentOfCas(cas, { source, name, annotator, offsets, ...values, warnings });
}

function sofaOf({ id, type, values }: XmiStructure): Sofa[] {
  if (type !== "uima.cas.Sofa") return [];
  const [name, text] = [values.get("sofaID"), values.get("sofaString")];
  return [{ id, name: String(name), text: typeof text === "string" ? text : null }];
}

const framework = new Set(["uima.cas.NULL", "uima.cas.Sofa", "uima.cas.View"]);

function casOf(structures: readonly XmiStructure[], { id, text }: Sofa & { text: string }): Cas {
  const members = membersOf(structures, String(id));
  const cas: Cas = { text, annotations: [], facts: [], others: [] };
  const content = structures.filter(({ type }) => !framework.has(type));
  const resolve = resolver(content);
  for (const structure of content) addTo(cas, structure, String(id), resolve);
  keepIndexed(cas, members);
  return cas;
}

/** What stands in the indexes of the sofa's view; nothing where the file has no views. */
function membersOf(structures: readonly XmiStructure[], sofa: string): Set<number> {
  const views = structures.filter(
    ({ type, values }) => type === "uima.cas.View" && values.get("sofa") === sofa,
  );
  return new Set(
    views.flatMap(({ values }) =>
      String(values.get("members") ?? "")
        .split(/\s+/)
        .map(Number),
    ),
  );
}

const places = new Set(["begin", "end"]);
const noFeatures = new Map<string, CasValue>();

function addTo(cas: Cas, { id, type, values }: XmiStructure, sofa: string, resolve: Resolve): void {
  const of = values.get("sofa");
  const [begin, end] = [values.get("begin"), values.get("end")];
  const hasPlace = begin !== undefined && end !== undefined;
  // Of tokens and the like, which most structures are, nothing but their place is ever looked at.
  const isPlace = isScaffold(type) && !isDocumentFacts(type);
  const features = isPlace ? noFeatures : featuresOf(type, values, hasPlace, resolve);
  if (of === undefined) cas.others.push({ id, type, features });
  else if (of === sofa && hasPlace)
    cas.annotations.push({ id, type, begin: Number(begin), end: Number(end), features });
  else if (of === sofa) cas.facts.push({ id, type, features });
}

function featuresOf(
  type: string,
  values: XmiStructure["values"],
  hasPlace: boolean,
  resolve: Resolve,
): Map<string, CasValue> {
  const features = new Map<string, CasValue>();
  for (const [name, value] of values)
    if (!(name.includes(":") || name === "sofa" || (hasPlace && places.has(name))))
      features.set(name, resolve(type, name, value));
  return features;
}
