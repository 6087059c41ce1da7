import { expect, test } from "vitest";
import { findAbbreviations } from "../../../shared/link/abbreviations.ts";

const pairs = (text: string) => Object.fromEntries(findAbbreviations(text));

test("an abbreviation is found behind or before what it stands for", () => {
  const text =
    "Leiomyosarcoma (LMS) is rare. The stain for smooth muscle actin (SMA; clone 1A4) was positive, " +
    "GFAP (glial fibrillary acidic protein) was not. Alpha-fetoprotein (AFP) rose.";
  expect(pairs(text)).toEqual({
    LMS: "Leiomyosarcoma",
    SMA: "smooth muscle actin",
    GFAP: "glial fibrillary acidic protein",
    AFP: "Alpha-fetoprotein",
  });
});

test("the long form is the shortest that holds the letters", () => {
  expect(pairs("She had a biopsy of a gastrointestinal stromal tumour (GIST).")).toEqual({
    GIST: "gastrointestinal stromal tumour",
  });
});

test("a plural abbreviation is kept without its ending", () => {
  expect(pairs("Solitary fibrous tumours (SFTs) recur.")).toEqual({
    SFT: "Solitary fibrous tumours",
  });
});

test("figures, doses and asides explain nothing", () => {
  const text =
    "Necrosis (Figure 1), spindle cells (20 %), CD34 (focal), she (a nurse) left (see below).";
  expect(pairs(text)).toEqual({});
});

test("letters that the words before do not have are no abbreviation of them", () => {
  expect(pairs("The tumour cells were uniform (MRI).")).toEqual({});
});

test("parentheses that do not close or hold pages are passed over", () => {
  expect(pairs(`Open ( and never closed`)).toEqual({});
  expect(pairs(`A stain (${"x".repeat(500)}) and desmin intermediate filament (DIF)`)).toEqual({
    DIF: "desmin intermediate filament",
  });
});
