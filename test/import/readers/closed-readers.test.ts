import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDocument } from "../../../electron/import/read-document.ts";
import { AppError } from "../../../shared/errors.ts";
import type { DocumentKind } from "../../../shared/extract/extracted.ts";
import { docxOf, odtNames, odtOf, wordParagraph } from "../../shared/extract/samples.ts";
import { pdfOf, text } from "../pdf/pdf-file.ts";
import { wholeText } from "./real-files.ts";

const asked: string[] = [];
let server: Server;
let folder: string;
let secret: string;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end("fetched");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // It listens on a port, so its address is no name of a pipe.
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), "casemark-closed-"));
  secret = join(folder, "secret.xml");
  writeFileSync(secret, "<p>TOPSECRET</p>");
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Everything of a file that a reader makes known, or the sentence it refuses the file with. */
async function told(bytes: Uint8Array, kind: DocumentKind): Promise<string> {
  try {
    const reports = await readDocument(bytes, "file", kind);
    return reports.map((one) => `${wholeText(one)}\n${JSON.stringify(one.metadata)}`).join("\n");
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return String(error);
  }
}

const relations = (links: string) =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`,
  );
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A Word file whose text has relations to these targets. */
function docxWithTargets(targets: readonly string[], mode = ""): Uint8Array {
  const links = ["footnotes", "header", "styles", "numbering", "comments", "settings", "image"]
    .flatMap((kind) => targets.map((target) => ({ kind, target })))
    .map(
      ({ kind, target }, at) =>
        `<Relationship Id="r${at}" Type="${office}/${kind}" Target="${target}" ${mode}/>`,
    );
  return zipSync({
    "_rels/.rels": relations(
      `<Relationship Id="r0" Type="${office}/officeDocument" Target="word/document.xml"/>`,
    ),
    "word/_rels/document.xml.rels": relations(links.join("")),
    "word/document.xml": strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${wordParagraph("Text")}</w:body></w:document>`,
    ),
  });
}

const doctype = () =>
  `<!DOCTYPE x SYSTEM "${address}/x.dtd" [<!ENTITY file SYSTEM "file://${secret}"><!ENTITY net SYSTEM "${address}/net"><!ENTITY % all SYSTEM "${address}/all"> %all; <!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`;
const entities = "Text &file; &net; &c;";

const withEntities: [string, DocumentKind, () => Uint8Array][] = [
  ["JATS", "jats", () => strToU8(`${doctype()}<article><body><p>${entities}</p></body></article>`)],
  [
    "DOCX",
    "docx",
    () => {
      const parts = {
        "_rels/.rels": relations(
          `<Relationship Id="r0" Type="${office}/officeDocument" Target="word/document.xml"/>`,
        ),
        "word/document.xml": strToU8(
          `${doctype()}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${wordParagraph(entities)}</w:body></w:document>`,
        ),
      };
      return zipSync(parts);
    },
  ],
  [
    "ODT",
    "odt",
    () =>
      strToU8(
        `${doctype()}<office:document ${odtNames}><office:body><office:text><text:p>${entities}</text:p></office:text></office:body></office:document>`,
      ),
  ],
];

test.for(withEntities)(
  "%s: entities from outside are not fetched, own ones do not explode",
  async ([, kind, make]) => {
    expect(await told(make(), kind)).toContain("Text &file; &net; &c;");
    expect(asked).toEqual([]);
  },
);

test("a Word file's relations lead nowhere but into the file", async () => {
  const up = `${"../".repeat(20)}${secret}`;
  const inside = docxWithTargets([secret, up, `file://${secret}`, `${address}/part`]);
  const outside = docxWithTargets([`file://${secret}`, `${address}/part`], 'TargetMode="External"');
  for (const bytes of [inside, outside]) expect(await told(bytes, "docx")).toBe("Text\n{}");
  expect(asked).toEqual([]);
});

test("an OpenDocument's objects and pictures lead nowhere but into the file", async () => {
  const frames = [`${"../".repeat(20)}${secret}`, `file://${secret}`, `${address}/object`]
    .map(
      (href) =>
        `<draw:frame><draw:object xlink:href="${href}"/><draw:image xlink:href="${href}"/></draw:frame>`,
    )
    .join("");
  expect(await told(odtOf(`<text:p>Text${frames}</text:p>`), "odt")).toBe("Text\n{}");
  expect(asked).toEqual([]);
});

test("nothing that a web page names is fetched", async () => {
  const page = `<!doctype html><link rel=stylesheet href="${address}/a.css"><style>@import url(${address}/b.css); @font-face { font-family: x; src: url(${address}/c.woff) } p { background: url(${address}/d.png) }</style>
    <meta http-equiv=refresh content="0; url=${address}/e"><base href="${address}/"><script src="${address}/f.js"></script><body background="${address}/g.png" onload="fetch('${address}/h')"><p>Text</p>
    <img src="${address}/i.png" srcset="${address}/j.png 2x"><iframe src="${address}/k"></iframe><object data="${address}/l"></object><embed src="${address}/m"><video src="${address}/n" poster="${address}/o"></video><svg><image href="${address}/p"/></svg><frameset><frame src="${address}/q"></frameset>`;
  expect(await told(strToU8(page), "html")).toBe("Text\n{}");
  expect(await told(strToU8(`Text ![a](${address}/r) <img src="${address}/s">`), "markdown")).toBe(
    "Text\n{}",
  );
  expect(asked).toEqual([]);
});

test("nothing that an RTF or a PDF names is fetched or run", async () => {
  const rtf = `{\\rtf1 Text{\\field{\\*\\fldinst INCLUDETEXT "${secret}"}{\\fldrslt }}{\\field{\\*\\fldinst INCLUDEPICTURE "${address}/t"}{\\fldrslt }}{\\*\\template ${address}/u}}`;
  expect(await told(strToU8(rtf), "rtf")).toBe("Text\n{}");
  const actions = `/OpenAction << /S /URI /URI (${address}/v) >> /AA << /WC << /S /JavaScript /JS (app.launchURL("${address}/w")) >> >> /AcroForm << /XFA 3 0 R >>`;
  expect(await told(pdfOf([text(["Text"])], actions), "pdf")).toBe("Text\n{}");
  expect(asked).toEqual([]);
});

test("a zip within a zip is not unpacked", async () => {
  const bomb = zipSync({ "word/document.xml": new Uint8Array(60_000_000) });
  const nested = zipSync({ ...Object.fromEntries([["word/document.xml", bomb]]) });
  expect(await told(nested, "docx")).toMatch(/"file" is damaged: its XML is not well-formed/);
  expect(await told(docxOf("", { header1: "<w:hdr/>" }), "docx")).toBe("\n{}");
});
