/** Words with a capital letter that are no part of a person's name, and end one. In small letters. */
const noNames = new Set(
  (
    "a an the he she it his her we they this that these there on in at by for from of and or was is has had with after before patient patients history date age sex name diagnosis clinical " +
    "department division section service services hospital clinic center centre medical university institute school faculty laboratory college pathology surgery medicine oncology unit street road avenue phone tel fax email e-mail mail address signed report dictated md phd mbbs frcpath do rn " +
    "der die das den dem ein eine er sie es wir am im und oder mit nach vor patientin geburtsdatum geb geboren klinik klinikum krankenhaus abteilung universität universitätsklinikum institut praxis station chefarzt oberarzt oberärztin assistenzarzt telefon fallnummer diagnose befund straße datum alter anschrift " +
    "le la les un une il elle nous et ou avec né née hôpital clinique centre chu service université laboratoire rue téléphone tél date âge sexe adresse patiente monsieur madame docteur professeur " +
    "el los las una él ella y o con tras servicio hospital clínica clinica complejo centro unidad departamento universidad facultad instituto sección calle avenida avda paseo plaza teléfono telf tlf correo correo-e edad sexo fecha médico remitido responsable col colegiado nhc nass domicilio localidad doctor doctora jefe residente cirugía urología medicina anatomía consulta consultorio policlínico policlínica hospitalario área c apdo apartado carretera ctra pza edificio dirección ciudad españa apellidos nombre cp país ingreso especialidad informe antecedentes paciente mujer varón hombre niño niña se en al del presentamos trata acude ingresa dr dra sr sra prof woman man female male boy girl infant mr mrs ms mme mlle none unknown not frau mann männlich weiblich herr homme femme enfant lactante oftalmología nefrología pediatría email"
  ).split(" "),
);

export const isNoName = (word: string): boolean => {
  const small = word.toLowerCase();
  return noNames.has(small) || /^n[º°]/.test(small);
};

const initials = "\\p{Lu}\\.(?:[ \\-]?\\p{Lu}\\.){0,3}(?![\\p{L}])";
const word = "\\p{Lu}[\\p{L}\\p{M}]{0,30}(?:['’\\-][\\p{L}\\p{M}]{1,30}){0,3}";
const part = new RegExp(
  `(?:${initials}|(?:St\\.[ ]|(?:Le|La|De|Du|El|Al|Van|Von)[ ](?=\\p{Lu}))?(?:[dlDL]['’])?(?=[\\p{L}'’]{2})${word})`,
  "uy",
);
/** Small words within people's names. */
const particle =
  "(?:de las|de los|de la|del|de|da|do|dos|das|di|du|des|von der|von dem|von|vom|van der|van den|van|zum|zur|zu|der|den|le|la|ten|ter|y|e|i|bin|ben|al|el)";
const between = new RegExp(`[ \\t\\u00A0]{1,3}(?:${particle}[ \\t\\u00A0]{1,2}){0,2}`, "uy");
const leading = new RegExp(`(?:${particle}[ \\t\\u00A0]{1,2}){0,2}`, "uy");
const label = /^[ \t]{0,2}:/;
const comma = /,[ \t\u00A0]{1,2}/uy;

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** More words than this are no name any more. */
const mostParts = 6;

/**
 * Where the name ends that begins at an offset; null where none does. With `isForm` it may be written
 * as forms do: "Maier, Anna".
 */
export function readName(text: string, at: number, isForm = false): number | null {
  let end: number | null = null;
  let next = endOf(leading, text, at) ?? at;
  for (let parts = 0; parts < mostParts; parts += 1) {
    const stop = endOf(part, text, next);
    if (stop === null || isNoName(wordsOf(text, next, stop))) break;
    // The next label of a form: "Vorname: Anna Nachname: Maier".
    if (end !== null && label.test(text.slice(stop, stop + 4))) break;
    end = stop;
    const go = endOf(between, text, stop) ?? (isForm ? endOf(comma, text, stop) : null);
    if (go === null) break;
    next = go;
  }
  if (end === null) return null;
  const name = text.slice(at, end).replace(/['’]s$/, "");
  return /\p{L}{2}/u.test(name) ? at + name.length : null;
}

const wordsOf = (text: string, start: number, end: number) =>
  text.slice(start, end).replace(/\.$/, "");
