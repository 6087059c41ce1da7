import type { TextRange } from "../model/annotation.ts";

/** Words with a capital letter that are no part of a person's name, and end one. In small letters. */
const noNames = new Set(
  (
    "a an the he she it his her we they this that these there on in at by for from of and or was is has had with after before patient patients history date age sex name diagnosis clinical " +
    "department division section service services hospital clinic center centre medical university institute school faculty laboratory college pathology surgery medicine oncology unit street road avenue phone tel fax email e-mail mail address signed report dictated md phd mbbs frcpath do rn " +
    "der die das den dem ein eine er sie es wir am im und oder mit nach vor patientin geburtsdatum geb geboren klinik klinikum krankenhaus abteilung universität universitätsklinikum institut praxis station chefarzt oberarzt oberärztin assistenzarzt telefon fallnummer diagnose befund straße datum alter anschrift " +
    "le la les un une il elle nous et ou avec né née hôpital clinique centre chu service université laboratoire rue téléphone tél date âge sexe adresse patiente monsieur madame docteur professeur " +
    "el los las una él ella y o con tras servicio hospital clínica clinica complejo centro unidad departamento universidad facultad instituto sección calle avenida avda paseo plaza teléfono telf tlf correo correo-e edad sexo fecha médico remitido responsable col colegiado nhc nass domicilio localidad doctor doctora jefe residente cirugía urología medicina anatomía consulta consultorio policlínico policlínica hospitalario área c apdo apartado carretera ctra pza edificio dirección ciudad españa apellidos nombre cp país ingreso especialidad informe antecedentes paciente mujer varón hombre niño niña se en al del presentamos trata acude ingresa dr dra sr sra prof woman man female male boy girl infant dob mrn ssn kollege kollegin herrn mr mrs ms mme mlle none unknown not frau mann männlich weiblich herr homme femme enfant lactante oftalmología nefrología pediatría email"
  ).split(" "),
);

export const isNoName = (word: string): boolean => {
  const small = word.toLowerCase();
  return noNames.has(small) || /^n[º°]/.test(small);
};

/** "J. R.", and as Spaniards shorten María, "M.ª". */
const initials = "\\p{Lu}\\.(?:[ªa](?=[ ])|(?:[ \\-]?\\p{Lu}\\.){0,3}(?![\\p{L}]))";
const word = "\\p{Lu}[\\p{L}\\p{M}]{0,30}(?:['’\\-][\\p{L}\\p{M}]{1,30}){0,3}";
const part = new RegExp(
  `(?:${initials}|(?:St\\.[ ]|(?:Le|La|De|Del|De la|De los|Du|Da|Dos|El|Al|Van|Von)[ ](?=\\p{Lu}))?(?:[dlDL]['’])?(?=[\\p{L}'’]{2})${word})`,
  "uy",
);
/** Small words within people's names. */
const particle =
  "(?:de las|de los|de la|del|de|da|do|dos|das|di|du|des|von der|von dem|von|vom|van der|van den|van|zum|zur|zu|der|den|le|la|ten|ter|y|e|i|bin|ben|al|el)";
const between = new RegExp(`[ \\t\\u00A0]{1,3}(?:${particle}[ \\t\\u00A0]{1,2}){0,2}`, "uy");
const leading = new RegExp(`(?:${particle}[ \\t\\u00A0]{1,2}){0,2}`, "uy");
const label = /^[ \t]{0,2}:/;
const figure = /^[ \t]{1,2}\d/;
const comma = /,[ \t\u00A0]{1,2}/uy;

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** More words than this are no name any more. */
const mostParts = 6;

/** An initial is none, though "a" and "y" are words. */
const isStop = (words: string) =>
  !/^\p{Lu}\.[ªa]?$/u.test(words) && isNoName(words.replace(/\.$/, ""));

/** Where the next word of a name ends; null where it is none. */
function readPart(
  text: string,
  at: number,
  isFirst: boolean,
  isBehindComma: boolean,
): number | null {
  const end = endOf(part, text, at);
  if (end === null || isStop(text.slice(at, end))) return null;
  const behind = text.slice(end, end + 4);
  // The next label of a form: "Vorname: Anna Nachname: Maier".
  if (!isFirst && label.test(behind)) return null;
  // "P. Huber, Marktplatz 3"
  return isBehindComma && figure.test(behind) ? null : end;
}

/**
 * Where the name ends that begins at an offset; null where none does. With `isForm` it may be written
 * as forms do: "Maier, Anna".
 */
export function readName(text: string, at: number, isForm = false): number | null {
  let end: number | null = null;
  let next: number | null = endOf(leading, text, at) ?? at;
  let isBehindComma = false;
  for (let parts = 0; parts < mostParts && next !== null; parts += 1) {
    const stop = readPart(text, next, parts === 0, isBehindComma);
    if (stop === null) break;
    end = stop;
    next = endOf(between, text, stop);
    isBehindComma = next === null && isForm;
    if (isBehindComma) next = endOf(comma, text, stop);
  }
  return end === null ? null : withoutGenitive(text, at, end);
}

function withoutGenitive(text: string, start: number, end: number): number | null {
  const name = text.slice(start, end).replace(/['’]s$/, "");
  return /\p{L}{2}/u.test(name) ? start + name.length : null;
}

const join = /(?:,[ ]|,?[ ](?:and|und|et|y|e|&)[ ])(?:(?:Drs?|Dra|Prof|Mr|Mrs|Ms)\.?[ ])?/uy;

/** Where each of several names stands: "Smith, Jones and Miller". */
export function readNames(text: string, at: number): TextRange[] {
  const names: TextRange[] = [];
  let start: number | null = at;
  while (start !== null && names.length < 20) {
    const end = readName(text, start);
    if (end === null) break;
    names.push({ start, end });
    start = endOf(join, text, end);
  }
  return names;
}
