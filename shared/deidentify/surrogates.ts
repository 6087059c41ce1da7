import type { DateHabits } from "./calendar.ts";
import type { IdentifierKind } from "./candidate.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { femaleGivenNames, maleGivenNames } from "./given-names.ts";
import { isBesideNames, isOfPlaces } from "./kept-words.ts";
import { familyName, femaleName, maleName, placeName } from "./made-up.ts";
import { shiftDate } from "./shift-date.ts";

/** Makes what takes the place of identifiers in the reports of one case. */
export interface Surrogates {
  /** By how many days its dates are later: 1 to 365. */
  readonly days: number;
  of(kind: IdentifierKind, words: string): string;
}

/**
 * Surrogates of a case. The same words get the same one in all its reports, and each keeps the form of what it
 * stands for; all follow from the seed, which must stay secret: whoever has it can take the dates back.
 */
export function surrogatesOf(seed: string, caseName: string, habits: DateHabits): Surrogates {
  const chance = chanceOf(seed, caseName);
  const days = 1 + chance.below(365, "days");
  const make: Record<IdentifierKind, (words: string) => string> = {
    name: (words) => named(words, chance),
    date: (words) => shiftDate(words, days, habits) ?? withOtherFigures(words, "date", chance),
    age: () => "≥90",
    phone: (words) => withOtherFigures(words, "phone", chance),
    mail: (words) => mailLike(words, chance),
    address: (words) => placed(words, chance),
    number: (words) => numbered(words, chance),
    institution: (words) => placed(words, chance),
  };
  return { days, of: (kind, words) => make[kind](words) };
}

const word = /[\p{L}\p{M}]+/gu;

/** The name with each of its words as another one: a given name for a given name, an initial for an initial. */
function named(words: string, chance: Chance): string {
  const isSmall = words === words.toLowerCase();
  const [genitive = ""] = /['’]s$/u.exec(words) ?? [];
  const name = words.slice(0, words.length - genitive.length);
  return name.replace(word, namedPart) + genitive;

  function namedPart(part: string): string {
    if (isBesideNames(part) || (!isSmall && part === part.toLowerCase())) return part;
    if (part.length === 1) return initial(part, chance);
    return likeCase(part, nameFor(part, chance));
  }
}

function initial(letter: string, chance: Chance): string {
  return String.fromCharCode(65 + chance.below(26, "initial", letter.toLowerCase()));
}

function nameFor(part: string, chance: Chance): string {
  const key = part.toLowerCase().normalize("NFC");
  const titled = key.charAt(0).toUpperCase() + key.slice(1);
  const make = femaleGivenNames.has(titled)
    ? femaleName
    : maleGivenNames.has(titled)
      ? maleName
      : familyName;
  return other(key, (salt) => make((limit, what) => chance.below(limit, "name", key, what, salt)));
}

/** Never what it was: another turn, until it differs. */
function other(before: string, make: (salt: string) => string): string {
  for (let turn = 0; turn < 20; turn += 1) {
    const made = make(String(turn));
    if (made.toLowerCase() !== before.toLowerCase()) return made;
  }
  throw new RangeError(`no surrogate in 20 turns for ${before.length} characters`);
}

const ofStreet =
  /^(\p{L}{2,}?)(straße|strasse|str|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|hof|markt|graben|krankenhaus|klinikum|spital|klinik)$/iu;

/** A place or a house with words of its sort as they are, names of its own as others, and other figures. */
function placed(words: string, chance: Chance): string {
  const names = words.replace(word, (part) => {
    if (part.length === 1 || isOfPlaces(part)) return part;
    const [, stem, sort = ""] = ofStreet.exec(part) ?? [];
    const key = (stem ?? part).toLowerCase().normalize("NFC");
    const made = other(key, (salt) =>
      placeName((limit, what) => chance.below(limit, "place", key, what, salt)),
    );
    return likeCase(part, made) + (stem ? sort : "");
  });
  return /\d/.test(names) ? withOtherFigures(names, "place", chance) : names;
}

/** The same signs with other figures, the same for the same figures however they are parted; a leading 0 stays. */
function withOtherFigures(words: string, purpose: string, chance: Chance): string {
  const figures = words.replace(/\D/g, "");
  if (figures === "") return `[${purpose}]`;
  const made = other(figures, (salt) =>
    Array.from(figures, (figure, at) => {
      const isFirst = at === 0 || /^0+$/.test(figures.slice(0, at));
      if (isFirst && figure === "0" && figures.length > 1) return "0";
      const least = isFirst ? 1 : 0;
      return String(least + chance.below(10 - least, purpose, figures, String(at), salt));
    }).join(""),
  );
  let next = 0;
  return words.replace(/\d/g, () => made.charAt(next++));
}

/** As above, and other letters behind the first figure: before it they say of what sort the number is. */
function numbered(words: string, chance: Chance): string {
  const made = /\d/.test(words) ? withOtherFigures(words, "number", chance) : words;
  const first = Math.max(0, made.search(/\d/));
  const letters = made.slice(first).replace(/\p{L}/gu, (letter) => {
    const next = initial(`${words} ${letter}`, chance);
    return letter === letter.toUpperCase() ? next : next.toLowerCase();
  });
  return made.slice(0, first) + letters;
}

/** Mail to a domain that is kept for examples (RFC 2606), of as many letters before the sign; an address of theirs. */
function mailLike(words: string, chance: Chance): string {
  const letter = (from: string) => (_: string, at: number) =>
    from.charAt(chance.below(from.length, "mail", words.toLowerCase(), String(at)));
  const letters = letter("abcdefghijklmnopqrstuvwxyz");
  const [local = "", host] = words.split("@");
  if (host !== undefined) {
    const shape = local.trim().replace(/\d/g, letter("0123456789")).replace(/\p{L}/gu, letters);
    return `${shape}@example.org`;
  }
  if (/^\d/.test(words)) return `192.0.2.${1 + chance.below(254, "network", words)}`;
  const scheme = /^(?:https?:\/\/)?(?:www\.)?/i.exec(words)?.[0] ?? "";
  return `${scheme}example.org/${"xxxxxxxx".replace(/x/g, letters)}`;
}

/** In capitals, with a large first letter or in small ones, as another word is. */
function likeCase(model: string, made: string): string {
  if (model === model.toLowerCase()) return made.toLowerCase();
  return model === model.toUpperCase() ? made.toUpperCase() : made;
}
