import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sourceOf } from "../../electron/file-source.ts";
import { decodeUtf8 } from "../../electron/import/decode.ts";
import { readFormat } from "../../electron/import/read-format.ts";
import type { Format } from "../../shared/formats/format.ts";
import type { FormatId } from "../../shared/formats/format-ids.ts";
import { formatOf } from "../../shared/formats/registry.ts";
import { realFiles } from "../real-data.ts";
import { madeUpDocuments } from "../shared/formats/made-up-documents.ts";
import { writtenFiles } from "../shared/formats/written-files.ts";
import {
  bytewise,
  type FuzzedReader,
  json,
  jsonLines,
  markup,
  type Seedling,
} from "./mutations.ts";
import { checkDocument, fileName } from "./outcome.ts";
import * as own from "./own-files.ts";

/** Real files larger than this would only take time. */
const mostBytes = 300_000;

interface Mutated {
  mutate: FuzzedReader["mutate"];
  /** Where real files are, in the data beside the repository. */
  real?: string;
}

const bratPairs = () =>
  realFiles("brat/{bioc-package,meddocan-dev,maccrobat2020}/*.ann")
    .slice(0, 40)
    .concat(realFiles("text/derived/*.ann"))
    .flatMap(({ name, bytes }) => {
      const [text] = realFiles(`{brat,text}/*/${name.replace(/ann$/, "txt")}`);
      return text ? [{ bytes, beside: text.bytes }] : [];
    });

/** Files that our own writer makes of documents with everything in them, and real ones. */
function seedlingsOf(format: Format, real: string | undefined): Seedling[] {
  const written = format.writer
    ? [madeUpDocuments, ...madeUpDocuments.map((one) => [one])].flatMap((documents) =>
        writtenFiles(format, documents).map(seedlingOf),
      )
    : [];
  return [...written, ...(real === undefined ? [] : realFiles(real, mostBytes))];
}

function seedlingOf(texts: readonly string[]): Seedling {
  const [first = encode(""), second] = texts.map(encode);
  return second === undefined ? { bytes: first } : { bytes: second, beside: first };
}

const encode = (text: string) => new TextEncoder().encode(text);

const folder = mkdtempSync(join(tmpdir(), "casemark-fuzz-"));

/** Reads a file as an import does, and looks at every document in it. */
async function readAnnotated(format: Format, { bytes }: Seedling): Promise<void> {
  const file = join(folder, fileName);
  writeFileSync(file, bytes);
  const unit = { file, name: "mutated", shown: fileName };
  for await (const read of readFormat(format, unit, "Ana")) checkDocument(read);
}

/** Reads annotations with the text that lies beside them. */
function readPair({ reader }: Format, { bytes, beside = new Uint8Array() }: Seedling): void {
  decodeUtf8(bytes, fileName);
  decodeUtf8(beside, fileName);
  const options = { name: "mutated", annotator: "Ana", offsets: null, firstLine: 1 };
  const text = sourceOf(beside, fileName);
  for (const read of reader?.read(sourceOf(bytes, fileName), { ...options, beside: text }) ?? [])
    checkDocument(read);
}

/** How the files of each format are mutated; `conll-iobes` is read as `conll` is. */
const formats: Readonly<Partial<Record<FormatId, Mutated>>> = {
  "casemark-jsonl": { mutate: jsonLines() },
  "bioc-xml": {
    mutate: markup('<infon key="type">', "<location/>", "<node/>", "<sentence>", "<passage>"),
    real: "formats/bioc/**/*.xml",
  },
  "bioc-json": { mutate: json(), real: "formats/bioc/**/*.json" },
  pubtator: {
    mutate: bytewise(..."|t| |a| \t \n\n 1|t|a\n | ; -1 1\t0\t CID".split(" ")),
    real: "{formats/pubtator/tmVar*.txt,iaa/bc5cdr-sample/*.PubTator}",
  },
  doccano: { mutate: jsonLines(), real: "formats/doccano/*/*.jsonl" },
  prodigy: { mutate: jsonLines(), real: "formats/prodigy-spacy/**/*.jsonl" },
  "webanno-tsv": {
    mutate: bytewise(
      ..."#T_SP= #T_RL= #T_CH= #Text= #FORMAT=WebAnno BT_ ROLE_ 1-1 1-1.1 | [1] ->1-1 * _ \\ \t \n\n".split(
        " ",
      ),
    ),
    real: "{formats/webanno-tsv/**,iaa/inception*/**}/*.tsv",
  },
  conll: {
    mutate: bytewise(..."\n\n \t -DOCSTART- B-a I-b O S-c E-d # _ -X-".split(" ")),
    real: "formats/{conll,doccano}/**/*.{tsv,conll}",
  },
  "label-studio": { mutate: json(), real: "formats/label-studio/**/*.json" },
  pubannotation: { mutate: json(), real: "formats/pubannotation/**/*.json" },
  medtator: {
    mutate: markup('spans="', "~", ",", "-1~-1", "<![CDATA[", "<TAGS>", "<META>"),
    real: "brat/meddocan-dev/xml/*a-1.xml",
  },
  "web-annotation": { mutate: json() },
  "uima-xmi": {
    mutate: markup('xmi:id="', 'sofa="', "<cas:View", "<cas:Sofa", "&#13;"),
    real: "{formats/{uima-xmi,webanno-tsv}/**/*.xmi,uima-xmi/**/*.xml}",
  },
  "uima-cas-json": { mutate: json('"%ID":', '"@ref":'), real: "formats/uima-cas-json/**/*.json" },
};

const fromRegistry = Object.entries(formats).map(([id, { mutate, real }]) => {
  const format = formatOf(id as FormatId);
  const reader: FuzzedReader = {
    files: () => seedlingsOf(format, real),
    mutate,
    read: (file) => readAnnotated(format, file),
  };
  return [id, reader] as const;
});

/** Every reader of annotated documents, by its format's id. */
export const annotatedReaders: Readonly<Record<string, FuzzedReader>> = {
  brat: {
    files: () => [
      { bytes: own.ownBrat, beside: own.ownBratText },
      ...seedlingsOf(formatOf("brat"), undefined),
      ...bratPairs(),
    ],
    mutate: bytewise(
      ..."T1\t ; ;; \n\n \t * # T R E A M N Arg1: : -1 \nT1\t0 \n#1\t \nE1\t".split(" "),
    ),
    read: (file) => readPair(formatOf("brat"), file),
  },
  knowtator: {
    files: () => [{ bytes: own.ownKnowtator, beside: own.ownKnowtatorText }],
    mutate: markup('<span start="', "<spannedText>", "<hasSlotMention", "<classMention"),
    read: (file) => readPair(formatOf("knowtator"), file),
  },
  ...Object.fromEntries(fromRegistry),
};
