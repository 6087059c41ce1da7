import { expect, test } from "vitest";
import { areListed, readProcedureList } from "../../../shared/link/procedure-list.ts";

/** "name (site; margins)" of each. */
function read(text: string): string[] {
  return readProcedureList(text, { start: 0, end: text.length }).map(({ range, says }) => {
    const said = [says.site, says.margins].filter(Boolean).join("; ");
    return `${text.slice(range.start, range.end)}${said && ` (${said})`}`;
  });
}

test.each([
  [
    "excision, sentinel lymph node biopsy and re-excision",
    ["excision", "sentinel lymph node biopsy", "re-excision"],
  ],
  [
    "She underwent wide local excision of the left thigh, then adjuvant radiotherapy.",
    ["wide local excision (left thigh)", "adjuvant radiotherapy"],
  ],
  [
    "Right hemicolectomy with negative margins followed by a CT-guided core needle biopsy.",
    ["Right hemicolectomy (negative margins)", "CT-guided core needle biopsy"],
  ],
  [
    "The initial biopsy, a PET-CT and laparoscopic cholecystectomy",
    ["biopsy", "PET-CT", "laparoscopic cholecystectomy"],
  ],
  ["The tumour was positive for desmin.", []],
])("%s", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test("procedures side by side are a list, those of other sentences are not", () => {
  const isList = (text: string) =>
    areListed(text, readProcedureList(text, { start: 0, end: text.length }));
  expect(isList("excision, sentinel lymph node biopsy and re-excision")).toBe(true);
  expect(isList("The biopsy was positive for SMA; the excision was not stained.")).toBe(false);
});
