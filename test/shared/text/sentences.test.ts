import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentenceRanges } from "../../../shared/text/sentences.ts";

const sentences = (text: string) =>
  sentenceRanges(text).map(({ start, end }) => text.slice(start, end));

/** Written with " | " where one sentence ends and the next begins. */
const cut: [what: string, text: string][] = [
  ["plain sentences", "She had pain. | It was mild. | Was it new? | No!"],
  ["figures and tables", "Spindle cells (Fig. 1A) in Figs. 2 and 3. | Tab. 2 lists them."],
  ["titles and names", "Dr. Weber and Prof. A. Maier saw her. | Mrs. K. agreed."],
  ["Latin in small words", "Stains, e.g. CD34, i.e. vascular ones vs. others. | All cf. above."],
  ["units before small letters", "It was 3 mm. in size. | It weighed 12 g. | The cut was tan."],
  ["pressure", "It was 120 mm. Hg at rest. | Later it fell."],
  ["initials", "J. R. Smith reported it. | S. B. Jones did too."],
  ["letters that end a phrase", "He had hepatitis B. | The liver was firm."],
  ["decimals and p values", "It was 3.5 cm (p = 0.05). | The rest was 1.2."],
  ["numbers of things", "Specimen No. 3 was tan. | Slides nos. 4 and 5 were pale."],
  ["a no that ends a sentence", "Was it malignant? | The answer was no. | Then it grew."],
  ["species", "E. coli and S. aureus grew. | H. pylori did not."],
  ["et al. with what follows", "Smith et al. [12] and Wu et al. (2010) saw it. | We did too."],
  ["symbols in small letters", "It was mutant. | p53 was lost. | c-kit was kept. | β-catenin too."],
  ["stages", "No nodes were found. | pT2 pN0 was given."],
  ["closing marks", "“It grew.” | (It was small.) | [It was firm.] | Then it shrank."],
  ["citations behind the stop", "It is rare.[1,2] | It recurs.[3–5] | It kills."],
  ["dates", "On 3. Jan. 2020 she came. | She left on 4. March 2021. | All was well."],
  ["numbered items", "1. The skin. | 2. The node."],
  ["percent and doses", "Ki-67 was 45%. | 12 cycles of 1.5 mg were given."],
  ["abbreviations of countries", "The U.S. Army saw it. | It was rare."],
  ["German", "Es war z. B. ca. 3 cm groß, vgl. Abb. 2. | Dann wuchs es."],
  ["ellipses and doubled marks", "Was it new?! | Perhaps ... it was. | Yes."],
  ["Chinese", "患者为女性。 | 肿瘤切除。"],
];

describe("a sentence ends where a reader says so", () => {
  test.each(cut)("%s", (_what, text) => {
    const wanted = text.split(" | ");
    const joint = text.includes("。") ? "" : " ";
    expect(sentences(wanted.join(joint))).toEqual(wanted);
  });

  test("over a line's end it goes on, over a blank line it does not", () => {
    expect(sentences("Spindle cells\nwere seen. Desmin\n\nwas lost")).toEqual([
      "Spindle cells\nwere seen.",
      "Desmin",
      "was lost",
    ]);
  });

  test("only the sentences of a range are given, in offsets of the text", () => {
    const text = "One. Two. Three.";
    expect(sentenceRanges(text, { start: 5, end: 16 })).toEqual([
      { start: 5, end: 9 },
      { start: 10, end: 16 },
    ]);
  });
});

const pieces = fc.constantFrom(
  ..."Dr. Fig. e.g. No. 3 E. coli p53 CD34+ mm. 3.5 J. a The ( ) [1] ” . ? ! … \n \n\n 。 \t".split(
    " ",
  ),
  " ",
);

test("sentences are in order, trimmed, and hold all that is not white space", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 40 }),
      (parts) => {
        const text = parts.join(" ");
        const ranges = sentenceRanges(text);
        const found = ranges.map(({ start, end }) => text.slice(start, end));
        expect(found.every((sentence) => sentence !== "" && sentence.trim() === sentence)).toBe(
          true,
        );
        const order = ranges.flatMap(({ start, end }) => [start, end]);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(found.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      },
    ),
    { numRuns: 500 },
  );
});

test("a long text without any stop takes no longer than it must", () => {
  const text = "spindle cells ".repeat(20_000);
  const begin = performance.now();
  expect(sentenceRanges(text)).toHaveLength(1);
  expect(performance.now() - begin).toBeLessThan(500);
});
