import { z } from "zod";
import { badFile, type Source } from "../../../extract/source.ts";
import type { ReadDocument, ReadOptions } from "../../format.ts";
import { countedWarnings } from "../../reading/counted-warnings.ts";
import { parseJson } from "../../reading/json.ts";
import { type Cas, type CasStructure, type CasValue, isReference } from "../cas.ts";
import { checkIds } from "../check-ids.ts";
import { documentOfCas } from "../document-of-cas.ts";
import { keepIndexed } from "../indexed.ts";
import { chosenSofa, type Sofa } from "../sofas.ts";

type Structure = Record<string, unknown>;

/** Any object: what is in it is looked at key by key, for which there is no need of a copy. */
const Structure = z.custom<Structure>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);

const File = z.object({
  "%FEATURE_STRUCTURES": z.union([z.array(Structure), z.record(z.string(), Structure)]).default([]),
  "%VIEWS": z
    .record(
      z.string(),
      z.looseObject({ "%SOFA": z.number().nullish(), "%MEMBERS": z.array(z.number()).default([]) }),
    )
    .default({}),
});

/** A feature structure as the file has it; arrays and lists are not yet put where they are referred to. */
interface GivenStructure extends CasStructure {
  sofa: number | null;
}

/** Reads UIMA CAS JSON 0.4, with feature structures in a list or by their numbers. */
export function readCasJson(source: Source, options: ReadOptions): ReadDocument {
  const { name, annotator, offsets } = options;
  const warnings = countedWarnings(source.fileName);
  const file = File.safeParse(parseJson(source));
  if (!file.success) {
    const [issue] = file.error.issues;
    const where = (issue?.path ?? []).join(".") || "%FEATURE_STRUCTURES";
    throw badFile(
      source,
      `is no UIMA CAS in JSON (${where} is not as it should be); check the format.`,
    );
  }
  const { "%FEATURE_STRUCTURES": given, "%VIEWS": views } = file.data;
  const structures = Array.isArray(given) ? given.map(ofList) : Object.entries(given).map(ofRecord);
  const bad = structures.find(({ id, type }) => !Number.isSafeInteger(id) || type === "");
  if (bad !== undefined)
    throw badFile(source, "has a feature structure without %ID or %TYPE; export it again.");
  checkIds(source, structures);
  const sofa = chosenSofa(source, structures.flatMap(sofaOf), warnings);
  const cas = casOf(structures, sofa);
  const view = Object.values(views).find((one) => one["%SOFA"] === sofa.id);
  keepIndexed(cas, new Set(view?.["%MEMBERS"]));
  return documentOfCas(cas, { source, name, annotator, offsets, texts: false, warnings });
}

const ofList = (structure: Structure) => structureOf(Number(structure["%ID"]), structure);
const ofRecord = ([id, structure]: [string, Structure]) => structureOf(Number(id), structure);

/** "@feature" refers to a structure, "#feature" is a number that JSON does not have, "^feature" a place in the text. */
function structureOf(id: number, structure: Structure): GivenStructure {
  const type = structure["%TYPE"];
  const features = new Map<string, CasValue>();
  for (const [key, value] of Object.entries(structure))
    if (key.startsWith("@")) features.set(key.slice(1), referenceOf(value));
    else if (key === "%ELEMENTS") features.set(key, elementsOf(String(type), value));
    else if (!key.startsWith("%")) features.set(key.replace(/^[#^]/, ""), plainOf(value));
  const sofa = features.get("sofa");
  features.delete("sofa");
  return {
    id,
    type: typeof type === "string" ? type : "",
    features,
    sofa: isReference(sofa) ? sofa.ref : null,
  };
}

function referenceOf(value: unknown): CasValue {
  if (Array.isArray(value)) return value.map(referenceOf);
  return typeof value === "number" ? { ref: value } : null;
}

function plainOf(value: unknown): CasValue {
  if (Array.isArray(value)) return value.map(plainOf);
  const isPlain = typeof value === "string" || typeof value === "number" || value === true;
  return isPlain ? value : null;
}

/** Arrays of plain values name what they hold; all others hold structures. */
const plainArray = /^uima\.cas\.(String|Integer|Float|Double|Long|Short|Byte|Boolean)(Array|\[\])$/;

function elementsOf(type: string, value: unknown): CasValue {
  return plainArray.test(type) ? plainOf(value) : referenceOf(value);
}

function sofaOf({ id, type, features }: GivenStructure): Sofa[] {
  if (type !== "uima.cas.Sofa") return [];
  const [name, text] = [features.get("sofaID"), features.get("sofaString")];
  return [{ id, name: String(name), text: typeof text === "string" ? text : null }];
}

function casOf(structures: readonly GivenStructure[], chosen: Sofa & { text: string }): Cas {
  const byId = new Map(structures.map((one) => [one.id, one]));
  const cas: Cas = { text: chosen.text, annotations: [], facts: [], others: [] };
  for (const { sofa, ...structure } of structures)
    if (structure.type !== "uima.cas.Sofa") addTo(cas, unpacked(structure, byId), sofa, chosen.id);
  return cas;
}

function addTo(cas: Cas, structure: CasStructure, sofa: number | null, chosen: number): void {
  const { features, ...rest } = structure;
  const [begin, end] = [features.get("begin"), features.get("end")];
  if (sofa === null) cas.others.push(structure);
  else if (sofa !== chosen) return;
  else if (typeof begin !== "number" || typeof end !== "number") cas.facts.push(structure);
  else {
    features.delete("begin");
    features.delete("end");
    cas.annotations.push({ ...rest, begin, end, features });
  }
}

/** With the elements of arrays and lists instead of references to them. */
function unpacked(structure: CasStructure, byId: ReadonlyMap<number, CasStructure>): CasStructure {
  const features = new Map(structure.features);
  for (const [name, value] of features) {
    const held = isReference(value) ? heldBy(value.ref, byId) : null;
    if (held !== null) features.set(name, held);
  }
  return { ...structure, features };
}

function heldBy(id: number, byId: ReadonlyMap<number, CasStructure>): CasValue[] | null {
  const { type, features } = byId.get(id) ?? {};
  const elements = features?.get("%ELEMENTS");
  if (elements !== undefined) return Array.isArray(elements) ? elements : [];
  if (type?.endsWith("Array") || type?.endsWith("[]")) return [];
  if (!/^uima\.cas\.(NonEmpty|Empty)\w+List$/.test(type ?? "")) return null;
  return listFrom(id, byId);
}

function listFrom(id: number, byId: ReadonlyMap<number, CasStructure>): CasValue[] {
  const values: CasValue[] = [];
  const seen = new Set<number>();
  let at = byId.get(id);
  while (at !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    values.push(...(at.features.has("head") ? [at.features.get("head") ?? null] : []));
    const tail = at.features.get("tail");
    at = isReference(tail) ? byId.get(tail.ref) : undefined;
  }
  return values;
}
