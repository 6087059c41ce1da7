import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { noChoices } from "../../shared/extract/choices.ts";
import { composeText } from "../../shared/extract/compose.ts";
import { type Extracted, plainPiece } from "../../shared/extract/extracted.ts";
import { addReport, arrivalOf, takeIn } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const extracted: Extracted = {
  kind: "html",
  title: null,
  metadata: {},
  warnings: [],
  blocks: [
    {
      kind: "paragraph",
      level: null,
      section: null,
      pieces: [plainPiece("Positive for desmin.", { element: 1 })],
    },
  ],
};
const file = Buffer.from("<p>Positive for desmin.");

/** One report that was read out of a web page, and one that is its own text. */
function twoReports() {
  const { session } = newSession();
  const { text, places } = composeText(extracted);
  const source = {
    name: "letter.html",
    sha256: createHash("sha256").update(file).digest("hex"),
    size: file.length,
    deflated: deflateRawSync(file),
  };
  const extraction = { extracted, choices: noChoices, places };
  const [page = ""] = takeIn(session.db, [{ ...arrivalOf(text), source, extraction }]);
  return { session, page, plain: addReport(session.db), places };
}

test("an original comes with its bytes, its blocks, and where the text stands in it", async () => {
  const { session, page, places } = twoReports();
  expect(await ask(session, "report.sourceKind", { report: page })).toBe("html");
  expect(await ask(session, "report.source", { report: page })).toEqual({
    name: "letter.html",
    kind: "html",
    base64: file.toString("base64"),
    places,
  });
  expect(await ask(session, "report.extraction", { report: page })).toEqual({
    name: "letter.html",
    extracted,
    choices: noChoices,
    corrections: [],
  });
});

test("a report that is its own text has no original besides", async () => {
  const { session, plain } = twoReports();
  expect(await ask(session, "report.sourceKind", { report: plain })).toBeNull();
  await expect(ask(session, "report.extraction", { report: plain })).rejects.toMatchObject({
    code: "not-found",
    message: '"case-1.txt" is itself the text; there is nothing else to show.',
  });
});

test("a file that is gone from the project is told apart from a report that is gone", async () => {
  const { session, page } = twoReports();
  session.db.prepare("DELETE FROM source_file WHERE report = ?").run(page);
  await expect(ask(session, "report.source", { report: page })).rejects.toMatchObject({
    code: "not-found",
    message:
      'The file "letter.html" is not in this project any more; the report\'s text and marks are.',
  });
  await expect(ask(session, "report.source", { report: "none" })).rejects.toMatchObject({
    code: "not-found",
    message: "That report is no longer in this project.",
  });
});

test("a file that is damaged inside the project says so, and that the text is not", async () => {
  const { session, page } = twoReports();
  session.db.prepare("UPDATE source_file SET deflated = x'ffff'").run();
  session.db.prepare("UPDATE extraction SET deflated = x'ffff'").run();
  for (const name of ["report.source", "report.extraction"] as const)
    await expect(ask(session, name, { report: page })).rejects.toMatchObject({
      code: "bad-file",
      message: expect.stringContaining('"letter.html" is damaged inside this project'),
    });
});
