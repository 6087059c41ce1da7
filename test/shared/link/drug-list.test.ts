import { expect, test } from "vitest";
import { readDrugList } from "../../../shared/link/drug-list.ts";

const read = (text: string) =>
  readDrugList(text, { start: 0, end: text.length }).map(({ range, says }) => [
    text.slice(range.start, range.end),
    says,
  ]);

test("drugs of a list come with how they were given", () => {
  expect(
    read(
      "doxorubicin 60 mg/m² and ifosfamide, then imatinib 400 mg daily; pembrolizumab 200 mg i.v. every 3 weeks",
    ),
  ).toEqual([
    ["doxorubicin", { dose: "60 mg/m²" }],
    ["ifosfamide", {}],
    ["imatinib", { dose: "400 mg", schedule: "daily" }],
    ["pembrolizumab", { dose: "200 mg", route: "i.v.", schedule: "every 3 weeks" }],
  ]);
});

test("words that only look like drugs are left alone", () => {
  expect(read("The platinum price, a protein and the statistics were profiled.")).toEqual([]);
});
