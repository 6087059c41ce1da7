import { badFile, type Source } from "../../extract/source.ts";
import type { Format } from "../format.ts";
import { parseJson, textOf } from "../reading/json.ts";
import { isRecord, jsonLines, recordAt, recordsIn } from "../reading/json-lines.ts";
import { attributesIn, givenValue } from "../reading/json-values.ts";
import type {
  BioCAnnotation,
  BioCDocument,
  BioCMarks,
  BioCPassage,
  BioCRelation,
  BioCSentence,
  Infons,
} from "./collection.ts";
import { bioCHolds, fitToBioC } from "./fit.ts";
import { readCollection } from "./read.ts";
import { bioCDocument } from "./write.ts";

/**
 * BioC JSON (ncbi-nlp/BioC-JSON). Read are collections, documents, lists and lines of both, and what
 * PubTator's service answers, {"PubTator3": […]}.
 */
export const bioCJson: Format = {
  id: "bioc-json",
  title: "BioC JSON",
  unit: "codepoint",
  reader: {
    endings: [".json", ".jsonl"],
    recognises: (head) => /^\s*[[{]/.test(head) && /"passages"\s*:\s*\[/.test(head),
    byLine: false,
    read(source, options) {
      return readCollection(documentsOf(source, options.firstLine), source, options);
    },
  },
  writer: {
    holds: bioCHolds,
    files: "one",
    endings: [".json"],
    fit: fitToBioC,
    begin: () =>
      '{"source":"Casemark","date":"","key":"","version":"1.0","infons":{},"documents":[\n',
    between: ",\n",
    end: () => "\n]}\n",
    write: (document, options) => [JSON.stringify(bioCDocument(document, options))],
  },
};

function documentsOf(source: Source, firstLine: number): BioCDocument[] {
  const values = isByLine(source)
    ? Array.from(jsonLines(source, firstLine), ({ value, lineNumber }) => ({
        value,
        where: `line ${lineNumber}`,
      }))
    : [{ value: parseJson(source), where: "line 1" }];
  return values
    .flatMap(({ value, where }) => recordsOf(value, where, source))
    .map((record, at) => readDocument(record, at, source));
}

/** Whether the first line is a value of its own and more follows. */
function isByLine(source: Source): boolean {
  const text = textOf(source).trimStart();
  const end = text.indexOf("\n");
  if (end < 0 || text.slice(end).trim() === "") return false;
  const line = text.slice(0, end).trimEnd();
  return line.startsWith("{") && line.endsWith("}") && isJson(line);
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

type JsonRecord = Record<string, unknown>;

/** The documents in a list, a collection, or the answer of a service; or the one document. */
function recordsOf(value: unknown, where: string, source: Source): JsonRecord[] {
  if (Array.isArray(value))
    return value.flatMap((one: unknown, at) => recordsOf(one, `[${at}]`, source));
  const record = recordAt(value, where, source);
  if (Array.isArray(record.passages)) return [record];
  const lists = [record.documents, ...Object.values(record)].filter(
    (list) => Array.isArray(list) && list.every(isRecord),
  );
  const [list] = lists;
  if (list === undefined)
    throw badFile(
      source,
      `has no documents with passages at ${where}; export it again as BioC JSON.`,
    );
  return recordsIn(list);
}

interface Reading {
  source: Source;
  where: string;
}

function readDocument(record: JsonRecord, at: number, source: Source): BioCDocument {
  const id = wordOf(record.id) || wordOf(record._id);
  const reading = { source, where: `document ${id.trim() || at + 1}` };
  return {
    id,
    infons: { ...articleFacts(record), ...infonsIn(record.infons) },
    passages: recordsIn(record.passages).map((passage) => readPassage(passage, reading)),
    ...marksIn(record, reading),
  };
}

const wordOf = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** What PubTator's service says of the article beside BioC's own fields. */
function articleFacts(record: JsonRecord): Infons {
  const facts = ["pmid", "pmcid", "journal", "year", "authors", "doi"].flatMap((key) => {
    const value = record[key];
    const text = Array.isArray(value) ? value.map(wordOf).join(", ") : wordOf(value);
    return text === "" ? [] : [[key, text] as const];
  });
  return Object.fromEntries(facts);
}

function readPassage(record: JsonRecord, reading: Reading): BioCPassage {
  const sentences = recordsIn(record.sentences).map((sentence) => readStretch(sentence, reading));
  return { ...readStretch(record, reading), sentences };
}

function readStretch(record: JsonRecord, reading: Reading): BioCSentence {
  return {
    infons: infonsIn(record.infons),
    offset: numberIn(record.offset, "the offset of a passage or sentence", reading),
    text: typeof record.text === "string" ? record.text : null,
    ...marksIn(record, reading),
  };
}

function numberIn(value: unknown, what: string, { source, where }: Reading): number {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number === "number" && Number.isSafeInteger(number) && number >= 0) return number;
  const given = givenValue(value).slice(0, 40);
  throw badFile(
    source,
    `has no whole number as ${what} in ${where} but ${given}; correct it and import it again.`,
  );
}

/** Infons without what is not set; of a concept that PubTator's service spells out, its identifier. */
function infonsIn(value: unknown): Infons {
  if (!isRecord(value)) return {};
  const plain = Object.entries(value).map(([key, one]) => [
    key,
    isRecord(one) && typeof one.identifier === "string" ? one.identifier : one,
  ]);
  return attributesIn(Object.fromEntries(plain));
}

function marksIn(record: JsonRecord, reading: Reading): BioCMarks {
  return {
    annotations: recordsIn(record.annotations).map((one) => readAnnotation(one, reading)),
    relations: recordsIn(record.relations).map(readRelation),
  };
}

function readAnnotation(record: JsonRecord, reading: Reading): BioCAnnotation {
  const id = wordOf(record.id);
  const locations = recordsIn(record.locations).map(({ offset, length }) => ({
    offset: numberIn(offset, `the offset of annotation ${id}`, reading),
    length: numberIn(length, `the length of annotation ${id}`, reading),
  }));
  const text = typeof record.text === "string" ? record.text : null;
  return { id, infons: infonsIn(record.infons), locations, text };
}

function readRelation(record: JsonRecord): BioCRelation {
  const nodes = recordsIn(record.nodes).map(({ refid, role }) => ({
    refid: wordOf(refid),
    role: wordOf(role),
  }));
  return { id: wordOf(record.id), infons: infonsIn(record.infons), nodes };
}
