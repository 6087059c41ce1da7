import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCatalogues } from "../../../shared/messages/catalogues.ts";
import { createSentences } from "../../../shared/messages/sentences.ts";

const languages = ["de", "fr", "es"] as const;

async function speaker(language: (typeof languages)[number]) {
  const inNumber = (value: number) => new Intl.NumberFormat(language).format(value);
  return createSentences((await readCatalogues(language)).sentences, inNumber);
}

describe("sentences of the Node side in another language", () => {
  test("a step is said with its names as they are", async () => {
    const step = "marked “desmin” as marker";
    expect((await speaker("de"))(step)).toBe("„desmin“ als marker markiert");
    expect((await speaker("fr"))(step)).toBe("marqué «\u202fdesmin\u202f» comme marker");
    expect((await speaker("es"))(step)).toBe("marcado «desmin» como marker");
  });

  test("counts within a step are said too, and numbers as the language writes them", async () => {
    const say = await speaker("de");
    expect(say("marked 5 places in 3 reports as marker")).toBe(
      "5 Stellen in 3 Berichten als marker markiert",
    );
    expect(say("removed the label “x”, and 1,203 annotations with it")).toBe(
      "Label „x“ entfernt, und 1.203 Annotationen damit",
    );
    expect(say("removed 3 reports")).toBe("3 Berichte entfernt");
  });

  test("a sentence within quotes is said where the translation asks for it", async () => {
    const say = await speaker("es");
    expect(
      say(
        "“marked “desmin” as marker” stays as it is, because somebody else has changed what it touched since; the step before it can be undone.",
      ),
    ).toMatch(/^«marcado «desmin» como marker» queda como está, .* se puede deshacer\.$/);
  });

  test("a title with quotes of its own is kept whole", async () => {
    expect((await speaker("de"))("corrected the text of “A “nice”, old case” in 2 places")).toBe(
      "Text von „A “nice”, old case“ an 2 Stellen berichtigt",
    );
  });

  test("lines that say the same of different names are said one by one", async () => {
    const one = (label: string, parent: string) =>
      `The label “${label}” has the parent “${parent}”, but there is no such label.`;
    const said = (label: string, parent: string) =>
      `Das Label „${label}“ steht unter „${parent}“, aber dieses Label gibt es nicht.`;
    const say = await speaker("de");
    expect(say(`${one("A", "B")}\n${one("C", "D")}`)).toBe(`${said("A", "B")}\n${said("C", "D")}`);
    expect(say("removed “two\nlines”")).toBe("„two\nlines“ entfernt");
  });

  test("a quote within a quoted value ends nothing", async () => {
    const sentence =
      'a.ann, line 3: "T3" 229" is no name; a line begins with a name such as T1 and a tab.';
    expect((await speaker("de"))(sentence)).toBe(
      'a.ann, Zeile 3: „T3" 229“ ist kein Name; eine Zeile beginnt mit einem Namen wie T1 und einem Tabulator.',
    );
  });

  test("a name that is a word of the catalogue stays a name within quotes and for labels", async () => {
    const say = await speaker("de");
    expect(say("marked “finished” as label")).toBe("„finished“ als label markiert");
    expect(say("“status:” can be new, open or done, not “locked”.")).toBe(
      "„status:“ kann new, open oder done sein, nicht „locked“.",
    );
  });

  test("sentences are composed of others, with and without their full stops", async () => {
    const say = await speaker("de");
    expect(say('"x.txt" was left out: it has no "x.ann" beside it.')).toBe(
      "„x.txt“ wurde ausgelassen: es hat keine „x.ann“ neben sich.",
    );
    expect(say("The scheme has no label “Foo” (3 times).")).toBe(
      "Das Schema hat dies nicht: Label „Foo“ (3-mal).",
    );
    expect(say("The scheme has no label “Foo”.\nThe labels stand in another order.")).toBe(
      "Das Schema hat dies nicht: Label „Foo“.\nDie Labels stehen in anderer Reihenfolge.",
    );
  });

  test("what is said of a place in a file is said too, whatever the place is called", async () => {
    const [de, fr, es] = await Promise.all(languages.map(speaker));
    const one = '"f.json": document 3, span 4 has no label and was read as “unlabelled”.';
    const many =
      '"f.json": 1,200 places, first task 2, have no label and were read as “unlabelled”.';
    expect([de?.(one), de?.(many)]).toEqual([
      "„f.json“: Dokument 3, Textstelle 4 hat kein Label und wurde als „unlabelled“ gelesen.",
      "„f.json“: 1.200 Stellen, zuerst Aufgabe 2, haben kein Label und wurden als „unlabelled“ gelesen.",
    ]);
    const quoting =
      '"f.xml": span a.b quotes "lung" where the text has "liver"; its offsets were believed and the span flagged.';
    expect([fr?.(quoting), es?.(quoting)]).toEqual([
      "«\u202ff.xml\u202f»\u00a0: passage a.b cite «\u202flung\u202f» là où le texte a «\u202fliver\u202f»\u202f; on s’est fié à ses positions et le passage est à revoir.",
      "«f.xml»: segmento a.b cita «lung» donde el texto tiene «liver»; se confió en sus posiciones y el segmento queda por revisar.",
    ]);
  });

  test("English says what it is given", () => {
    expect(createSentences({})("marked “desmin” as marker")).toBe("marked “desmin” as marker");
  });
});

// No letters of the Latin alphabet, so that no value has a template's words.
const value = fc
  .array(fc.constantFrom(..."αβγδεζηθικλμνξοπρστυφχψω0123456789-/+ "), { minLength: 1 })
  .map((signs) => signs.join("").trim())
  .filter((text) => text !== "");

describe.each(languages)("any values in %s", (language) => {
  test("are put back at their places, and none is lost", async () => {
    const { sentences: catalogue } = await readCatalogues(language);
    const say = createSentences(catalogue);
    const templates = Object.entries(catalogue).filter(
      ([key]) => /\p{L}.*\p{L}/u.test(key) && /\{\d\}/.test(key) && !/^\{0\} \p{Ll}+$/u.test(key),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.array(value, { minLength: 5, maxLength: 5 }),
        ([key, translation], given) => {
          // Between two holes side by side nothing tells a value's own space from the template's.
          const values = /\} \{/.test(key) ? given.map((one) => one.replaceAll(" ", "-")) : given;
          const fill = (text: string) =>
            text.replace(/\{(\d+)[!=]?\}/g, (_, at: string) => values[Number(at)] ?? "");
          expect(say(fill(key))).toBe(fill(translation));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a sentence that no template knows comes back as it was", async () => {
    const say = await speaker(language);
    fc.assert(
      fc.property(fc.array(value), (parts) => {
        const english = parts.join(" ");
        expect(say(english)).toBe(english);
      }),
    );
  });
});
