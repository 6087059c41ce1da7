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
import { readAnnotationConf } from "../../shared/formats/brat/read-conf.ts";
import { schemeFromYaml } from "../../shared/scheme/yaml.ts";
import { realFiles } from "../real-data.ts";
import { annotatedReaders } from "./annotated-readers.ts";
import { mutatePdf } from "./mutate-pdf.ts";
import { bytewise, type FuzzedReader, markup, type Seedling, zipped } from "./mutations.ts";
import { checkExtracted, checkProblem, checkText, fileName } from "./outcome.ts";
import * as own from "./own-files.ts";

/** One report as a word processor writes it. */
const office = (kind: string): Seedling => ({
  bytes: new Uint8Array(
    readFileSync(new URL(`../import/readers/office/case.${kind}`, import.meta.url)),
  ),
});

const real = (pattern: string, mostBytes?: number): Seedling[] => realFiles(pattern, mostBytes);

const document = (kind: DocumentKind) => async (file: Seedling) => {
  for (const extracted of await readDocument(file.bytes, fileName, kind)) checkExtracted(extracted);
};

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
  ...annotatedReaders,
};
