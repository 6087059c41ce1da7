import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dateHabitsOf } from "../../../shared/deidentify/date-habits.ts";
import { sha256 } from "../../../shared/deidentify/sha256.ts";
import { shiftDate } from "../../../shared/deidentify/shift-date.ts";
import { surrogatesOf } from "../../../shared/deidentify/surrogates.ts";

const english = { language: "en", monthFirst: true } as const;
const of = (seed = "secret", caseName = "case 1") => surrogatesOf(seed, caseName, english);

test("SHA-256 is what Node says it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const expected = createHash("sha256").update(text.toWellFormed(), "utf8").digest("hex");
      expect(Buffer.from(sha256(text)).toString("hex")).toBe(expected);
    }),
  );
});

test("a date is so many days later, as it was written", () => {
  const later = (words: string, language: "en" | "de" | "fr" | "es" = "en") =>
    shiftDate(words, 40, { language, monthFirst: language === "en" });
  expect([
    later("03/14/2016"),
    later("3/4/16"),
    later("2016-12-01T10:20:00Z"),
    later("14.03.2016", "de"),
    later("3/4/2016", "es"),
    later("Monday, March 14th, 2016"),
    later("14 MAR 2016"),
    later("May 3rd"),
    later("3-5 May 2016"),
    later("20-24 May 2016"),
    later("May 20-24, 2016"),
    later("December 2016"),
    later("12/2016"),
    later("2016-12"),
    later("3/14"),
    later("Mar '16"),
    later("2016"),
    later("Montag, dem 14. März 2016", "de"),
    later("Mai", "de"),
    later("14.3.", "de"),
    later("lundi 14 mars 2016", "fr"),
    later("1er août 2015", "fr"),
    later("14 de marzo del 2016", "es"),
    later("27-octubre-2016", "es"),
    later("Marzo a Mayo del 2000", "es"),
    later("no date"),
  ]).toEqual([
    "04/23/2016",
    "4/13/16",
    "2017-01-10T10:20:00Z",
    "23.04.2016",
    "13/5/2016",
    "Saturday, April 23rd, 2016",
    "23 APR 2016",
    "June 12th",
    "12-14 June 2016",
    "29 June-3 July 2016",
    "June 29-July 3, 2016",
    "January 2017",
    "01/2017",
    "2017-01",
    "4/23",
    "Apr '16",
    "2016",
    "Samstag, dem 23. April 2016",
    "Juni",
    "23.4.",
    "samedi 23 avril 2016",
    "10 septembre 2015",
    "23 de abril del 2016",
    "6-diciembre-2016",
    "Abril a Junio del 2000",
    null,
  ]);
});

test("a date that no calendar has becomes one that it has", () => {
  expect(shiftDate("31/02/2015", 1, { language: "es", monthFirst: false })).toBe("04/03/2015");
  expect(shiftDate("14/14/2014", 1, { language: "es", monthFirst: false })).toBe("15/02/2015");
});

test("days between the dates of a case stay what they were", () => {
  const iso = (day: number) => new Date(Date.UTC(2000, 0, day)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(fc.string(), fc.nat(9000), fc.nat(9000), (seed, one, two) => {
      const { of: make, days } = of(seed);
      const apart = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(1);
      expect(days).toBeLessThanOrEqual(365);
      expect(apart(make("date", iso(one)), make("date", iso(two)))).toBe(two - one);
    }),
  );
});

test("a person has one other name wherever they are named, and in each case another one", () => {
  const { of: make } = of();
  const [given, family] = make("name", "Anna Maier").split(" ");
  expect([make("name", "Maier"), make("name", "MAIER, Anna"), make("name", "Maier's")]).toEqual([
    family,
    `${family?.toUpperCase()}, ${given}`,
    `${family}'s`,
  ]);
  expect(make("name", "Jürgen von der Heide")).toMatch(/^\p{Lu}\p{Ll}+ von der \p{Lu}\p{Ll}+$/u);
  expect(make("name", "J. García-Ripoll")).toMatch(/^\p{Lu}\. \p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u);
  expect(make("name", "Dr. Le, Van")).toMatch(/^Dr\. (?!Le)\p{L}+, (?!Van)\p{L}+$/u);
  expect(of("secret", "case 2").of("name", "Maier")).not.toBe(family);
  expect(of("other").of("name", "Maier")).not.toBe(family);
  expect(of().of("name", "Maier")).toBe(family);
});

test("each kind keeps its form", () => {
  const { of: make } = of();
  expect(make("age", "93")).toBe("≥90");
  expect(make("phone", "+49 (0)30 12 34-56")).toMatch(/^\+\d\d \(\d\)\d\d \d\d \d\d-\d\d$/);
  expect(make("phone", "01 23 45 67 89")).toMatch(/^0[1-9](?: \d\d){4}$/);
  expect(make("phone", "0123-456789").replace(/\D/g, "")).toBe(make("phone", "0123456789"));
  expect(make("number", "S16-12345")).toMatch(/^S[1-9]\d-\d{5}$/);
  expect(make("number", "12345678Z")).toMatch(/^[1-9]\d{7}[A-Z]$/);
  expect(make("mail", "a.maier7@klinik.de")).toMatch(/^[a-z]\.[a-z]{5}\d@example\.org$/);
  expect(make("mail", "https://klinik.de/maier")).toMatch(/^https:\/\/example\.org\/[a-z]{8}$/);
  expect(make("address", "C/ Juana de Vega, 7, 2º B")).toMatch(
    /^C\/ \p{Lu}\p{Ll}+ de \p{Lu}\p{Ll}+, \d, \dº B$/u,
  );
  expect(make("address", "Hauptstraße 12a, 10117 Berlin")).toMatch(
    /^\p{Lu}\p{Ll}+straße \d\da, \d{5} \p{Lu}\p{Ll}+$/u,
  );
  expect(make("institution", "Hospital Universitario Reina Alba")).toMatch(
    /^Hospital Universitario \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u,
  );
});

test("nothing stays as it was but what tells nothing", () => {
  const { of: make } = of();
  const kinds = ["name", "phone", "number", "mail", "address", "institution"] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.stringMatching(/^[A-Z][a-z]{3,9} \d{3,9}$/),
      (kind, words) => {
        const [name = "", figures = ""] = words.split(" ");
        const made = make(kind, words);
        if (kind === "name") expect(made).not.toContain(name);
        else if (kind !== "number" && kind !== "phone") expect(made).not.toBe(words);
        if (kind === "phone" || kind === "number") expect(made).not.toContain(figures);
      },
    ),
  );
});

test("how dates are written is told by those that can be read in one way", () => {
  expect(dateHabitsOf("seen 03/14/2016 and 3/4/2016")).toEqual(english);
  expect(dateHabitsOf("the mass of the lung was seen on 14/03/2016 with 3/4/2016")).toEqual({
    language: "en",
    monthFirst: false,
  });
  expect(dateHabitsOf("Der Tumor und die Niere")).toEqual({ language: "de", monthFirst: false });
});
