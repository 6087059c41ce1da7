import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { factsInTable } from "../../electron/api/cases.ts";
import type { Session } from "../../electron/api/session.ts";
import { createTickets } from "../../electron/api/tickets.ts";
import { decodeUtf8 } from "../../electron/import/decode.ts";
import { decodeText } from "../../electron/import/encoding.ts";
import { readDocument } from "../../electron/import/read-document.ts";
import type { DocumentKind } from "../../shared/extract/extracted.ts";
import { readBrat } from "../../shared/formats/brat/read.ts";
import { readAnnotationConf } from "../../shared/formats/brat/read-conf.ts";
import { readJsonlLine } from "../../shared/formats/casemark-jsonl.ts";
import { schemeFromYaml } from "../../shared/scheme/yaml.ts";
import { quoteOf } from "../../shared/text/offsets.ts";
import { realFiles } from "../real-data.ts";
import { mutateBytes } from "./mutate-bytes.ts";
import { mutateMarkup } from "./mutate-markup.ts";
import { mutatePdf } from "./mutate-pdf.ts";
import { mutateZip } from "./mutate-zip.ts";
import { checkExtracted, checkProblem, checkText, fileName } from "./outcome.ts";
import * as own from "./own-files.ts";
import type { Random } from "./random.ts";

/** A file to be mutated. */
export interface Seedling {
  bytes: Uint8Array;
  /** The text that annotations are read with. */
  beside?: Uint8Array;
}

/** One of the readers that files from outside come to. */
export interface FuzzedReader {
  /** Files of our own, and real ones where they are there. */
  files(): Seedling[];
  mutate(random: Random, file: Seedling, other: Seedling): Seedling;
  /** Reads, and throws for a value that is not as it should be. */
  read(file: Seedling): unknown;
}

/** One report as a word processor writes it. */
const office = (kind: string): Seedling => ({
  bytes: new Uint8Array(
    readFileSync(new URL(`../import/readers/office/case.${kind}`, import.meta.url)),
  ),
});

const real = (pattern: string, mostBytes?: number): Seedling[] => realFiles(pattern, mostBytes);

/** Changes bytes, with these words as what is likeliest to be tripped over. */
const bytewise =
  (...tokens: string[]): FuzzedReader["mutate"] =>
  (random, file, other) => ({
    ...file,
    bytes: mutateBytes({
      random,
      file: file.bytes,
      other: other.bytes,
      tokens: [...tokens, "\0", "\uFEFF", "\r", "\u2028", "\u0085", "\uD7FF", "é\u0301", "\uFFFE"],
    }),
  });

const xmlTokens = [
  "<",
  ">",
  "&",
  "]]>",
  "<!DOCTYPE a [<!ENTITY b 'c'>]>",
  "<![CDATA[",
  "&b;",
  "<?x",
  "<!--",
];

const markup =
  (...tokens: string[]): FuzzedReader["mutate"] =>
  (random, file, other) =>
    random.chance(0.5)
      ? bytewise(...xmlTokens, ...tokens)(random, file, other)
      : { bytes: Buffer.from(mutateMarkup(random, Buffer.from(file.bytes).toString())) };

const zipped =
  (...tokens: string[]): FuzzedReader["mutate"] =>
  (random, file, other) =>
    random.chance(0.2)
      ? bytewise("PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006")(random, file, other)
      : { bytes: mutateZip(random, file.bytes, other.bytes, [...xmlTokens, ...tokens]) };

const document = (kind: DocumentKind) => async (file: Seedling) => {
  for (const extracted of await readDocument(file.bytes, fileName, kind)) checkExtracted(extracted);
};

const bratPairs = () =>
  realFiles("brat/{bioc-package,meddocan-dev,maccrobat2020}/*.ann")
    .slice(0, 40)
    .concat(realFiles("text/derived/*.ann"))
    .flatMap(({ name, bytes }) => {
      const [text] = realFiles(`{brat,text}/*/${name.replace(/ann$/, "txt")}`);
      return text ? [{ bytes, beside: text.bytes }] : [];
    });

function readPair({ bytes, beside = new Uint8Array() }: Seedling): void {
  const annotations = decodeUtf8(bytes, fileName);
  const { text, layer } = readBrat({
    text: decodeUtf8(beside, fileName),
    annotations,
    annotator: "Ana",
    file: fileName,
  });
  checkText(text);
  for (const { id, ranges, quote } of layer.spans)
    if (quoteOf(text, ranges) !== quote) throw new Error(`${id} is not "${quote}"`);
}

const folder = mkdtempSync(join(tmpdir(), "casemark-fuzz-"));

function readTable({ bytes }: Seedling): void {
  const path = join(folder, fileName);
  writeFileSync(path, bytes);
  const tickets = createTickets();
  // Of a session it looks at the tickets alone.
  const facts = factsInTable({ tickets } as Session, tickets.issue([path]));
  JSON.stringify(facts("a.pdf"));
}

/** Every reader that a file from outside comes to, by its name. */
export const readers: Readonly<Record<string, FuzzedReader>> = {
  pdf: {
    files: () => [{ bytes: own.ownPdf }, ...real("pdf/single/*.pdf", 500_000)],
    mutate: (random, file, other) =>
      random.chance(0.3)
        ? bytewise("obj", "endobj", "stream", "xref", "trailer")(random, file, other)
        : { bytes: mutatePdf(random, file.bytes) },
    read: document("pdf"),
  },
  docx: {
    files: () => [{ bytes: own.ownDocx }, office("docx"), ...real("docx/*/*.docx")],
    mutate: zipped("</w:p>", "<w:tbl>", '<w:fldChar w:fldCharType="begin"/>', "<w:txbxContent>"),
    read: document("docx"),
  },
  odt: {
    files: () => [{ bytes: own.ownOdt }, office("odt")],
    mutate: zipped("</text:p>", "<table:table>", "<text:list>", "<text:note>"),
    read: document("odt"),
  },
  rtf: {
    files: () => [{ bytes: own.ownRtf }, office("rtf")],
    mutate: bytewise(
      ..."{ } \\bin9999999 \\u-1 \\u55357 \\' \\'ff \\uc9 \\cell \\row \\par {\\footnote {\\*\\annotation".split(
        " ",
      ),
      ..."\\trowd \\intbl \\itap9 \\nestrow \\nestcell \\pard \\v \\deleted \\ls1 \\ilvl9 {\\field".split(
        " ",
      ),
    ),
    read: document("rtf"),
  },
  jats: {
    files: () => [
      { bytes: own.ownJats },
      ...real("jats/case-reports/*.nxml"),
      ...real("pdf/pmc-pairs/*.nxml", 80_000),
    ],
    mutate: markup("<table>", "<sec>", "<list>", "<xref>", "<mml:math>"),
    read: document("jats"),
  },
  html: {
    files: () => [{ bytes: own.ownHtml }, ...real("jats/case-reports/*.nxml").slice(0, 5)],
    mutate: markup(
      "<table>",
      "<svg>",
      "<template>",
      "<b>",
      "<a>",
      "</p>",
      "<select>",
      "<frameset>",
    ),
    read: document("html"),
  },
  markdown: {
    files: () => [
      { bytes: own.ownMarkdown },
      ...real("{formats/*/*,iaa/*,terminology/*}/*.md"),
      ...real("SOURCES.md"),
    ],
    mutate: bytewise(
      ..."* _ ` [ ]( ![ > - 1. | <div> \\ # --- \t ~~~ [^1]: <!--".split(" "),
      "\n\n",
    ),
    read: document("markdown"),
  },
  text: {
    files: () => [
      { bytes: own.ownText },
      ...real("text/*/*.txt", 130_000),
      ...real("reports/*.txt"),
      ...real("text/real/*.csv"),
    ],
    mutate: bytewise("-\n", "\u00AD", "\f", "\v", "\u001b$B", "\u00FF\u00FE", "+AGE-"),
    read: document("text"),
  },
  encodings: {
    files: () => readers.text!.files(),
    mutate: (random, file, other) => readers.text!.mutate(random, file, other),
    read: ({ bytes }) => {
      for (const wished of ["windows-1251", "utf-16le", "ibm866", "shift_jis", "utf-8"])
        try {
          checkText(decodeText(bytes, { file: fileName, wished }).text);
        } catch (error) {
          // That one encoding does not fit says nothing of the next.
          checkProblem(error);
        }
    },
  },
  brat: {
    files: () => [{ bytes: own.ownBrat, beside: own.ownBratText }, ...bratPairs()],
    mutate: bytewise(
      ..."T1\t ; ;; \n\n \t * # T R E A M N Arg1: : -1 \nT1\t0 \n#1\t \nE1\t".split(" "),
    ),
    read: readPair,
  },
  "brat-conf": {
    files: () => [
      { bytes: own.ownConf },
      ...real("brat/**/*.conf", 50_000),
      ...real("iaa/**/*.conf", 50_000),
    ],
    mutate: bytewise(
      ..."[ ] [entities] \t | , : < > <REL-TYPE>: ! # ? + * {2-3} | ----".split(" "),
      "\n\t",
    ),
    read: ({ bytes }) => JSON.stringify(readAnnotationConf(decodeUtf8(bytes, fileName), fileName)),
  },
  cases: {
    files: () => [{ bytes: own.ownCsv }, ...real("{text,iaa,formats,agreement}/**/*.csv", 100_000)],
    mutate: bytewise(
      '"',
      ",",
      ";",
      "\t",
      '""',
      "\n",
      '\n"',
      "file,case\n",
      "__proto__,constructor",
    ),
    read: readTable,
  },
  scheme: {
    files: () => [{ bytes: own.ownYaml }],
    mutate: bytewise(
      ..."&a *a !!js/function !!binary !!set ? | > - : { } [ ] ' \" # % @ ` --- ... <<: ~ 0x 1e999".split(
        " ",
      ),
      ..."\t|  |\n- |\n  |name: |labels:\n|__proto__: ".split("|"),
    ),
    read: ({ bytes }) => JSON.stringify(schemeFromYaml(decodeUtf8(bytes, fileName), fileName)),
  },
  jsonl: {
    files: () => [{ bytes: own.ownJsonl }],
    mutate: bytewise(...'{ } [ ] , : " \\ \\ud800 null true -1 1e999 __proto__'.split(" ")),
    read: ({ bytes }) => {
      const line = decodeUtf8(bytes, fileName);
      checkText(readJsonlLine(line, { file: fileName, lineNumber: 1 }).text);
    },
  },
};
