import type { Column } from "../formats/tables/table.ts";
import { tablesOf } from "../formats/tables/tables.ts";
import { bibTex } from "./citation.ts";
import type { ReleaseFacts, ReleaseFile, ReleaseTexts } from "./facts.ts";
import { fileNameOf, formatPath, recordsFile } from "./layout.ts";
import { licenceUrl } from "./licences.ts";
import { type RecordField, recordFields } from "./records.ts";

/**
 * The names that Croissant shortens. As in appendix 1 of the specification, but that schema.org is written
 * with "https", as the reference implementation and all its example datasets do.
 */
const context = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  sc: "https://schema.org/",
  cr: "http://mlcommons.org/croissant/",
  rai: "http://mlcommons.org/croissant/RAI/",
  dct: "http://purl.org/dc/terms/",
  annotation: "cr:annotation",
  arrayShape: "cr:arrayShape",
  citeAs: "cr:citeAs",
  column: "cr:column",
  conformsTo: "dct:conformsTo",
  containedIn: "cr:containedIn",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  equivalentProperty: "cr:equivalentProperty",
  examples: { "@id": "cr:examples", "@type": "@json" },
  excludes: "cr:excludes",
  extract: "cr:extract",
  field: "cr:field",
  fileProperty: "cr:fileProperty",
  fileObject: "cr:fileObject",
  fileSet: "cr:fileSet",
  format: "cr:format",
  includes: "cr:includes",
  isArray: "cr:isArray",
  isLiveDataset: "cr:isLiveDataset",
  jsonPath: "cr:jsonPath",
  key: "cr:key",
  md5: "cr:md5",
  parentField: "cr:parentField",
  recordSet: "cr:recordSet",
  references: "cr:references",
  regex: "cr:regex",
  readLines: "cr:readLines",
  sdVersion: "cr:sdVersion",
  separator: "cr:separator",
  source: "cr:source",
  subField: "cr:subField",
  transform: "cr:transform",
  unArchive: "cr:unArchive",
  value: "cr:value",
};

/**
 * The release's croissant.json: what it is, every file with its SHA-256, and the fields of the records of
 * each part. No file can hold its own hash, nor those that were written after it: its own is in SHA256SUMS.
 * What nobody has given (an address, a licence, a date) is left out.
 * Source: Croissant 1.1, http://mlcommons.org/croissant/1.1, and Croissant RAI 1.0.
 */
export function croissant(facts: ReleaseFacts): string {
  const { texts, languages, files, statistics } = facts;
  const filled = statistics.parts.filter(({ reports }) => reports > 0).map(({ part }) => part);
  const url = texts.url || (texts.doi && `https://doi.org/${texts.doi}`);
  const description = {
    "@context": context,
    "@type": "sc:Dataset",
    conformsTo: ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"],
    name: texts.title,
    description: texts.summary || `Annotated case reports: ${texts.title}.`,
    ...(texts.licence && { license: licenceUrl(texts.licence) ?? texts.licence }),
    ...(url && { url }),
    ...(texts.authors.length > 0 && { creator: creatorsOf(texts) }),
    ...(texts.released && { datePublished: texts.released }),
    version: texts.version,
    ...(texts.keywords.length > 0 && { keywords: texts.keywords }),
    ...(languages.length > 0 && { inLanguage: languages }),
    ...(texts.doi && { identifier: `https://doi.org/${texts.doi}` }),
    citeAs: bibTex(texts),
    isLiveDataset: false,
    ...responsible(facts),
    distribution: files.map(fileObject),
    recordSet: [splitSet(filled), ...filled.map(recordSetOf), ...tableSets(facts)],
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function creatorsOf({ authors }: ReleaseTexts): object[] {
  return authors.map(({ family, given, orcid, affiliation }) => ({
    "@type": "sc:Person",
    name: `${given} ${family}`.trim(),
    ...(orcid && { identifier: orcid }),
    ...(affiliation && { affiliation: { "@type": "sc:Organization", name: affiliation } }),
  }));
}

/** How the data came about and what it must not be taken for, in the words of Croissant RAI. */
function responsible({
  texts,
  statistics,
  app,
  agreements,
  repairedReports,
}: ReleaseFacts): object {
  const { whole, annotators } = statistics;
  const layers = annotators.reduce((sum, { reports }) => sum + reports, 0);
  const given = {
    "rai:dataCollection": texts.curation,
    "rai:dataAnnotationProtocol": texts.annotation,
    "rai:annotatorDemographics": texts.annotators,
    "rai:personalSensitiveInformation": texts.personal,
    "rai:dataUseCases": texts.uses,
    "rai:dataLimitations": texts.limitations,
  };
  const analysis = agreements.flatMap(({ a, b, label, f1, reports }) =>
    label === null && f1.defined
      ? `${a} and ${b}: exact span F1 ${f1.value.toFixed(3)} on ${reports} reports`
      : [],
  );
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, text]) => text !== "")),
    "rai:dataAnnotationPlatform": `Casemark ${app}`,
    ...(whole.reports > 0 && {
      "rai:annotationsPerItem": `${(layers / whole.reports).toFixed(2)} layers for each report`,
    }),
    ...(analysis.length > 0 && { "rai:dataAnnotationAnalysis": analysis }),
    ...(repairedReports > 0 && {
      "rai:dataPreprocessingProtocol": `Reports whose text was corrected or repaired after it was imported: ${repairedReports}.`,
    }),
  };
}

function fileObject({ name, bytes, sha256 }: ReleaseFile): object {
  return {
    "@type": "cr:FileObject",
    "@id": name,
    name,
    contentUrl: name,
    contentSize: `${bytes} B`,
    encodingFormat: encodingFormat(name),
    sha256,
  };
}

const formats: Readonly<Record<string, string>> = {
  jsonl: "application/jsonlines",
  json: "application/json",
  parquet: "application/vnd.apache.parquet",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xml: "application/xml",
  xmi: "application/vnd.xmi+xml",
  md: "text/markdown",
  svg: "image/svg+xml",
  yaml: "application/yaml",
  cff: "application/yaml",
};

/** The media type that a file's ending means; text for those of annotation tools. */
export function encodingFormat(name: string): string {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return (Object.hasOwn(formats, ending) && formats[ending]) || "text/plain";
}

function splitSet(parts: readonly string[]): object {
  return {
    "@type": "cr:RecordSet",
    "@id": "splits",
    name: "splits",
    description: "The parts of the dataset; cases are never in two of them.",
    dataType: "cr:Split",
    key: { "@id": "splits/name" },
    field: [{ "@type": "cr:Field", "@id": "splits/name", name: "name", dataType: "sc:Text" }],
    data: parts.map((part) => ({ "splits/name": fileNameOf(part) })),
  };
}

function recordSetOf(part: string): object {
  const id = `records-${fileNameOf(part)}`;
  return {
    "@type": "cr:RecordSet",
    "@id": id,
    name: id,
    description: `One annotator's layer of one report a record, of the part “${part}”.`,
    key: [{ "@id": `${id}/report` }, { "@id": `${id}/annotator` }],
    field: recordFields.map((field) => fieldOf(field, id, recordsFile(part), [])),
  };
}

/** @param path the names of the lists that the field is in, from the record's own. */
function fieldOf(
  field: RecordField,
  parent: string,
  file: string,
  path: readonly string[],
): object {
  const id = `${parent}/${field.name}`;
  const described = { "@type": "cr:Field", "@id": id, name: field.name, description: field.says };
  const { type } = field;
  const here = [...path, field.name];
  if (type.is === "list")
    return {
      ...described,
      isArray: true,
      arrayShape: "-1",
      subField: type.of.map((sub) => fieldOf(sub, id, file, here)),
    };
  return {
    ...described,
    dataType: type.is === "text" ? "sc:Text" : "cr:Int64",
    ...(path.length > 0 && { isArray: true, arrayShape: "-1" }),
    source: { fileObject: { "@id": file }, ...extraction(here) },
  };
}

function extraction([column, ...inner]: readonly string[]): object {
  if (inner.length === 0) return { extract: { column } };
  const jsonPath = `$[*].${inner.join("[*].")}`;
  return { extract: { column }, transform: { jsonPath } };
}

/** The tables of each part that are among the files as Parquet. */
function tableSets({ files, parts, scheme }: ReleaseFacts): object[] {
  const there = new Set(files.map(({ name }) => name));
  const tables = tablesOf(scheme);
  return parts.flatMap(({ name: part }) =>
    tables.flatMap(({ name, columns }) => {
      const file = `${formatPath("parquet", part)}/${name}.parquet`;
      const id = `${name}-${fileNameOf(part)}`;
      if (!there.has(file)) return [];
      return {
        "@type": "cr:RecordSet",
        "@id": id,
        name: id,
        description: `The table “${name}” of the part “${part}”.`,
        field: columns.map((column) => ({
          "@type": "cr:Field",
          "@id": `${id}/${column.name}`,
          name: column.name,
          dataType: columnTypes[column.type],
          source: { fileObject: { "@id": file }, extract: { column: column.name } },
        })),
      };
    }),
  );
}

const columnTypes: Readonly<Record<Column["type"], string>> = {
  text: "sc:Text",
  integer: "cr:Int32",
  number: "cr:Float64",
  boolean: "sc:Boolean",
};
