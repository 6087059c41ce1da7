import type { TextRange } from "../model/annotation.ts";
import type { Rule } from "./candidate.ts";
import { isGivenName } from "./given-names.ts";
import { isNoName, readName, readNames } from "./name-words.ts";
import { begin, byPattern, byReading, capital, gap, gapOrLine, particle } from "./patterns.ts";

const space = "[ \\t\\u00A0]{0,3}";
const title =
  "(?:(?:Dr|Dra|Drs|Dres|DR|Prof|PROF|Profa|Mr|Mrs|Ms|MR|MRS|Mme|Mlle|Pr|Hr|Fr|Sr|Sra|Srta|SR|SRA|Dña|Dott)(?:\\.|(?=[ \\t]))|M\\.|Dª|Dña|Doctor|Doctora|Docteur|Professor|Professorin|Profesor|Profesora|Professeur|Mister|Miss|Monsieur|Madame|Mademoiselle|Herrn?|Frau|Señora?|Señorita|Doña|Don|Nurse|Schwester|Oberarzt|Oberärztin|Chefarzt|Chefärztin)";
/** What stands between a title and the name: "Prof. Dr. med. h. c." */
const more = `(?:${space}(?:${title}|med\\.?|dent\\.?|habil\\.?|univ\\.?|h\\.${space}c\\.|rer\\.|nat\\.|Ing\\.|Dipl\\.)(?:-${title})?){0,5}`;

const label =
  "patient(?:'s)? name|name of (?:the )?patient|full name|first name|last name|given names?|family name|surname|maiden name|patient|name|physician|attending(?: physician)?|referring (?:physician|doctor|clinician)|surgeon|pathologist|consultant|clinician|dictated by|signed(?: out)?(?: by)?|reported by|requested by|reviewed by|submitted by|ordering physician|cc|next of kin|mother(?:'s name)?|father(?:'s name)?|" +
  "patientin|vorname|nachname|familienname|geburtsname|zuname|einsender|einsendender arzt|überweiser|überweisender arzt|hausarzt|hausärztin|befundet von|unterschrift|gezeichnet|gez\\.|arzt|ärztin|pathologe|pathologin|operateur|angehörige[rn]?|" +
  "nom(?: de naissance| d['’]usage| de famille| du patient)?|prénoms?|médecin(?: traitant| prescripteur| demandeur)?|chirurgien|pathologiste|prescripteur|signé(?: par)?|validé par|adressé par|correspondant|" +
  "nombre(?: y apellidos| del paciente)?|apellidos?|(?:primer|segundo) apellido|paciente|médic[oa](?: responsable| solicitante| de cabecera)?|remitid[oa] por|responsable(?: clínico)?|solicitado por|firmado(?: por)?|facultativo|patólog[oa]|cirujan[oa]|autor(?:es|a)?";

const afterLabel = new RegExp(
  `${begin}(?:${label})${gap}(?::|：)${gapOrLine}(?:${title}(?<!\\p{L}(?=\\p{L}))${more}${space})?`,
  "giu",
);
const called = new RegExp(
  `${begin}(?:named|called|namens|genannt|née?|geborene[rn]?|geb\\.|nacid[oa]|(?:se )?llamad[oa]|de nombre|nommée?|appelée?|prénommée?|hij[oa]|herman[oa]|marido|espos[oa]|brother|sister|husband|wife|daughter|Bruder|Schwester|Tochter|Ehemann|Ehefrau|frère|sœur)[ \\t]{1,2}(?=\\p{Lu}\\p{Ll})`,
  "gu",
);
const credentials =
  "(?:M\\.?D\\.?|Ph\\.?D\\.?|D\\.O\\.|MBBS|MBChB|FRCPath|FRCP|FRCS|FCAP|M\\.?Sc\\.?|R\\.?N\\.?|Facharzt|Fachärztin|Oberarzt|Oberärztin|Chefarzt|Chefärztin)";

/** A given name that people know, and what follows it. */
const knownGiven: Rule = {
  kind: "name",
  name: "known given name",
  find: (text) =>
    Array.from(text.matchAll(firstOfTwo)).flatMap(({ index, 0: word }) => {
      if (!isGivenName(word)) return [];
      const end = readName(text, index);
      const isMore = end !== null && end > index + word.length;
      return isMore ? [{ start: index, end }] : [];
    }),
};
const firstOfTwo = new RegExp(
  `${begin}\\p{Lu}[\\p{Ll}-]{2,14}(?:-\\p{Lu}\\p{Ll}{2,12})?(?=[ \\t](?:${particle}[ \\t]){0,2}\\p{Lu}[\\p{Ll}'’.])`,
  "gu",
);

const severalTitles = new RegExp(
  `${begin}(?:Drs|Dres|Dras|Profs|Messrs|MM(?=\\.)|Mmes|Sres|Mr\\.? (?:and|&) Mrs|Herr und Frau)\\.?[ ]{1,2}(?=\\p{Lu})`,
  "gu",
);
const several: Rule = {
  kind: "name",
  name: "names after a title of several",
  find: (text) =>
    Array.from(text.matchAll(severalTitles)).flatMap(({ index, 0: head }) =>
      readNames(text, index + head.length),
    ),
};

/** What stands on a container with a specimen: "Doe, Jane". */
const onContainer = new RegExp(
  `${begin}(?:labell?ed|designated|identified|beschriftet|bezeichnet|étiquetée?s?|rotulad[oa]s?|name)[^.\\n"“„(«]{0,60}["“„(«](?=\\p{Lu})`,
  "giu",
);
const isWholeName = (name: string) => name.includes(", ") || name.split(" ").some(isGivenName);

export const nameRules: readonly Rule[] = [
  several,
  byReading("name", "name on a container", onContainer, (text, at) => {
    const end = readName(text, at, true);
    return end !== null && isWholeName(text.slice(at, end)) ? end : null;
  }),
  byReading(
    "name",
    "name after a title",
    new RegExp(`${begin}${title}${more}${space}(?=\\p{Lu})`, "gu"),
    readName,
  ),
  byReading("name", "name after a form's label", afterLabel, (text, at) =>
    readName(text, at, true),
  ),
  byReading("name", "name of somebody called so", called, (text, at) => readName(text, at)),
  byPattern(
    "name",
    "name before a degree",
    new RegExp(
      `${begin}(?:\\p{Lu}\\.[ ]){0,3}${capital}(?:[ \\t](?:\\p{Lu}\\.[ \\t]){0,2}(?:${particle}[ \\t])?${capital}){0,3}(?<tail>,?[ \\t]{1,2}${credentials})(?![\\p{L}])`,
      "gu",
    ),
  ),
  knownGiven,
];

const wholeWord = new RegExp(`(?<![\\p{L}\\p{N}\\-])${capital}`, "gu");

/** Words of names that were found, wherever else they stand with a capital letter: "Maier" of "Dr. Anna Maier". */
export function sameNamesAgain(text: string, names: readonly TextRange[]): TextRange[] {
  const words = new Set(
    names
      .flatMap(({ start, end }) => text.slice(start, end).match(wholeWord) ?? [])
      .filter(isTelling),
  );
  if (words.size === 0) return [];
  return Array.from(text.matchAll(wholeWord))
    .map(({ index, 0: word }) => ({ start: index, end: index + plain(word).length }))
    .filter(({ start, end }) => words.has(text.slice(start, end)));
}

/** Without an English genitive. */
const plain = (word: string) => word.replace(/['’]s$/, "");

// Two letters are more often an abbreviation than a name.
const isTelling = (word: string) => word.length > 2 && !isNoName(word);
